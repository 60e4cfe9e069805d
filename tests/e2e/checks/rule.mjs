// The editors of a rule and of the monitoring, by keyboard alone and by clicks alone: the sentence, the table, what the
// edit did to the same people; taken back, reloaded, linked, printed, written as a file.
import { button, changed, done, expect, open, over, ready, SIZES, themes } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "rule";

const rows = (page) => page.locator(".rows tbody tr:not(.start)");
const words = async (locator) => (await locator.allTextContents()).map((text) => text.trim());
const sentence = async (page) => words(page.locator(".parts .part-words"));
const thens = async (page) => words(page.locator(".rows tbody tr:not(.start) .strong .part-words"));
const edited = (page) => page.locator(".edited").textContent();
const list = (page, label) => page.locator(`.rows select[aria-label^="${label}"]`);

/** Waits until the thousand are through. */
async function compared(page) {
  await page.waitForSelector(".thousand");
  return page.locator(".thousand").textContent();
}

/** Opens the editor of B from its card. */
async function fromCompare(page) {
  await page.locator(".change-arm").nth(1).click();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare/rule");
  expect((await page.title()).startsWith("Edit the rule"), `the title is ${await page.title()}`);
  expect(await page.evaluate(() => document.activeElement?.tagName === "H1"), "the heading should have the focus");
  expect(/#\/compare\/rule\/1$/.test(page.url()), `the address is ${page.url()}`);
}

async function byKeyboard(ctx) {
  const page = await open(ctx, { path: "#/compare/rule/1" });
  const first = await done(page);
  expect((await rows(page).count()) === 5, `the rule has ${await rows(page).count()} rows`);
  expect((await edited(page)) === "as in the scenario", `it says ${await edited(page)}`);
  // A number of the sentence: what cannot be is refused in words, Escape takes it back, Enter commits.
  const wait = page.locator('.parts input[aria-label^="Row 2, visits since change"]');
  expect((await wait.inputValue()) === "2", "the rule should wait 2 visits");
  await over(wait, "0");
  const refused = page.locator(".parts .error[role=alert]");
  expect((await refused.textContent()) === "A whole number from 1 to 200. Still 2.", `it says ${await refused.textContent()}`);
  expect((await wait.inputValue()) === "0" && (await wait.getAttribute("aria-invalid")) === "true", "a refused number should stay as typed");
  expect((await edited(page)) === "as in the scenario", "a refused number was taken");
  await page.keyboard.press("Escape");
  expect((await wait.inputValue()) === "2" && (await refused.count()) === 0, "Escape does not take back what was typed");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  const moved = await changed(page, first);
  expect((await edited(page)) === "edited, 1 change", `it says ${await edited(page)}`);
  const inTable = page.locator('.rows input[aria-label^="Row 2, visits since change"]');
  expect((await inTable.inputValue()) === "3", "the table does not follow the sentence");
  expect((await page.locator(".parts .part.changed").count()) === 1, "the changed part is not marked");
  expect((await page.locator(".rows .cell.changed").count()) === 1, "the changed cell is not marked");
  expect(/now 3 visits|fewer than 2, now fewer than 3/.test(await page.locator(".rule-change .what").textContent()), `it says ${await page.locator(".rule-change .what").textContent()}`);
  await compared(page);
  // Rows: one more, moved by keys, deleted.
  await button(page, "Add row").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".rows tbody tr:not(.start)").length === 6);
  const before = await thens(page);
  await page.locator("#row-delete-5").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.waitForFunction(() => document.activeElement?.id === "row-delete-4");
  const after = await thens(page);
  expect(after[4] === before[5] && after[5] === before[4], `rows did not change places: ${after.join(" | ")}`);
  expect((await page.locator(".rows .never").count()) >= 1, "the row below one without conditions can never decide");
  expect(/row 5 takes it first/.test(await page.locator(".rows .why").first().textContent()), `it says ${await page.locator(".rows .why").first().textContent()}`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".rows tbody tr:not(.start)").length === 5);
  expect((await edited(page)) === "edited, 1 change", `after deleting it says ${await edited(page)}`);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ControlOrMeta+z");
  expect((await changed(page, moved)) === first, "four steps back are not there again");
  // A list that loses its number, and gains it again, keeps the focus.
  const list = page.locator('.rows select[aria-label^="Row 1, then"]');
  await list.focus();
  for (const then of ["stay", "down"]) {
    const one = await list.evaluate((node, then) => [...node.options].findIndex((option) => option.text.startsWith(then)), then);
    await list.selectOption({ index: one });
    await page.waitForFunction((then) => document.querySelector('.rows select[aria-label^="Row 1, then"]').selectedOptions[0].text.startsWith(then), then);
    expect(await list.evaluate((node) => node === document.activeElement), `the list that says "${then}" has lost the focus`);
  }
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await page.waitForFunction(() => document.querySelector(".edited")?.textContent === "as in the scenario");
  expect((await edited(page)) === "as in the scenario", "something is left after undo");
  await page.context().close();
}

