// At 400 % zoom and with the text spacing of WCAG 1.4.12 nothing is cut off and nothing hangs over the side.
import { done, expect, open, SCREENS, SIZES } from "../page.mjs";

export const name = "reflow";

// A window of 1280 x 1024 at 400 %.
const ZOOMED = { width: 320, height: 256 };

/** In the page: the spacing that a reader may set, through the style sheets that its policy allows. */
function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** In the page: texts that their own box cuts off. */
function cut() {
  const faults = [];
  for (const node of document.querySelectorAll("main *, header *, footer *")) {
    const { overflowX, overflowY, position, clipPath } = getComputedStyle(node);
    if (clipPath !== "none" || position === "fixed" || node.clientWidth < 2) continue;
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own) continue;
    const across = overflowX === "hidden" && node.scrollWidth > node.clientWidth + 1;
    const down = overflowY === "hidden" && node.scrollHeight > node.clientHeight + 1;
    if (across || down) faults.push(`${node.nodeName.toLowerCase()}.${node.className}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return { faults, content: document.documentElement.scrollWidth, room: document.documentElement.clientWidth };
}

async function look(page, what) {
  const { faults, content, room } = await page.evaluate(cut);
  expect(faults.length === 0, `${what}: cut off: ${faults.join(" | ")}`);
  expect(content <= room, `${what}: ${content} px wide in ${room}`);
}

export async function run(ctx) {
  for (const path of ["", ...SCREENS]) {
    const zoomed = await open(ctx, { ...ZOOMED, path });
    await done(zoomed);
    await look(zoomed, `${path} at 400 %`);
    await zoomed.context().close();
    for (const size of SIZES.slice(0, ctx.long ? 3 : 2)) {
      const page = await open(ctx, { ...size, path });
      await done(page);
      await page.evaluate(space);
      await look(page, `${path} at ${size.width} px with text spaced`);
      await page.context().close();
    }
  }
}
