// axe-core finds nothing at level A or AA: every screen at three sizes, in every theme; fresh, after a run, with a dialog, the
// menu or the sheet open, and with everything unfolded.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { button, changed, digest, done, open, SCREENS, SIZES, themes } from "../page.mjs";

export const name = "axe";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every violation on the page as it stands, in words. */
export async function violations(page) {
  // As text, since the page's policy lets no other script in.
  await page.evaluate(source);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    }),
  );
  return found.violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n${nodes.slice(0, 5).map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
}

/** In the page: waits until no colour is on its way to another. */
async function still() {
  const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
  await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
}

/** Puts a theme on. A projector's is the page's own; the others are the device's. */
async function wear(page, theme) {
  await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
  await page.evaluate((theme) => {
    document.documentElement.dataset.theme = theme === "projector" ? theme : "system";
  }, theme);
  await page.evaluate(still);
}

/** Everything that can be opened, opened. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((part) => { part.open = true; }));

/** In the menu or in the header: another seed, and its result. */
async function again(page) {
  const menu = page.locator(".topbar details.menu");
  const hidden = !(await button(page, "New seed").isVisible());
  if (hidden) await menu.locator("summary").click();
  const before = await digest(page);
  await page.getByRole("button", { name: /^New seed/ }).and(page.locator(":visible")).first().click();
  await changed(page, before);
  if (hidden) await menu.locator("summary").click();
}

/** What can lie over a screen: how it is opened, and how it is closed. */
const OVER = {
  "the share dialog open": [(page) => page.locator(".topbar").getByRole("button", { name: "Share" }).click(), escape],
  "the key map open": [(page) => page.keyboard.press("?"), escape],
  "the menu open": [pull, pull],
  "the sheet half": [(page) => lift(page, "half"), (page) => lift(page, "peek")],
  "the sheet full": [(page) => lift(page, "full"), (page) => lift(page, "peek")],
};

async function escape(page) {
  await page.keyboard.press("Escape");
}

async function pull(page) {
  await page.locator(".topbar details.menu > summary").click();
}

/** Presses the grip until the sheet has a height; where it has none such, it stays. */
async function lift(page, height) {
  const grip = page.locator(".grip");
  for (let i = 0; i < 3 && (await grip.isVisible()) && (await grip.getAttribute("data-height")) !== height; i += 1) await grip.click();
}

export async function run(ctx) {
  const all = ctx.engine === "chromium" ? [...themes(ctx), "projector"] : themes(ctx);
  for (const [i, path] of ["", ...SCREENS].entries()) {
    for (const [j, size] of SIZES.entries()) {
      const page = await open(ctx, { ...size, path });
      await done(page);
      const look = async (state) => {
        for (const violation of await violations(page)) ctx.faults.push(`${path} ${size.width}x${size.height}, ${state}: ${violation}`);
      };
      // In every theme the first view, fresh; the rest in one theme a size, unless there is time for all.
      const turn = [all[(i + j) % all.length]];
      for (const theme of path === "" || ctx.long ? all : turn) {
        await wear(page, theme);
        await look(`${theme}, fresh`);
      }
      await again(page);
      const over = Object.entries(OVER).filter(([state]) => !state.includes("sheet") || size.width < 720);
      for (const theme of ctx.long ? all : turn) {
        await wear(page, theme);
        await look(`${theme}, after a run`);
        for (const [state, [begin, end]] of ctx.long ? over : [over[(i + j) % over.length]]) {
          await begin(page);
          await look(`${theme}, ${state}`);
          await end(page);
        }
      }
      await unfold(page);
      await look("all open");
      await page.context().close();
    }
  }
}
