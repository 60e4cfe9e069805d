// The reader as the clinician: one whole person by keyboard alone and by clicks alone, a visit of the clinic, ten people to
// the end; nothing that nobody saw is in the page before the end, and the same choices bring the same course.
import { expect, open, SIZES, themes } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "clinic";

const heading = (page) => page.locator(".titrate h1");
const give = (page) => page.locator(".desk button[type=submit]");
const hatched = (page) => page.locator(".plot-box .hatch");

/** Everything of the course that is on the screen. */
function course(page) {
  return page.locator(".your-decisions").textContent();
}

/** What has the focus, in the page. */
const at = (test) => `(${test})(document.activeElement)`;

/** Moves the focus to a control by tabs alone. */
async function tabTo(page, what, test) {
  for (let tries = 0; tries < 80; tries += 1) {
    if (await page.evaluate(at(test))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${what} cannot be reached by keyboard`);
}

const toGive = 'node => node?.matches(".desk button[type=submit]")';
const toOptions = 'node => node?.name === "does"';

/** Whether the course of this person is over. */
async function isOver(page) {
  return (await give(page).count()) === 0;
}

async function byKeyboard(page) {
  await tabTo(page, "the choices", toOptions);
  const first = await give(page).textContent();
  await page.keyboard.press("ArrowUp");
  const marked = await give(page).textContent();
  expect(marked !== first, `an arrow should mark another choice than "${first}"`);
  await page.keyboard.press("Enter");
  expect((await course(page)).includes(marked.match(/\d+/)[0]), `the log should hold ${marked}`);
  const before = await course(page);
  await tabTo(page, "the check", 'node => node?.type === "checkbox"');
  await page.keyboard.press("Space");
  await tabTo(page, "the button that gives", toGive);
  await page.keyboard.press("Enter");
  const asked = await course(page);
  expect(asked !== before, "a dose should bring the course on");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  expect((await course(page)) === before, "taking back should leave what was there before");
  await tabTo(page, "the button that gives", toGive);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+z");
  expect((await course(page)) === before, "Ctrl+Z should take the last choice back");
  for (let visits = 0; visits < 60 && !(await isOver(page)); visits += 1) {
    expect((await hatched(page).count()) === 0, "what nobody reported is shown before the end");
    expect((await page.locator(".unseen").count()) === 0, "the truth is told before the end");
    await tabTo(page, "the button that gives", toGive);
    await page.keyboard.press("Enter");
  }
  expect(await isOver(page), "60 visits should bring a person to the end");
  await page.waitForFunction(() => document.activeElement?.id === "titrate-heading");
  const rows = await page.locator(".twins tbody tr").count();
  expect(rows >= 4, `beside the reader's own course there are ${rows - 1} rules`);
  expect((await page.locator(".unseen dt").count()) >= 5, "what nobody could see should be told at the end");
  expect(/came \d+ times/.test(await page.locator(".cost").textContent()), "the end should say what it cost");
  await tabTo(page, "the next person", 'node => /next person/i.test(node?.textContent ?? "") && node.matches("button")');
  await page.keyboard.press("Enter");
  expect((await heading(page).textContent()) === "Person 2", "the next person should be the second");
}

async function byClicks(page) {
  const options = page.locator(".option");
  await options.filter({ hasText: "one step up" }).click();
  await give(page).click();
  await options.filter({ hasText: "No dose today" }).click();
  await give(page).click();
  const two = await course(page);
  expect(/put off by two days/.test(two), `a hold should be in the log: ${two}`);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Let a rule finish").click();
  await page.locator("#finish-by").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Let it finish" }).click();
  expect(await isOver(page), "a rule should bring the person to the end");
  const once = await course(page);
  await page.getByRole("button", { name: "Same person, try again" }).click();
  expect(!(await isOver(page)), "the same person should begin anew");
  await options.filter({ hasText: "one step up" }).click();
  await give(page).click();
  await page.getByText("Let a rule finish").click();
  await page.locator("#finish-by").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Let it finish" }).click();
  expect((await course(page)) === once, "the same choices should bring the same course");
  await page.getByRole("button", { name: "Table" }).first().click();
  expect((await page.locator(".course .table-box table").first().locator("tbody tr").count()) > 5, "the picture should have its table");
}

/** Lets the first rule go on to the end. */
async function finish(page) {
  const rules = page.locator(".finish");
  if (!(await rules.evaluate((node) => node.open))) await rules.locator("summary").click();
  await page.getByRole("button", { name: "Let it finish" }).click();
}

/** Ten people: the first by a choice, everybody to the end by a rule. */
async function ten(page) {
  await page.getByLabel("Clinic: ten people").check({ force: true });
  expect((await heading(page).textContent()) === "Person 1 of 10", "the clinic should begin with the first of ten");
  for (let turn = 0; turn < 10; turn += 1) {
    await page.locator(".option").filter({ hasText: "one step up" }).click();
    await give(page).click();
    if (!(await isOver(page))) await finish(page);
    expect((await page.locator(".unseen").count()) === 0, "the truth about one of ten is told before all are over");
    if (turn === 0) {
      await page.getByRole("button", { name: "Take back" }).click();
      expect(!(await isOver(page)), "a rule can be taken back");
      await finish(page);
    }
    await page.locator(".desk .primary").click();
  }
  expect(/^Your clinic: ten people/.test(await heading(page).textContent()), "after ten people the clinic should be over");
  expect((await page.locator(".people-table tbody tr").count()) === 10, "every one of the ten should have a row");
  expect((await page.locator(".strip-of-ten").count()) >= 4, "every rule should have a strip of the same ten");
  expect(/Ten people are few/.test(await page.locator(".anecdote-note").textContent()), "ten people should be said to be few");
  const end = await page.locator(".people-table").textContent();
  await page.locator(".people-table button").nth(4).click();
  expect((await page.locator(".unseen dt").count()) >= 5, "each of the ten can be looked at");
  await page.getByRole("button", { name: "Back to the ten" }).click();
  // Another screen and back: ten people are not lost.
  await page.locator("header").getByRole("link", { name: "Compare" }).first().click();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare");
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.dataset.screen === "titrate");
  expect((await page.locator(".people-table").textContent()) === end, "the clinic should still be there after another screen");
  await page.getByRole("button", { name: "Same ten, try again" }).click();
  expect((await heading(page).textContent()) === "Person 1 of 10", "the same ten should begin anew");
}

/** Every stage in every theme without a violation of level A or AA. */
async function accessible(ctx, size) {
  const page = await open(ctx, { ...size, path: "#/titrate" });
  const look = async (stage) => {
    for (const theme of themes(ctx)) {
      if (ctx.engine === "chromium") await page.emulateMedia({ colorScheme: theme });
      for (const violation of await violations(page)) ctx.faults.push(`${stage}, ${size.width} px, ${theme}: ${violation}`);
    }
  };
  await give(page).click();
  await look("treated");
  await finish(page);
  await look("revealed");
  await page.getByLabel("Clinic: ten people").check({ force: true });
  for (let turn = 0; turn < 10; turn += 1) {
    await finish(page);
    if (turn === 0) await look("one of ten over");
    await page.locator(".desk .primary").click();
  }
  await look("ten over");
  await page.context().close();
}

/** On a phone what is pressed is 44 px, and nothing hangs over the side at any stage. */
async function small(page, size) {
  // The grip is lower, as wide as the window, and moved by a stroke as well.
  const controls = page.locator(".titrate :is(button:not(.grip), summary, select, .option, .tick-box), .titrate .modes a");
  const check = async (when) => {
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(content <= size.width, `${when} at ${size.width} px the page is ${content} px wide`);
    for (const control of await controls.all()) {
      if (!(await control.isVisible())) continue;
      const box = await control.boundingBox();
      const what = (await control.textContent()).slice(0, 30);
      expect(box.height >= 43.5, `${when} at ${size.width} px "${what}" is ${box.height} px high`);
    }
  };
  await check("while a person is treated");
  await page.locator(".finish summary").click();
  await check("with the rules open");
  await page.getByRole("button", { name: "Let it finish" }).click();
  await check("at the end of a person");
}

export async function run(ctx) {
  const path = "#/titrate";
  const reducedMotion = ctx.engine === "chromium" ? "reduce" : null;
  await byKeyboard(await open(ctx, { ...SIZES[0], path, reducedMotion }));
  const page = await open(ctx, { ...SIZES[0], path });
  await byClicks(page);
  await ten(page);
  for (const size of SIZES.slice(1)) await small(await open(ctx, { ...size, path }), size);
  for (const size of SIZES.slice(0, 2)) await accessible(ctx, size);
}
