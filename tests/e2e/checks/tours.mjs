// A tour through the screens without dragging: once by clicks alone, once by keys alone.
import { button, changed, done, expect, open, screen } from "../page.mjs";

export const name = "tours";

const heading = async (page) => (await page.locator("main h1").first().textContent()).trim();

/** By clicks alone: every screen does what it is for. */
async function clicks(ctx) {
  const page = await open(ctx);
  const first = await done(page);
  await page.getByRole("button", { name: /^More, Starting dose/ }).or(page.locator(".change .step").nth(1)).first().click();
  const moved = await changed(page, first);
  await button(page, "Undo").click();
  await changed(page, moved);

  await screen(page, "One person");
  for (const name of ["Next person", "Next visit", "Next decision"]) await button(page, name).click();
  expect((await heading(page)) === "Person 2", `it is ${await heading(page)}`);

  await screen(page, "You titrate");
  await page.getByRole("radio", { name: /^Clinic/ }).check();
  const visits = () => page.locator(".your-decisions tbody tr").count();
  const before = await visits();
  await page.locator("main button[type=submit]").click();
  await page.waitForFunction((n) => document.querySelectorAll(".your-decisions tbody tr").length > n, before);

  await screen(page, "Cohort");
  await page.getByRole("radio", { name: "20", exact: true }).check();
  await button(page, "Severe").click();
  expect(/of 20/.test(await heading(page)), `it is ${await heading(page)}`);

  await screen(page, "Compare");
  const run = await done(page);
  await button(page, "Swap").click();
  await page.locator("details.scenario summary", { hasText: "worth more" }).click();
  await page.locator(".weights .step").first().click();
  await button(page, "New people").click();
  await changed(page, run);
  await page.context().close();
}

/**
 * Presses Tab, or Shift+Tab for what lies before, until the focus is on a control with this name. Past the last
 * control Tab goes on to the browser's own bars, and what has the focus there is not pressed in the page.
 */
async function tabTo(page, pattern, key = "Tab") {
  for (let tries = 0; tries < 160; tries += 1) {
    const [named, within] = await page.evaluate(() => {
      const node = document.activeElement;
      const name = node?.getAttribute("aria-label") ?? node?.labels?.[0]?.textContent ?? node?.textContent ?? "";
      return [name.trim(), document.hasFocus()];
    });
    expect(within, `the focus left the page on the way to ${pattern} by ${key}`);
    if (pattern.test(named)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${pattern} cannot be reached by keyboard`);
}

/** Goes to a screen by its digit; the focus is then on its heading. */
async function go(page, digit, slug) {
  await page.keyboard.press(digit);
  const there = (slug) => document.documentElement.dataset.screen === slug && document.activeElement?.matches("main h1");
  await page.waitForFunction(there, slug);
}

/** By keys alone: the same. */
async function byKeys(ctx) {
  const page = await open(ctx);
  const first = await done(page);
  await tabTo(page, /^Starting dose of B/);
  await page.keyboard.press("Tab");
  await tabTo(page, /Starting dose of B|^More/);
  await page.keyboard.press("n");
  const seeded = await changed(page, first);
  await page.keyboard.press("ControlOrMeta+z");
  await changed(page, seeded);

  await go(page, "2", "person");
  await tabTo(page, /^Next person/);
  await page.keyboard.press("Enter");
  expect((await heading(page)) === "Person 2", `it is ${await heading(page)}`);
  await page.keyboard.press("ArrowRight");

  await go(page, "3", "titrate");
  await tabTo(page, /^Give/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".your-decisions tbody tr").length > 0);

  await go(page, "4", "cohort");
  await tabTo(page, /^Severe/);
  await page.keyboard.press("Enter");
  expect((await page.locator(".filter[aria-pressed=true]").textContent()) === "Severe", "the filter is not on");

  await go(page, "5", "compare");
  await tabTo(page, /^New people/, "Shift+Tab");
  const before = await done(page);
  await page.keyboard.press("Enter");
  await changed(page, before);
  await tabTo(page, /^Read the chart/);
  await page.keyboard.press("ArrowRight");
  expect((await page.locator("figcaption .reading").count()) === 1, "a chart is not read by key");
  await page.context().close();
}

export async function run(ctx) {
  await clicks(ctx);
  await byKeys(ctx);
}
