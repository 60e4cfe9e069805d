import { launch, serve, SITE } from "/work/model/tests/e2e/stage.mjs";
import { open } from "/work/model/tests/e2e/page.mjs";
const server = await serve(SITE); const browser = await launch("chromium");
const ctx = { browser, engine: "chromium", base: server.base, faults: [], contexts: [] };
const jobs = JSON.parse(process.argv[2]);
for (const j of jobs) {
  const page = await open(ctx, { width: j.w, height: j.h, theme: j.theme === "dark" ? "dark" : "light", path: j.path });
  if (j.theme === "projector") await page.evaluate(() => { document.documentElement.dataset.theme = "projector"; });
  await page.waitForSelector("#card-plain");
  await page.evaluate(() => document.fonts.ready);
  if (j.run) { await page.getByRole("button", { name: "Recompute here" }).click(); await page.locator(".went b").waitFor({timeout: 120000}); console.log(await page.locator(".went").textContent()); await page.evaluate(() => document.getElementById("card-checks").scrollIntoView()); }
  if (j.eval) await page.evaluate(j.eval);
  await page.waitForTimeout(300);
  await page.screenshot({ path: j.out, fullPage: !!j.full });
  await page.context().close();
}
await browser.close(); server.close();
console.log(ctx.faults.join("\n")); process.exit(0);
