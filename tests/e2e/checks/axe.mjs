// axe-core finds nothing at level A or AA: every screen at three sizes, in every theme, folded and unfolded.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { done, open, SCREENS, SIZES, themes } from "../page.mjs";

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

export async function run(ctx) {
  const all = ctx.engine === "chromium" ? [...themes(ctx), "projector"] : themes(ctx);
  for (const [i, path] of ["", ...SCREENS].entries()) {
    for (const [j, size] of SIZES.entries()) {
      const page = await open(ctx, { ...size, path });
      await done(page);
      // The first view in every theme; of the others one theme a size, unless there is time for all.
      const worn = path === "" || ctx.long ? all : [all[(i + j) % all.length]];
      for (const theme of worn) {
        await wear(page, theme);
        for (const violation of await violations(page)) ctx.faults.push(`${path} ${size.width}x${size.height}, ${theme}: ${violation}`);
      }
      await unfold(page);
      for (const violation of await violations(page)) ctx.faults.push(`${path} ${size.width}x${size.height}, all open: ${violation}`);
      await page.context().close();
    }
  }
}
