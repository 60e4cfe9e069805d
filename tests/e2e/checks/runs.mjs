// Every finished run leaves a row that leads back to it; a run goes on until a point of 100; draws step, charts are read by key.
import { button, changed, done, expect, forgive, open, ready, saved, type } from "../page.mjs";

export const name = "runs";

async function log(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  const first = await done(page);
  await page.locator(".runs tbody").first().waitFor({ state: "attached" });
  await type(page, "Starting dose of B", "100");
  const moved = await changed(page, first);
  const rows = page.locator(".runs tbody");
  await page.waitForFunction(() => document.querySelectorAll(".runs tbody").length === 2);
  await page.locator(".runs > summary").click();
  expect((await rows.first().textContent()).includes("begins at 100"), "the newest run does not say what was changed");
  await button(page, "Pin run 1").click();
  await button(page, "Pin run 2").click();
  const pinned = page.locator(".pinned tbody tr");
  expect((await pinned.count()) === 6, `two runs side by side have ${await pinned.count()} rows, not 6`);
  const file = await saved(ctx, page, () => page.locator(".runs .buttons button").first().click());
  expect(file === "runs.csv", "the log cannot be saved");
  await page.reload();
  await ready(page);
  await done(page);
  expect((await rows.count()) >= 2, "a reload loses the log");
  await page.locator(".runs > summary").click();
  await page.getByRole("link", { name: "Go back to run 1" }).click();
  expect((await changed(page, moved)) === first, "a row does not lead back to its run");
  expect((await page.locator("html").getAttribute("data-screen")) === "compare", "a row leads away from the screen");
  await page.context().close();
}

async function until(ctx) {
  const page = await open(ctx);
  const first = await done(page);
  await button(page, "Run until").click();
  await changed(page, first);
  const said = await page.locator(".runbar .number").first().textContent();
  const people = Number(said.replace(/\D/g, ""));
  expect(people > 8_000 && people < 11_000, `about 9,600 people make a point, not ${said}`);
  expect((await button(page, "Run until").count()) === 0, "it asks for more than a point");
  await page.context().close();
}

async function draws(ctx) {
  const page = await open(ctx, { path: "#/compare", reducedMotion: ctx.engine === "chromium" ? "reduce" : null });
  await done(page);
  const chart = page.locator("figure", { has: page.locator("#draws-title") });
  expect((await chart.getByRole("button", { name: "Watch draws" }).count()) === (ctx.engine === "chromium" ? 0 : 1), "draws can be watched where nothing is to move");
  await chart.getByRole("button", { name: "Another 100 people" }).click();
  expect(/of 1 draw\b/.test(await chart.locator(".sentence").textContent()), "one draw is not said");
  await chart.getByRole("button", { name: "Twelve at once" }).click();
  expect(/of 13 draws/.test(await chart.locator(".sentence").textContent()), "thirteen draws are not said");
  const reader = chart.locator(".plot-box.wide input.reader");
  await reader.focus();
  const reading = async () => (await chart.locator("figcaption .reading").textContent()).trim();
  expect((await reading()).startsWith("Draw 13"), `the newest draw is read first, not ${await reading()}`);
  await page.keyboard.press("ArrowRight");
  expect((await reading()).startsWith("Draw 12"), `an arrow reads the next point, not ${await reading()}`);
  expect((await reader.getAttribute("aria-valuetext")) === (await reading()), "a screen reader hears something else");
  await page.keyboard.press("Escape");
  expect((await chart.locator("figcaption .reading").count()) === 0, "Escape does not end the reading");
  const course = page.locator(".read").first();
  await course.hover({ position: { x: 200, y: 80 } });
  expect((await page.locator("figcaption .reading").count()) === 1, "a pointer reads nothing");
  await page.context().close();
}

async function code(ctx) {
  const page = await open(ctx);
  await button(page, "Share").click();
  await page.locator("dialog .qr path").waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await page.context().close();
}

export async function run(ctx) {
  await log(ctx);
  await until(ctx);
  await draws(ctx);
  await code(ctx);
  forgive(ctx, /download/);
}
