// What a browser lacks is said in words, with what to do; the picture of the static page stays.
import { open } from "../page.mjs";

export const name = "troubles";

const LACKS = [
  { what: "workers", init: () => { delete globalThis.Worker; }, says: /cannot run work in the background/ },
  { what: "SIMD", init: () => { WebAssembly.validate = () => false; }, says: /lacks WebAssembly SIMD/ },
];

export async function run(ctx) {
  for (const { what, init, says } of LACKS) {
    const page = await open(ctx, { init });
    const notice = await page.locator(".notice").first().textContent();
    if (!says.test(notice)) ctx.faults.push(`without ${what} the page says: ${notice}`);
    if (!/Try a current/.test(notice)) ctx.faults.push(`without ${what} the page does not say what to do: ${notice}`);
    const glyphs = await page.locator(".array").first().locator("g").count();
    if (glyphs !== 100) ctx.faults.push(`without ${what} the picture has ${glyphs} people`);
  }
}
