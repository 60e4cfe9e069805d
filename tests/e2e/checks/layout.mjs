// Nothing moves while the page loads, nothing hangs over the side, and the first view is there before any script.
import { expect, open, SCREENS, SIZES } from "../page.mjs";

export const name = "layout";

// Shifts that follow a deed of the visitor within half a second do not count, as in the metric's definition.
function observe() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) => node?.nodeName + (node?.className ? `.${node.className}` : ""));
      globalThis.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

export async function run(ctx) {
  const plain = await open(ctx, { javaScript: false });
  for (const part of ["h1", ".finding"]) {
    expect((await plain.locator(part).count()) > 0, `without scripts there is no ${part}`);
    expect(await plain.locator(part).first().isVisible(), `without scripts ${part} is not visible`);
  }
  for (const size of SIZES) {
    const page = await open(ctx, { ...size, init: ctx.engine === "chromium" ? observe : undefined });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    await fits(page, `at ${size.width} px`);
    const shifts = await page.evaluate(() => globalThis.shifts ?? []);
    expect(shifts.length === 0, `at ${size.width} px something moves while loading: ${JSON.stringify(shifts)}`);
    // Whatever can be opened is open, the table of all outcomes among it.
    await page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((part) => { part.open = true; }));
    await fits(page, `at ${size.width} px with everything open`);
    await page.context().close();
  }
  await later(ctx);
  await underWay(ctx);
}

/** While people arrive there is a bar and a button more, which have to fit as well. */
async function underWay(ctx) {
  for (const size of SIZES) {
    const page = await open(ctx, { ...size, path: "#/compare?v=1&n=100000" });
    await page.waitForSelector("html[data-run=running] progress");
    await fits(page, `at ${size.width} px while people arrive`);
    expect(await page.locator("progress").first().isVisible(), "the run was over before it was looked at");
    await page.context().close();
  }
}

/** The screens that come later: nothing of the first view flashes by, nothing hangs over the side. */
async function later(ctx) {
  for (const size of SIZES) {
    for (const path of SCREENS) {
      const page = await open(ctx, { ...size, path, init: ctx.engine === "chromium" ? observe : undefined });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(500);
      await fits(page, `${path} at ${size.width} px`);
      const shifts = await page.evaluate(() => globalThis.shifts ?? []);
      // Numbers that sharpen while people arrive may nudge the words behind them; nothing else may move.
      const seen = shifts.filter(({ value }) => value >= 0.001);
      expect(seen.length === 0, `${path} at ${size.width} px: something moves while loading: ${JSON.stringify(seen)}`);
      await page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((part) => { part.open = true; }));
      await fits(page, `${path} at ${size.width} px with everything open`);
      await page.context().close();
    }
  }
}

async function fits(page, when) {
  const { content, room, over } = await page.evaluate(() => {
    const foot = (node) => node.getBoundingClientRect().bottom;
    const parts = [...document.querySelectorAll("main > *")].filter((part) => getComputedStyle(part).position !== "fixed");
    return {
      content: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
      over: Math.max(...parts.map(foot)) - document.querySelector("footer").getBoundingClientRect().top,
    };
  });
  expect(content <= room, `${when} the page is ${content} px wide in ${room}`);
  expect(over <= 0, `${when} the foot of the page lies ${over} px over what is above it`);
}
