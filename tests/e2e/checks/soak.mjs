// Run after run after run, on the first view and on every other screen: what the page keeps in memory stops growing, stays
// below 100 MB, and so does the number of workers.
import { button, changed, done, expect, open, SCREENS } from "../page.mjs";

export const name = "soak";
// Only Chromium's protocol tells how large the heap is.
export const engines = ["chromium"];

const GROWTH = 1.3;
const MOST = 100e6;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Run after run for some time, then from screen to screen as well; the sizes of the heap after each. */
async function soak(ctx, { paths, time, fewest }) {
  const page = await open(ctx, { path: paths[0] });
  const protocol = await page.context().newCDPSession(page);
  const heap = async () => {
    await protocol.send("HeapProfiler.collectGarbage");
    return (await protocol.send("Runtime.getHeapUsage")).usedSize;
  };
  let digest = await done(page);
  const sizes = [];
  const end = performance.now() + time;
  let runs = 0;
  let workers = 0;
  for (let next = 0; performance.now() < end; runs += 1) {
    const path = paths[runs % paths.length];
    if (paths.length > 1) {
      await page.evaluate((path) => { location.hash = path; }, path || "#/");
      await page.waitForFunction((path) => path.slice(2).startsWith(document.documentElement.dataset.screen), path || "#/");
    }
    await button(page, "New seed").click();
    digest = await changed(page, digest);
    workers ||= page.workers().length;
    // A round of all screens at a time, for they weigh differently.
    if (performance.now() > next && (runs + 1) % paths.length === 0) {
      sizes.push(await heap());
      next = performance.now() + 500;
    }
  }
  const where = paths.length > 1 ? "from screen to screen" : "on the first view";
  expect(sizes.length >= fewest, `${where}: only ${runs} runs and ${sizes.length} looks at the heap in all that time`);
  const third = Math.floor(sizes.length / 3);
  const [middle, last] = [median(sizes.slice(third, 2 * third)), median(sizes.slice(-third))];
  const kb = (size) => `${Math.round(size / 1000)} kB`;
  const all = `${where} after ${runs} runs the heap has grown from ${kb(middle)} to ${kb(last)}: ${sizes.map(kb).join(", ")}`;
  expect(last <= GROWTH * middle, all);
  expect(Math.max(...sizes) < MOST, all);
  const now = page.workers().length;
  expect(now === workers, `${where} after ${runs} runs there are ${now} workers, not ${workers}`);
  await page.context().close();
}

export async function run(ctx) {
  await soak(ctx, { paths: [""], time: ctx.long ? 120_000 : 15_000, fewest: 9 });
  await soak(ctx, { paths: ["", ...SCREENS], time: ctx.long ? 480_000 : 25_000, fewest: 3 });
}
