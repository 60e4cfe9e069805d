// The page that measures this device: reached from the menu, run by keys, stopped, and copied from. No figure is judged.
import { expect, forgive, open } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "device";

const hidden = (page, id) => page.locator(`#${id}`).evaluate((node) => node.hidden);

/** Where a person gets to it. */
async function reach(page) {
  await page.locator(".topbar .menu > summary").click();
  await page.getByRole("link", { name: "How fast is this device?" }).click();
  await page.waitForURL(/bench\.html$/);
  await page.getByRole("button", { name: "Measure" }).waitFor();
}

async function cancel(page) {
  await page.getByRole("button", { name: "Measure" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("progress").value > 0);
  // The focus has moved to Cancel, so the same key stops it.
  await page.keyboard.press("Enter");
  await page.locator("#status", { hasText: "Stopped" }).waitFor();
  expect(await hidden(page, "result"), "something is shown of a measurement that was stopped");
  expect(page.workers().length === 0, `${page.workers().length} workers go on after Cancel`);
}

async function measure(ctx, page) {
  await page.getByRole("button", { name: "Measure" }).press("Enter");
  await page.locator("#result:visible").waitFor({ timeout: 90_000 });
  const rows = await page.locator("#table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  expect(rows.length === 3, `the table has ${rows.length} rows`);
  for (const row of rows) expect(row.slice(1).every((text) => /^[1-9\d][\d.,]* \(\S+ to \S+\)$/.test(text)), `a row is: ${row.join(" | ")}`);
  const line = await page.locator("#line").inputValue();
  expect(/^Titrarium \S+; build \S+; \d+ workers?, .*slider to first picture \d+ \(/.test(line), `the line is: ${line}`);
  expect(line.includes(await page.evaluate(() => navigator.userAgent)), "the line does not name the browser");
  const words = await page.locator("main").innerText();
  expect(!/NaN|undefined|Infinity|\{/.test(words), `something was left out: ${words}`);
  expect((await page.locator("iframe").count()) === 0, "the frame is still there");
  expect(page.workers().length === 0, `${page.workers().length} workers go on`);
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content <= room, `the page is ${content} px wide in ${room}`);
  for (const violation of await violations(page)) ctx.faults.push(violation);
  return line;
}

async function copy(page, line) {
  await page.getByRole("button", { name: "Copy" }).press("Enter");
  await page.locator("#status", { hasText: /Copied|selected/ }).waitFor();
  const selected = await page.locator("#line").evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  expect(selected === line, "the line is not selected");
}

export async function run(ctx) {
  const page = await open(ctx, { width: 390, height: 844 });
  await reach(page);
  await page.goto(`${ctx.base}bench.html?short`);
  await cancel(page);
  await copy(page, await measure(ctx, page));
  // Workers and frame that are stopped half way leave requests unfinished.
  forgive(ctx, /^failed: .*ERR_ABORTED/);
}
