// Whatever is clicked, tapped and typed on whatever screen, in whatever order, nothing goes wrong on the page.
import { expect, open, SCREENS } from "../page.mjs";

export const name = "fuzz";

const KEYS = ["Tab", "Shift+Tab", "Enter", "Space", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End",
  "PageUp", "PageDown", "Escape", "Backspace", "Delete", "Control+z", "Control+Shift+z", "Control+a", "0", "7", "-", "x"];

/** Numbers from 0 to 1 that a seed brings back: mulberry32. */
function luck(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In the page: links out, downloads and file choosers would leave the page or wait for a person. */
function stay() {
  const leads = (node) => node.closest?.("a[href]:not([href^='#']), input[type=file]");
  addEventListener("click", (event) => { if (leads(event.target)) event.preventDefault(); }, { capture: true });
}

async function poke(page, random, { width, height }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const kind = random();
  if (kind < 0.25) return page.mouse.click(random() * width, random() * height);
  if (kind < 0.35) return page.touchscreen.tap(random() * width, random() * height);
  if (kind < 0.6) return page.keyboard.press(pick(KEYS));
  if (kind < 0.7) return page.mouse.wheel(0, Math.round((random() - 0.5) * 1500));
  // Straight at a control, since most of a page is paper.
  const nodes = await page.locator("button, input, summary, select, textarea").all();
  const node = pick(nodes);
  if (!node) return undefined;
  const quick = { timeout: 300 };
  if (random() < 0.7) return node.click(quick).catch(() => {});
  return node.fill(pick(["", "0", "120", "1e9", "-1", "900", "\u0000<b>", "99999999999999999999"]), quick).catch(() => {});
}

const LAPTOP = { width: 1000, height: 800, hasTouch: true };
const PHONE = { width: 390, height: 844, hasTouch: true };

/** So long on a screen, or until something goes wrong. */
async function wild(ctx, path, size, seed, time) {
  const random = luck(seed);
  const page = await open(ctx, { ...size, init: stay, path });
  const end = performance.now() + time;
  let pokes = 0;
  for (; performance.now() < end && ctx.faults.length === 0; pokes += 1) await poke(page, random, size);
  const again = `on ${path} at ${size.width} px after ${pokes} steps; TITRARIUM_FUZZ_SEED=${seed} brings them back`;
  expect(ctx.faults.length === 0, again);
  expect(await page.locator("main h1").first().isVisible(), `the question is gone ${again}`);
  const over = () => ["done", "stopped"].includes(document.documentElement.dataset.run);
  await page.waitForFunction(over, undefined, { timeout: 90_000 }).catch(() => {
    throw new Error(`the last run does not end ${again}`);
  });
  await page.context().close();
}

export async function run(ctx) {
  const seed = Number(process.env.TITRARIUM_FUZZ_SEED ?? (ctx.long ? Date.now() % 2 ** 31 : 1));
  const time = ctx.long ? 12_000 : 2_500;
  for (const [i, path] of ["", ...SCREENS].entries()) {
    for (const size of ctx.long ? [LAPTOP, PHONE] : [[LAPTOP, PHONE][i % 2]]) await wild(ctx, path, size, seed, time);
  }
}
