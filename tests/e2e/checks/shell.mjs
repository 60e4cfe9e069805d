// The first result is plain HTML: it is there without scripts, and it is the largest thing painted with them.
import { expect, open } from "../page.mjs";

export const name = "shell";

const BADGE = "Invented units. Not a drug, not advice.";

const squeezed = (text) => text.replaceAll(/\s+/g, " ").trim();

function observe() {
  globalThis.largest = null;
  new PerformanceObserver((list) => {
    for (const { element, size, url } of list.getEntries()) {
      globalThis.largest = { tag: element?.nodeName, text: element?.textContent ?? "", size, url };
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

export async function run(ctx) {
  const plain = await open(ctx, { javaScript: false });
  expect(await plain.locator(".finding").first().isVisible(), "without scripts there is no finding");
  const arrays = await plain.locator("svg.array").all();
  expect(arrays.length === 2, `without scripts there are ${arrays.length} arrays, not 2`);
  for (const array of arrays) {
    expect(await array.isVisible(), "without scripts an array is hidden");
    const people = await array.locator(":scope > g").count();
    expect(people === 100, `without scripts an array shows ${people} people, not 100`);
  }
  const badges = await plain.getByText(BADGE, { exact: true }).all();
  const seen = await Promise.all(badges.map((badge) => badge.isVisible()));
  expect(seen.includes(true), `without scripts "${BADGE}" is nowhere to be seen`);
  const written = squeezed(await plain.locator("body").textContent());

  if (ctx.engine !== "chromium") return;
  const page = await open(ctx, { init: observe });
  await page.waitForTimeout(1_000);
  const largest = await page.evaluate(() => globalThis.largest);
  expect(largest, "nothing was painted that counts as the largest");
  expect(largest.url === "" && largest.text !== "", `the largest thing painted is no text: ${JSON.stringify(largest)}`);
  expect(written.includes(squeezed(largest.text)), `the largest text is not in the plain HTML: ${largest.text}`);
}
