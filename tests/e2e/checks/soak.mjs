// Run after run after run: what the page keeps in memory stops growing, and so does the number of workers.
import { button, changed, done, expect, open } from "../page.mjs";

export const name = "soak";
// Only Chromium's protocol tells how large the heap is.
export const engines = ["chromium"];

const GROWTH = 1.3;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

export async function run(ctx) {
  const page = await open(ctx);
  const protocol = await page.context().newCDPSession(page);
  const heap = async () => {
    await protocol.send("HeapProfiler.collectGarbage");
    return (await protocol.send("Runtime.getHeapUsage")).usedSize;
  };
  let digest = await done(page);
  const sizes = [];
  const end = performance.now() + (ctx.long ? 600_000 : 30_000);
  let runs = 0;
  let workers = 0;
  for (let next = 0; performance.now() < end; runs += 1) {
    await button(page, "New seed").click();
    digest = await changed(page, digest);
    workers ||= page.workers().length;
    if (performance.now() > next) {
      sizes.push(await heap());
      next = performance.now() + 500;
    }
  }
  expect(sizes.length >= 9, `only ${runs} runs and ${sizes.length} looks at the heap in all that time`);
  const third = Math.floor(sizes.length / 3);
  const [middle, last] = [median(sizes.slice(third, 2 * third)), median(sizes.slice(-third))];
  const kb = (size) => `${Math.round(size / 1000)} kB`;
  expect(last <= GROWTH * middle, `after ${runs} runs the heap has grown from ${kb(middle)} to ${kb(last)}: ${sizes.map(kb).join(", ")}`);
  const now = page.workers().length;
  expect(now === workers, `after ${runs} runs there are ${now} workers, not ${workers}`);
}