async function byClicks(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  const first = await done(page);
  await fromCompare(page);
  await page.locator('.parts select[aria-label^="Start row 1"]').selectOption("80 au");
  const moved = await changed(page, first);
  expect((await page.locator('.kind select').evaluate((node) => node.selectedOptions[0].text)) === "up while not yet better", "another first dose makes no other kind");
  await list(page, "Row 1, told at last visit").selectOption("moderate or worse");
  const table = await changed(page, moved);
  expect((await sentence(page)).includes("moderate or worse"), "the sentence does not follow the table");
  const said = await compared(page);
  expect(/1,000|Even/.test(said), `it says ${said}`);
  expect(/severe, now moderate or worse/.test(await page.locator(".rule-change .what").textContent()), "it does not say what was edited");
  await page.locator(".rule-change").getByRole("radio", { name: "the scenario" }).check();
  expect(/2 things changed/.test(await page.locator(".rule-change .what").textContent()), "the scenario is not compared with");
  // Down and up by buttons.
  const before = await thens(page);
  await page.locator("#row-down-0").click();
  expect((await thens(page))[1] === before[0], "the row did not move down");
  await page.locator("#row-up-1").click();
  expect((await changed(page, first)) === table, "there and back again is another rule");
  // Reload, link.
  const now = await sentence(page);
  await page.reload();
  await ready(page);
  expect((await done(page)) === table, "a reload loses the edit");
  expect((await sentence(page)).join() === now.join(), "a reload shows another sentence");
  await button(page, "Share").click();
  const link = new URL(await page.locator("#share-link").inputValue()).hash;
  await page.keyboard.press("Escape");
  expect(/^#\/compare\/rule\/1\?v=1&r=1\.[\w-]+$/.test(link), `the link is ${link}`);
  const other = await open(ctx, { path: link });
  expect((await done(other)) === table, "the link leads to another result");
  expect((await sentence(other)).join() === now.join(), "the link leads to another sentence");
  await other.context().close();
  // The same state on the first view needs the module with all screens.
  const home = await open(ctx, { path: link.replace("compare/rule/1", "") });
  expect((await done(home)) === table, "the first view with an edit shows another result");
  await home.reload();
  await ready(home);
  expect((await done(home)) === table, "the first view loses the edit on reload");
  await home.context().close();
  // The text of the file, and back to Compare.
  await page.locator(".rule-text summary").click();
  await page.waitForFunction(() => /rule = "table"/.test(document.querySelector("#edited-text")?.value ?? ""));
  const text = await page.locator("#edited-text").inputValue();
  expect(/rule = "table"/.test(text) && /reported-at-least = "moderate"/.test(text), "the text does not hold the edit");
  await page.getByRole("link", { name: "Use in Compare" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare");
  expect(/edited/.test(await page.locator(".card select").nth(1).evaluate((node) => node.selectedOptions[0].text)), "the card does not say that the arm is edited");
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare/rule");
  await button(page, "Restore original").click();
  expect((await changed(page, table)) === first, "the original is not restored");
  await page.context().close();
}

/** What does not fit together is kept beside the editor; what did is still simulated. */
async function faults(ctx) {
  const page = await open(ctx, { path: "#/compare/rule/1" });
  const first = await done(page);
  await page.locator('.parts select[aria-label="Lowest dose"]').selectOption("100 au");
  await page.waitForSelector(".editor .notice[role=alert] li");
  expect(/outside the arm's range/.test(await page.locator(".editor .notice li").first().textContent()), "it does not say what is wrong");
  expect((await done(page)) === first, "something that does not fit was simulated");
  await button(page, "Take it back").click();
  expect((await page.locator(".editor .notice").count()) === 0, "the notice stays");
  await page.context().close();
}

async function monitoring(ctx) {
  const page = await open(ctx, { path: "#/compare/watch/1" });
  const first = await done(page);
  expect((await page.title()).startsWith("Edit the monitoring"), `the title is ${await page.title()}`);
  const events = page.locator('.parts select[aria-label^="Events are"]');
  await events.focus();
  await page.keyboard.press("a");
  await changed(page, first);
  expect((await edited(page)) === "edited, 1 change", `it says ${await edited(page)}`);
  expect((await page.locator(".terms .changed-term").count()) === 1, "the changed term is not marked");
  await compared(page);
  // A number of the monitoring, left out and typed.
  const hours = page.locator('.parts input[aria-label^="Observation after a session"]');
  await over(hours, "25");
  expect(/^A number with 2 decimals at most, like 1\.5, from 0 to 24\./.test(await page.locator(".parts .error").textContent()), "25 hours are taken");
  await over(hours, "1.5");
  await page.waitForFunction(() => document.querySelector(".edited").textContent === "edited, 2 changes");
  const stop = page.locator('.terms select[aria-label^="Treatment stops for severe events"]');
  await stop.selectOption("never");
  await page.waitForFunction(() => document.querySelector(".edited").textContent === "edited, 3 changes");
  expect((await page.locator('.terms input[aria-label^="Treatment stops for severe events"]').count()) === 0, "what never happens has a number");
  await compared(page);
  expect(/Severe events reported/.test(await page.locator(".before-after").textContent()), "events are not compared");
  await page.context().close();
}

async function oneThing(ctx) {
  const page = await open(ctx, { path: "#/compare?v=1&s=will-it-last" });
  const first = await done(page);
  const note = page.locator(".sunken-note").first();
  const many = /^(\d+) things differ/.exec(await note.textContent());
  if (many) {
    await page.getByText("Change one thing only").click();
    await page.locator(".one-thing li button").first().click();
    await changed(page, first);
    expect(/^1 thing differs/.test((await note.textContent()).trim()), `it says ${await note.textContent()}`);
    await button(page, "Undo").click();
    expect((await note.textContent()).startsWith(many[0]), "one step back is not enough");
  }
  await page.context().close();
}

export async function run(ctx) {
  await byKeyboard(ctx);
  await byClicks(ctx);
  await faults(ctx);
  await monitoring(ctx);
  await oneThing(ctx);
  for (const size of SIZES) {
    for (const path of ["#/compare/rule/1", "#/compare/watch/1"]) {
      const page = await open(ctx, { ...size, path });
      const first = await done(page);
      await page.locator(".parts select").nth(path.includes("watch") ? 0 : 2).selectOption({ index: 1 });
      await changed(page, first);
      await compared(page);
      if (size.width < 720) {
        const small = await page.locator(".editor .num input").evaluateAll((all) => all.map((node) => node.getBoundingClientRect()).filter((box) => box.width > 0 && (box.height < 43.5 || box.width < 43.5)).length);
        expect(small === 0, `${path} at ${size.width} px: ${small} number fields are too small to tap`);
      }
      const room = await page.evaluate(() => document.querySelector("main").clientWidth - document.querySelector(".editor").offsetWidth);
      expect(room < 80, `${path} at ${size.width} px: ${room} px are left empty`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide <= 0, `${path} at ${size.width} px: the page is ${wide} px too wide`);
      for (const theme of themes(ctx)) {
        if (theme === "dark") await page.emulateMedia({ colorScheme: theme });
        for (const violation of await violations(page)) ctx.faults.push(`${path} ${size.width} px, ${theme}: ${violation}`);
      }
      await page.context().close();
    }
  }
}
