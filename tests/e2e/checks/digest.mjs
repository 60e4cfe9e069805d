// The number of workers leaves no trace: the same people, the same sums, to the last bit.
import { changed, done, expect, field, open, type } from "../page.mjs";

export const name = "digest";

const SEED = "1363";
const PEOPLE = "2000";

// A seed that is not painted into the page, so that a run must have taken place.
const ANOTHER = "7";

const plain = (text) => text.replaceAll(/[,\s]/g, "");

async function digests(ctx, workers) {
  const page = await open(ctx, { path: `?workers=${workers}` });
  const first = await done(page);
  const at = { seed: await (await field(page, "Seed")).inputValue(), people: await (await field(page, "People")).inputValue() };
  expect(at.seed === SEED && plain(at.people) === PEOPLE, `the first run is of ${JSON.stringify(at)}`);
  const started = page.workers().length;
  expect(started === workers, `?workers=${workers} started ${started} workers`);
  await type(page, "Seed", ANOTHER);
  const second = await changed(page, first);
  await page.context().close();
  return `${first} ${second}`;
}

export async function run(ctx) {
  const [one, three] = [await digests(ctx, 1), await digests(ctx, 3)];
  expect(one === three, `one worker: ${one}, three workers: ${three}`);
  const expected = process.env.TITRARIUM_DIGEST;
  expect(!expected || one.startsWith(expected), `the first run should have the digest ${expected}, not ${one.split(" ")[0]}`);
}
