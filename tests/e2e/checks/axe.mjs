// axe-core finds nothing at level A or AA, at three sizes in two themes.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { open, SIZES, themes } from "../page.mjs";

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

export async function run(ctx) {
  for (const size of SIZES) {
    const page = await open(ctx, size);
    for (const theme of themes(ctx)) {
      if (theme === "dark") await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(still);
      for (const violation of await violations(page)) {
        ctx.faults.push(`${size.width}x${size.height}, ${theme}: ${violation}`);
      }
    }
    await page.context().close();
  }
}
