// The first view on a slow phone: measured, printed, never judged. `cargo verify --long --only bench` runs it.
//
//   node slow.mjs [--rounds N]
//
// A fresh browser each round; the network of Lighthouse's "slow 4G" (1.6 Mbit/s down, 750 kbit/s up, 150 ms there and
// back), four times as slow a processor, 390 x 844 px; the site from a host that compresses.
import { parseArgs } from "node:util";
import { launch, serve, SITE } from "./stage.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });

const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** In the page, before its own scripts: keeps when what was painted and moved. */
function observe() {
  globalThis.seen = { lcp: 0, fcp: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.seen.lcp = entry.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") globalThis.seen.fcp = entry.startTime; })
    .observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.seen.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => { if ("ready" in document.documentElement.dataset) globalThis.seen.ready ??= performance.now(); })
    .observe(document, { attributes: true, childList: true, subtree: true });
}

/** In the page: moves the slider by a step, and waits for the first picture that shows it. */
async function move(step) {
  const slider = document.querySelector(".change input[type=range]");
  const counts = document.querySelector(".counts [role=img]");
  const before = counts.getAttribute("aria-label");
  slider.value = String(Number(slider.value) + step);
  const began = performance.now();
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  slider.dispatchEvent(new Event("change", { bubbles: true }));
  for (;;) {
    await new Promise(requestAnimationFrame);
    if (document.querySelector(".counts [role=img]").getAttribute("aria-label") !== before) return performance.now() - began;
    if (performance.now() - began > 10_000) return NaN;
  }
}

function say(what, list, unit, digits = 0) {
  const sorted = list.toSorted((a, b) => a - b);
  const [median, low, high] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((x) => x.toFixed(digits));
  console.log(`${what.padEnd(44)} ${median.padStart(8)} ${unit} (${low} to ${high})`);
}

const server = await serve(SITE, { pressed: true });
const loads = [];
const moves = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  const browser = await launch("chromium");
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", SLOW);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(observe);
  await page.goto(server.base);
  await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 60_000 });
  await page.waitForTimeout(1_000);
  loads.push(await page.evaluate(() => globalThis.seen));
  // The first move fetches the engine and starts it; what counts is the next.
  for (const step of [1, -1]) {
    const took = await page.evaluate(move, step);
    await page.waitForSelector("html[data-run=done]", { state: "attached" });
    if (step === -1) moves.push(took);
    await page.waitForTimeout(200);
  }
  await browser.close();
}
server.close();
console.log(`first view at slow 4G, a quarter of the processor, 390 px; medians of ${values.rounds} fresh browsers`);
say("first paint", loads.map(({ fcp }) => fcp), "ms");
say("largest paint (LCP)", loads.map(({ lcp }) => lcp), "ms");
say("ready", loads.map(({ ready }) => ready), "ms");
say("layout shift", loads.map(({ shift }) => shift), "", 3);
say("slider to first picture, 2,000 people x 2 arms", moves.filter(Number.isFinite), "ms");
