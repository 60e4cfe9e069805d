// A picture of the page for developers: node shot.mjs URLPATH OUT.png WIDTH HEIGHT [light|dark]
import { launch, serve, SITE } from "./stage.mjs";
import { open } from "./page.mjs";

const [path, out, width, height, theme = "light"] = process.argv.slice(2);
if (!height || !["light", "dark"].includes(theme)) {
  console.error('node shot.mjs URLPATH OUT.png WIDTH HEIGHT [light|dark]    (URLPATH may be "" or "#...")');
  process.exit(2);
}

const server = await serve(SITE);
const browser = await launch("chromium");
const ctx = { browser, engine: "chromium", base: server.base, faults: [], contexts: [] };
try {
  const page = await open(ctx, { width: Number(width), height: Number(height), theme, path: path.replace(/^\//, "") });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: out });
} catch (fault) {
  ctx.faults.push(String(fault));
}
await browser.close();
server.close();
for (const fault of ctx.faults) console.error(fault);
process.exit(ctx.faults.length > 0 ? 1 : 0);
