// What can break on the way: a worker dies, the engine does not load, a worker's file does not start.
import { button, changed, done, expect, forgive, open, type } from "../page.mjs";

export const name = "recovery";

const KILLED = "killed by the check";

// Long enough that a worker can die in the middle of it.
const MANY = "50000";

/** In a worker: an error that nobody catches. */
const throws = (why) => { setTimeout(() => { throw new Error(why); }, 0); };

/** In a worker: it says that its module panicked. */
const dies = (why) => { self.postMessage({ id: 1, died: why }); };

async function death(ctx, deed) {
  const page = await open(ctx, { path: "?workers=2" });
  const first = await done(page);
  await type(page, "People", MANY);
  const whole = await changed(page, first);
  await button(page, "Undo").click();
  await changed(page, whole);

  let born = 0;
  page.on("worker", () => { born += 1; });
  await button(page, "Redo").click();
  await page.waitForSelector('html[data-run="running"]', { state: "attached" });
  // The worker may be gone before it can answer.
  await page.workers()[0].evaluate(deed, KILLED).catch(() => {});
  const after = await changed(page, first);
  expect(born > 0, `a worker ${deed.name}: none was started in its place`);
  expect(after === whole, `a worker ${deed.name}: the run ends with ${after}, not ${whole}`);
  await page.context().close();
}

async function noEngine(ctx) {
  const page = await open(ctx, { before: (page) => page.route(/engine-[^/]*\.wasm$/, (route) => route.abort()) });
  const alert = page.locator("[role=alert]:visible").first();
  await alert.waitFor({ timeout: 10_000 }).catch(() => {
    throw new Error("without the engine module no alert is shown");
  });
  const words = (await alert.textContent()).trim();
  expect(words.split(/\s+/).length >= 6, `without the engine module it only says: ${words}`);
  expect(await page.locator(".finding").first().isVisible(), "without the engine module the finished picture is gone");
  await page.context().close();
}

/** The worker's file can be read, but not started as a worker. */
async function noWorkerFile(ctx, expected) {
  const refused = [];
  const before = (page) => page.route(/worker-[^/]*\.js$/, (route) => {
    const kind = route.request().resourceType();
    if (kind === "fetch") return route.continue();
    refused.push(kind);
    return route.abort();
  });
  const page = await open(ctx, { before, path: "?workers=2" });
  const digest = await done(page);
  expect(refused.length > 0, "the worker's file was never asked for as a script, so nothing was put to the test");
  const blobs = page.workers().filter((worker) => worker.url().startsWith("blob:"));
  expect(blobs.length === 2, `${blobs.length} of 2 workers run from a Blob`);
  expect(digest === expected, `workers from a Blob end with ${digest}, not ${expected}`);
  await page.context().close();
}

export async function run(ctx) {
  const page = await open(ctx, { path: "?workers=2" });
  const expected = await done(page);
  await page.context().close();
  // Firefox's protocol does not reach into a worker, so nobody can be killed there from here.
  if (ctx.engine === "chromium") for (const deed of [throws, dies]) await death(ctx, deed);
  await noEngine(ctx);
  await noWorkerFile(ctx, expected);
  forgive(ctx, new RegExp(`${KILLED}|(engine|worker)-[^/]*\\.(wasm|js)|net::ERR_FAILED`));
}
