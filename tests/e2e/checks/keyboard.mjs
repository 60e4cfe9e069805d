// By keyboard alone: whatever takes the focus shows it, and nothing lies over it.
import { done, open, SCREENS, SIZES } from "../page.mjs";

export const name = "keyboard";

// More stops than any page should have.
const MOST = 250;

/** In the page: what has the focus, and what is wrong with it. None: the focus is outside the page. */
function stop() {
  const node = document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const label = node.labels?.[0];
  const named = node.getAttribute("aria-label") ?? (label?.textContent || node.textContent || node.id);
  const about = `<${node.nodeName.toLowerCase()}> "${named.trim().slice(0, 40)}"`;
  globalThis.stops ??= new Set();
  const again = globalThis.stops.has(node);
  globalThis.stops.add(node);

  // A choice that is drawn by its label shows the focus there.
  const places = [node, label, node.parentElement, node.nextElementSibling].filter(Boolean);
  const shows = (place) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(place);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$|transparent/.test(outlineColor);
  };
  const faults = [];
  if (!places.some(shows)) faults.push("has no visible focus");

  const room = ({ width, height }) => width > 4 && height > 4;
  const drawn = places.find((place) => room(place.getBoundingClientRect()) && getComputedStyle(place).opacity !== "0") ?? node;
  const box = drawn.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (right - left < 1 || bottom - top < 1) {
    faults.push("is out of sight");
  } else {
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const own = over && places.some((place) => place === over || place.contains(over) || over.contains(place));
    if (!own) faults.push(`is covered by <${over?.nodeName.toLowerCase()} class="${over?.getAttribute("class") ?? ""}">`);
  }
  return { about, again, faults };
}

async function walk(ctx, page, where) {
  await page.evaluate(() => {
    globalThis.stops = new Set();
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  let count = 0;
  for (; count < MOST; count += 1) {
    await page.keyboard.press("Tab");
    await page.waitForTimeout(30);
    const found = await page.evaluate(stop);
    if (!found || found.again) break;
    for (const fault of found.faults) ctx.faults.push(`${where}: ${found.about} ${fault}`);
  }
  if (count < 8) ctx.faults.push(`${where}: only ${count} stops; the controls cannot be reached`);
  if (count === MOST) ctx.faults.push(`${where}: more than ${MOST} stops, or a trap`);
}

function unfold() {
  for (const details of document.querySelectorAll("main details")) details.open = true;
}

export async function run(ctx) {
  for (const size of SIZES.slice(0, 2)) {
    for (const all of ["", ", all open"]) {
      // A page of its own each time: in Firefox a focus that comes back from the window's frame shows no ring.
      const page = await open(ctx, { ...size, reducedMotion: ctx.engine === "chromium" ? "reduce" : null });
      if (all) await page.evaluate(unfold);
      await walk(ctx, page, `${size.width} px${all}`);
      await page.context().close();
    }
  }
  // Of the other screens as they open: on a phone, where a sheet and the tabs lie over the page, or at all sizes.
  for (const path of SCREENS) {
    for (const size of ctx.long ? SIZES : SIZES.slice(1, 2)) {
      const page = await open(ctx, { ...size, path, reducedMotion: ctx.engine === "chromium" ? "reduce" : null });
      await done(page);
      await walk(ctx, page, `${path} ${size.width} px`);
      await page.context().close();
    }
  }
}
