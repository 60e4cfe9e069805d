// The page talks to its own host only, keeps working when that host is gone, and its policy lets nothing else in.
import { expect, open } from "../page.mjs";

export const name = "offline hosts";

export async function run(ctx) {
  const page = await open(ctx);
  const host = new URL(ctx.base).host;
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  const foreign = loaded.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== host);
  expect(foreign.length === 0, `loaded from elsewhere: ${foreign.join(", ")}`);
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll("[src], link[href]")].map((node) => node.getAttribute("src") ?? node.getAttribute("href")),
  );
  const absolute = addresses.filter((address) => !/^(\.\/|#|data:|blob:)/.test(address));
  expect(absolute.length === 0, `addresses that are not relative: ${absolute.join(", ")}`);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy.includes("default-src 'none'"), `the policy starts from something: ${policy}`);
  expect(!policy.includes("'unsafe-inline'") && !policy.includes("'unsafe-eval'"), `the policy is lax: ${policy}`);
  await page.context().setOffline(true);
  expect((await page.locator("h1").count()) > 0, "offline the page is gone");
}
