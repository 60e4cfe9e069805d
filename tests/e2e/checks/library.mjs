// Every scenario of the library can be picked and runs; its text can be changed, and a fault leads to its line.
import { button, changed, done, expect, forgive, open } from "../page.mjs";

export const name = "library";

/** The list of scenarios. */
const list = (page) => page.getByLabel("Scenario", { exact: true });

/** What is on the screen, after checking that it is whole. */
async function look(page, when) {
  const { arrays, words, content, room } = await page.evaluate(() => ({
    arrays: [...document.querySelectorAll("svg.array")].map((array) => array.querySelectorAll(":scope > g").length),
    words: document.body.innerText,
    content: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(arrays.length > 0 && arrays.every((people) => people === 100), `${when}: the arrays show ${arrays} people`);
  expect(!/NaN|undefined|Infinity/.test(words), `${when}: the page says that something is no number`);
  expect(content <= room, `${when}: the page is ${content} px wide in ${room}`);
  expect((await page.locator("[role=alert]:visible").count()) === 0, `${when}: there is an alert`);
  return (await page.locator("h1").textContent()).trim();
}

async function everyScenario(ctx, size) {
  const page = await open(ctx, { ...size, path: "#/compare" });
  let last = await done(page);
  const names = await list(page).locator("option").evaluateAll((all) => all.map((option) => [option.value, option.textContent]));
  expect(names.length >= 12, `the list has ${names.length} scenarios`);
  const questions = new Set([await look(page, "at first")]);
  const first = last;
  for (const [name, heading] of names.slice(1)) {
    await list(page).selectOption(name);
    last = await changed(page, last);
    const question = await look(page, `${name} at ${size.width} px`);
    expect(heading.endsWith(question), `${name} is listed as "${heading}" and asks "${question}"`);
    questions.add(question);
  }
  expect(questions.size === names.length, `${names.length} scenarios ask ${questions.size} questions`);
  await list(page).selectOption(names[0][0]);
  expect((await changed(page, last)) === first, "picking the first scenario again leads to another result");
  return page;
}

/** Undo and redo go from scenario to scenario, and the list follows. */
async function backAndForth(page) {
  const first = await done(page);
  await list(page).selectOption("broken-blind");
  const second = await changed(page, first);
  await button(page, "Undo").click();
  expect((await changed(page, second)) === first, "undo does not lead back to the first scenario");
  expect((await list(page).inputValue()) === "low-or-at-once", "the list does not follow undo");
  await button(page, "Redo").click();
  expect((await changed(page, first)) === second, "redo does not lead to the second scenario");
  expect((await list(page).inputValue()) === "broken-blind", "the list does not follow redo");
}

/** By keys alone: an arrow key on the list opens the next scenario, and the list keeps the focus. */
async function byKeys(page) {
  const before = await done(page);
  await list(page).focus();
  await page.keyboard.press("ArrowDown");
  await changed(page, before);
  expect((await list(page).inputValue()) !== "broken-blind", "an arrow key does not pick another scenario");
  expect(await list(page).evaluate((node) => node === document.activeElement), "the list loses the focus");
}

async function text(page) {
  await list(page).selectOption("withdrawal");
  await done(page);
  await page.locator("summary", { hasText: "The scenario as text" }).click();
  const field = page.locator("#scenario-text");
  await page.waitForFunction(() => document.getElementById("scenario-text").value.includes("Stop or go on?"));
  const sound = await field.inputValue();
  const before = await done(page);

  const line = sound.split("\n").findIndex((words) => words.startsWith("weeks")) + 1;
  await field.fill(sound.replace(/^weeks = .*$/m, "weeks = 99").replace("maintenance", "maintenence"));
  await page.getByRole("button", { name: "Check and run" }).click();
  const fault = page.locator(".faults button").first();
  await fault.waitFor();
  expect((await fault.textContent()).startsWith(`line ${line}, `), `the fault of line ${line} is: ${await fault.textContent()}`);
  await fault.click();
  const marked = await field.evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  expect(marked === "weeks = 99", `the fault leads to "${marked}"`);

  await field.fill(sound.replace(/^weeks = .*$/m, "weeks = 40"));
  await page.getByRole("button", { name: "Check and run" }).click();
  const own = await changed(page, before);
  expect((await list(page).inputValue()) === "", "a text of one's own is not in the list");
  await look(page, "a text of one's own");
  await page.getByRole("button", { name: /Back to the library/ }).click();
  expect((await changed(page, own)) === before, "the library's text leads to another result than before");
  expect((await list(page).inputValue()) === "withdrawal", "the list does not follow the way back to the library");
}

/** Without the part that reads scenarios the page says so, and stays as it is. */
async function noReader(ctx) {
  const page = await open(ctx, { path: "#/compare", before: (page) => page.route(/reader-[^/]*\.js$/, (route) => route.abort()) });
  await done(page);
  await list(page).selectOption("start-low");
  await page.locator("[role=alert]:visible", { hasText: "did not load" }).waitFor();
  expect((await list(page).inputValue()) === "low-or-at-once", "the list shows a scenario that did not load");
  await page.context().close();
  forgive(ctx, /reader-[^/]*\.js|net::ERR_FAILED/);
}

export async function run(ctx) {
  const page = await everyScenario(ctx, { width: 1366, height: 768 });
  await backAndForth(page);
  if (ctx.engine === "chromium") await byKeys(page);
  await text(page);
  await page.context().close();
  if (ctx.long) await everyScenario(ctx, { width: 320, height: 568 });
  await noReader(ctx);
}
