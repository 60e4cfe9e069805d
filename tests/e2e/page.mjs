// What checks share: opening the page at a size and in a theme, and hearing of everything that goes wrong on it.

/** Sizes that matter: a laptop, a phone, the narrowest window. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

// Firefox by WebDriver BiDi cannot feign media features: it shows its own, which are light.
const AS_IT_IS = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };

/** The themes that the engine of this run can show. */
export function themes(ctx) {
  return ctx.engine === "chromium" ? ["light", "dark"] : ["light"];
}

/** Faults of a page go to the check that opened it. */
export function watch(ctx, page) {
  const host = new URL(ctx.base).host;
  page.on("console", (message) => {
    if (message.type() === "error") ctx.faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => ctx.faults.push(`page error: ${error.message}`));
  page.on("requestfailed", (request) => ctx.faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) ctx.faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.host !== host) {
      ctx.faults.push(`request to another host: ${url}`);
    }
  });
}

/**
 * Opens the page in a context of its own and waits until it is ready.
 * `how`: width, height, theme ("light" or "dark"), path ("" or "#..."), javaScript (true), init (runs before the
 * page's own scripts), and anything else that Playwright's newContext takes.
 */
export async function open(ctx, how = {}) {
  const { width = 1366, height = 768, theme = "light", path = "", javaScript = true, init, ...rest } = how;
  const context = await ctx.browser.newContext({
    viewport: { width, height },
    ...(ctx.engine === "chromium" ? { colorScheme: theme } : AS_IT_IS),
    javaScriptEnabled: javaScript,
    serviceWorkers: "block",
    ...rest,
  });
  ctx.contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // With scripts off a browser reports its own refusals as failures.
  if (javaScript) watch(ctx, page);
  if (init) await page.addInitScript(init);
  await page.goto(ctx.base + path);
  if (javaScript) await ready(page);
  return page;
}

/** Waits until the page says that its first result stands, or says why not. */
export async function ready(page) {
  await page.waitForSelector("html[data-ready], html[data-failed]", { state: "attached" });
  const failure = page.locator("#failure");
  if (await failure.isVisible()) throw new Error(`the page says: ${await failure.textContent()}`);
}

/** Throws with what was expected when it is not so. */
export function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
