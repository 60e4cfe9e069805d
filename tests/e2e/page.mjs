// What checks share: opening the page at a size and in a theme, and hearing of everything that goes wrong on it.

/** Sizes that matter: a laptop, a phone, the narrowest window. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

/** Addresses of the screens beside the first view. */
export const SCREENS = ["#/compare", "#/person", "#/cohort", "#/titrate", "#/model", "#/compare/rule/1", "#/compare/watch/1"];

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
 * `how`: width, height, theme ("light" or "dark"), path ("" or "#..." or "?..."), javaScript (true), init (runs before
 * the page's own scripts), before (is given the page before it goes anywhere), and anything else that Playwright's
 * newContext takes.
 */
export async function open(ctx, how = {}) {
  const { width = 1366, height = 768, theme = "light", path = "", javaScript = true, init, before, ...rest } = how;
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
  if (before) await before(page);
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

/** Takes back the faults that a check has brought about itself. */
export function forgive(ctx, pattern) {
  ctx.faults = ctx.faults.filter((fault) => !pattern.test(fault));
}

/** The digest of the last finished run: 16 hexadecimal digits. */
export async function digest(page) {
  const said = await page.locator("html").getAttribute("data-digest");
  expect(/^[0-9a-f]{16}$/.test(said ?? ""), `html[data-digest] should hold 16 hexadecimal digits, not "${said}"`);
  return said;
}

/** Waits until the run under way is over, and gives its digest. */
export async function done(page) {
  await until(page, () => document.documentElement.dataset.run === "done", undefined, "html[data-run] never said \"done\"");
  return digest(page);
}

/** Waits until a run is over whose digest is another than this, and gives it. */
export async function changed(page, from) {
  const other = (before) => {
    const { run, digest } = document.documentElement.dataset;
    return run === "done" && digest !== before;
  };
  await until(page, other, from, `no run ended with another result than ${from}`);
  return digest(page);
}

async function until(page, holds, argument, otherwise) {
  try {
    await page.waitForFunction(holds, argument, { polling: 20 });
  } catch (fault) {
    const run = await page.locator("html").getAttribute("data-run").catch(() => "gone");
    throw new Error(`${otherwise}; it says "${run}"`, { cause: fault });
  }
}

/** The field with this label; the details it may be hidden in are opened. */
export async function field(page, label) {
  const input = page.getByLabel(label, { exact: true }).and(page.locator("input:not([type=range])"));
  expect((await input.count()) === 1, `there should be one field called "${label}", not ${await input.count()}`);
  await input.evaluate((node) => {
    for (let at = node.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  });
  return input;
}

/** Types into the field with this label, key by key as a person would, and leaves it. */
export async function type(page, label, text) {
  const input = await field(page, label);
  await over(input, text);
  await input.blur();
  return input;
}

/** Types over what stands in a field and presses Enter. In Firefox a value that is put there changes nothing on Enter. */
export async function over(input, text) {
  await input.focus();
  await input.press("ControlOrMeta+a");
  await input.pressSequentially(text);
  await input.press("Enter");
}

/** Goes to a screen by its tab, or by the name of the page to the first view. */
export async function screen(page, name) {
  const link = page.locator(".topbar").getByRole("link", { name });
  const slug = (await link.getAttribute("href")).slice(2);
  await link.click();
  await page.waitForFunction((slug) => document.documentElement.dataset.screen === slug, slug);
}

/** The button whose name begins so. */
export function button(page, name) {
  return page.getByRole("button", { name: new RegExp(`^${name}\\b`, "i") }).first();
}

/** The name of the file that a deed saves. Firefox by BiDi tells of no download: there the link that saves is overheard. */
export async function saved(ctx, page, deed) {
  if (ctx.engine === "chromium") {
    const download = page.waitForEvent("download");
    await deed();
    return (await download).suggestedFilename();
  }
  await page.evaluate(() => {
    const press = HTMLAnchorElement.prototype.click;
    globalThis.savedAs = new Promise((tell) => {
      HTMLAnchorElement.prototype.click = function click() {
        HTMLAnchorElement.prototype.click = press;
        tell(this.download);
        press.call(this);
      };
    });
  });
  await deed();
  return page.evaluate(() => globalThis.savedAs);
}
