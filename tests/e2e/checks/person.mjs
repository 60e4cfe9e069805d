// One person by keyboard alone: visits, decisions, what nobody reported, the ghost, the finder; and files of the picture.
import { expect, open, SIZES, saved, themes } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "person";

const chosen = (page) => page.locator(".log [aria-current=step]");

/** The day of the chosen line of the log; the picture and the slider stand on the same one. */
async function day(page) {
  const said = Number(await chosen(page).locator(".number").first().evaluate((node) => node.lastChild.textContent));
  const slider = Number(await page.getByLabel("Day of the visit").inputValue());
  const column = await page.locator(".plot-box.wide .labels text").filter({ hasText: /^day \d+$/ }).textContent();
  expect(said === slider && column === `day ${said}`, `the log says day ${said}, the slider ${slider}, the picture "${column}"`);
  return said;
}

/** Moves the focus to a control by tabs alone. */
async function tabTo(page, what, test) {
  for (let tries = 0; tries < 80; tries += 1) {
    if (await page.evaluate(test)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${what} cannot be reached by keyboard`);
}

async function later(page, from) {
  const now = await day(page);
  expect(now > from, `day ${now} should come after day ${from}`);
  return now;
}

async function steps(page) {
  await tabTo(page, "the button to the next visit", () => document.activeElement?.getAttribute("aria-label") === "Next visit");
  expect((await day(page)) === 0, "the first visit should be chosen");
  await page.keyboard.press("Enter");
  const first = await later(page, 0);
  await page.keyboard.press("ArrowRight");
  await later(page, first);
  await page.keyboard.press("ArrowLeft");
  expect((await day(page)) === first, "an arrow to the left should take one visit back");
  await page.keyboard.press("Shift+ArrowRight");
  const decision = await later(page, first);
  await tabTo(page, "the slider", () => document.activeElement?.type === "range");
  await page.keyboard.press("ArrowRight");
  await later(page, decision);
  await page.keyboard.press("Home");
  expect((await day(page)) === 0, "Home should go to the first visit");
  await tabTo(page, "the log", () => document.activeElement?.closest(".log li:nth-child(4)") !== null);
  await page.keyboard.press("Enter");
  await later(page, 0);
}

async function reveal(page) {
  const hatched = page.locator(".plot-box.wide .hatch");
  const question = page.locator("#person-title");
  const before = await question.textContent();
  expect((await hatched.count()) === 0, "what nobody reported should be hidden at first");
  const box = page.getByLabel("What nobody reported");
  await box.focus();
  await page.keyboard.press("Space");
  expect((await question.textContent()) !== before, "the question should change with what is shown");
  const ghost = page.locator(".plot-box.wide .line.thin");
  expect((await ghost.count()) === 1, "the ghost should be drawn");
  await page.getByLabel("Same luck under").focus();
  await page.keyboard.press("Space");
  expect((await ghost.count()) === 0, "the ghost should be gone");
  await page.keyboard.press("Space");
  await page.locator("#beside").focus();
  await page.keyboard.press("ArrowUp");
  expect((await ghost.count()) === 1, "the ghost of another arm should be drawn");
}

async function find(page) {
  const who = () => page.locator(".person h1").textContent();
  const first = await who();
  const chip = page.getByRole("button", { name: /^was harmed unseen/ });
  await chip.focus();
  await page.keyboard.press("Enter");
  const second = await who();
  expect(second !== first && (await chip.getAttribute("aria-pressed")) === "true", `still ${second}`);
  expect((await page.locator(".plot-box.wide .hatch").count()) > 0, "the severe event that nobody reported should be hatched");
  await page.keyboard.press("Enter");
  expect((await who()) !== second, "the chip should go on to the next person");
  const nobody = page.getByRole("button", { name: /^climbed in vain 0/ });
  await nobody.focus();
  const now = await who();
  await page.keyboard.press("Enter");
  expect((await who()) === now, "nobody fits, so nobody should be found");
  expect(/anecdote/.test(await page.locator(".anecdote").textContent()), "one person is an anecdote");
}

async function plays(page) {
  // Somebody may have come to a single visit; the next one comes to more.
  await page.getByRole("button", { name: "Next person" }).focus();
  await page.keyboard.press("Enter");
  const play = page.getByRole("button", { name: "Play" });
  await page.getByLabel("Day of the visit").focus();
  await page.keyboard.press("Home");
  await play.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => Number(document.querySelector(".player input").value) > 0);
  await page.getByRole("button", { name: "Pause" }).focus();
  await page.keyboard.press("Enter");
  await later(page, 0);
}

async function files(ctx, page) {
  for (const [button, ending] of [["Picture (SVG)", "svg"], ["Picture (PNG)", "png"], ["Numbers (CSV)", "csv"]]) {
    await page.locator(".watched details.menu").evaluate((node) => { node.open = true; });
    const save = page.locator(".watched").getByRole("button", { name: button, exact: true });
    const name = await saved(ctx, page, () => save.click());
    expect(name === `person.${ending}`, `${button} saves ${name}`);
  }
}

/** On a phone whatever can be touched is as high as a finger is wide. */
async function fingers(page) {
  // The grip is lower, as wide as the window, and moved by a stroke as well.
  const low = await page.evaluate(() =>
    [...document.querySelectorAll(".person :is(button:not(.grip), a, select, summary, label.tick-box, input[type=range])")]
      .filter((node) => node.getClientRects().length > 0 && !node.closest("details:not([open]) > :not(summary)"))
      .map((node) => [node.textContent.trim().slice(0, 30) || node.getAttribute("aria-label"), node.getBoundingClientRect().height])
      .filter(([, height]) => height < 43.5));
  expect(low.length === 0, `too low for a finger: ${JSON.stringify(low)}`);
}

export async function run(ctx) {
  const page = await open(ctx, { ...SIZES[0], path: "#/person" });
  await steps(page);
  await reveal(page);
  await find(page);
  await plays(page);
  await files(ctx, page);
  for (const size of SIZES) {
    const small = await open(ctx, { ...size, path: "#/person" });
    const wide = await small.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide <= 0, `${size.width} px: the page is ${wide} px too wide`);
    await small.getByLabel("What nobody reported").check();
    for (const theme of themes(ctx)) {
      if (theme === "dark") await small.emulateMedia({ colorScheme: theme });
      for (const violation of await violations(small)) ctx.faults.push(`${size.width} px, ${theme}: ${violation}`);
    }
    if (size.width < 720) await fingers(small);
    await small.context().close();
  }
}
