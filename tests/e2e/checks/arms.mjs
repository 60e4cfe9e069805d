// Arms are added to a study, changed, compared and removed: on Compare and in the editor, with undo, reload and links, by
// keyboard alone; four at most. A draw opens its people.
import { button, changed, done, expect, open, over, ready, SIZES, themes } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "arms";

const cards = (page) => page.locator(".sides .card");
const remove = (page) => page.locator(".remove-arm");

async function comeAndGo(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  const first = await done(page);
  expect((await cards(page).count()) === 2 && (await remove(page).count()) === 0, "a study of two has two cards, none to remove");
  await button(page, "Add arm").focus();
  await page.keyboard.press("Enter");
  const three = await changed(page, first);
  expect((await cards(page).count()) === 3, `there are ${await cards(page).count()} cards`);
  expect((await cards(page).nth(2).getAttribute("class")).includes("arm-c"), "the third card should have the colour of C");
  expect(/Between A and B/.test(await page.locator(".sunken-note").first().textContent()), "it does not say between which arms things differ");
  expect((await page.locator(".one-of > .people").count()) === 3, "the third arm has no array");
  // Changed in the editor.
  await page.locator(".change-arm").nth(2).click();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare/rule");
  expect(/#\/compare\/rule\/2$/.test(page.url()), `the address is ${page.url()}`);
  expect((await page.locator(".edited").textContent()) === "as in the scenario", "a fresh copy is called edited");
  const wait = page.locator('.parts input[aria-label^="Row 2, visits since change"]');
  await over(wait, "4");
  const edited = await changed(page, three);
  await page.locator(".rule-text summary").click();
  const hasThree = () => (document.querySelector("#edited-text")?.value.match(/^\[\[arm\]\]/gm) ?? []).length === 3;
  await page.waitForFunction(hasThree).catch(() => { throw new Error("the text should have three arms"); });
  await page.getByRole("link", { name: "Use in Compare" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare");
  expect(/edited/.test(await page.locator(".card select").nth(1).evaluate((node) => node.selectedOptions[0].text)), "the added arm is not in B's place");
  // Reload, link, and back to nothing.
  await page.reload();
  await ready(page);
  expect((await done(page)) === edited && (await cards(page).count()) === 3, "a reload loses the arm");
  await button(page, "Share").click();
  const link = new URL(await page.locator("#share-link").inputValue()).hash;
  await page.keyboard.press("Escape");
  expect(/[?&]a=1(&|$)/.test(link), `the link is ${link}`);
  const other = await open(ctx, { path: link });
  expect((await done(other)) === edited && (await cards(other).count()) === 3, "the link leads elsewhere");
  await other.context().close();
  const home = await open(ctx, { path: link.replace("compare", "") });
  expect((await done(home)) === edited, "the first view with an added arm shows another result");
  await home.context().close();
  await remove(page).click();
  expect((await changed(page, edited)) === first, "without the arm the result is another");
  expect(await page.evaluate(() => document.activeElement?.id === "add-arm"), "the focus is lost");
  await button(page, "Undo").click();
  expect((await changed(page, first)) === edited && (await cards(page).count()) === 3, "undo does not bring the arm back");
  await page.context().close();
}

async function four(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  let now = await done(page);
  await page.locator("#copy-of").selectOption({ index: 0 });
  for (let arms = 3; arms <= 4; arms += 1) {
    await button(page, "Add arm").click();
    now = await changed(page, now);
    expect((await cards(page).count()) === arms, `there are ${await cards(page).count()} cards, not ${arms}`);
  }
  expect(/^140 au \(2\)/.test((await cards(page).nth(2).locator("h2 > span:not(.badge-arm)").first().textContent()).trim()), "the chosen arm was not copied");
  expect((await button(page, "Add arm").getAttribute("aria-disabled")) === "true", "a fifth arm is offered");
  expect((await page.locator("#arms-full").textContent()) === "At most 4 arms stand side by side.", "it does not say why");
  await page.context().close();
}

async function draws(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  const first = await done(page);
  await button(page, "Twelve at once").click();
  const chart = page.locator(".chart", { has: page.locator("#draws-title") });
  const said = chart.locator(".open-draw + .note");
  expect(/^Draw 12, seed 1375\./.test(await said.textContent()), `it says ${await said.textContent()}`);
  // The chart is read by key; the draw that is read is the one that opens.
  const reader = chart.locator("input.reader:visible");
  await reader.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(/^Draw 10, seed 1373\./.test(await said.textContent()), `it says ${await said.textContent()}`);
  await chart.getByRole("button", { name: "Open these people" }).click();
  await changed(page, first);
  expect(/Seed 1373/.test(await page.locator(".topbar").textContent()), "the seed of the draw is not set");
  await button(page, "Undo").click();
  await changed(page, "");
  await page.waitForFunction(() => /Seed 1363/.test(document.querySelector(".topbar").textContent));
  await page.context().close();
}

export async function run(ctx) {
  await comeAndGo(ctx);
  await four(ctx);
  await draws(ctx);
  for (const size of SIZES) {
    const page = await open(ctx, { ...size, path: "#/compare" });
    const first = await done(page);
    await button(page, "Add arm").click();
    await changed(page, first);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide <= 0, `at ${size.width} px the page is ${wide} px too wide`);
    expect((await page.locator(".one-of > .people:visible").count()) === 3, `at ${size.width} px not all arms are shown`);
    if (size.width < 720) {
      for (const control of [".remove-arm", "#add-arm", "#copy-of", ".change-arm"]) {
        const box = await page.locator(control).first().boundingBox();
        expect(box.height >= 43.5 && box.width >= 43.5, `${control} is ${box.width} x ${box.height} at ${size.width} px`);
      }
    }
    for (const theme of themes(ctx)) {
      if (theme === "dark") await page.emulateMedia({ colorScheme: theme });
      for (const violation of await violations(page)) ctx.faults.push(`${size.width} px, ${theme}: ${violation}`);
    }
    await page.context().close();
  }
}
