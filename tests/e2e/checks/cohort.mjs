// The cohort: a tap on a line follows that person, a pointer reads the chart, a filter leaves some people, groups are told
// apart with their number and error.
import { button, done, expect, open } from "../page.mjs";

export const name = "cohort";

const names = (page) => page.locator(".fan .plot-box.wide .labels text").filter({ hasText: /^Person \d+$/ });

async function follow(page) {
  const field = page.locator(".fan .read:visible");
  const { x, y, width, height } = await field.boundingBox();
  await page.mouse.move(x + 0.4 * width, y + 0.5 * height);
  const read = page.locator(".fan .reading");
  await read.waitFor();
  expect(/\d/.test(await read.textContent()), `the pointer reads "${await read.textContent()}"`);
  // The lines lie close together: somewhere down the middle one is hit.
  for (let down = 0.35; down < 0.9 && (await names(page).count()) === 0; down += 0.05) {
    await page.mouse.click(x + 0.4 * width, y + down * height);
  }
  expect((await names(page).count()) === 1, "no tap on the fan follows anybody");
  await button(page, "Follow one more").click();
  expect((await names(page).count()) === 2, "nobody more is followed");
  await button(page, "Follow nobody").click();
  expect((await names(page).count()) === 0, "somebody is still followed");
}

async function filter(page) {
  const people = async () => Number((await page.locator("h1").textContent()).match(/^[\d,]+/)[0].replace(",", ""));
  const all = await people();
  await button(page, "Severe").click();
  const severe = await people();
  expect(severe > 0 && severe < all, `${severe} of ${all} people are severe`);
  await button(page, "Everyone").click();
  expect((await people()) === all, "somebody is missing");
}

async function groups(page) {
  const rows = await page.locator(".cohort table").last().locator("tbody tr").allTextContents();
  expect(rows.length > 8, `only ${rows.length} groups`);
  expect(rows.every((row) => /±/.test(row)), `a group has no error: ${rows.join(" | ")}`);
}

async function thirds(page) {
  const chart = page.locator(".chart", { has: page.locator("#exposure-title") });
  const said = await chart.locator(".sentence").textContent();
  expect((said.match(/[\d.]+ \([\d.]+ to [\d.]+\) in the \w+ third \(3[34] people\)/g) ?? []).length === 3, `it says ${said}`);
  const rows = await chart.locator(".table-box tbody tr").allTextContents();
  expect(rows.length === 3 && rows.every((row) => /to/.test(row)), `the thirds are ${rows.join(" | ")}`);
  expect(/order statistics/.test(await chart.locator("figcaption").textContent()), "it does not say how the intervals are made");
}

export async function run(ctx) {
  const page = await open(ctx, { path: "#/cohort" });
  await done(page);
  await follow(page);
  await filter(page);
  await groups(page);
  await thirds(page);
}
