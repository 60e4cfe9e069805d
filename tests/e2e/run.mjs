// The page in a real browser: every check of checks/, one after the other.
//
//   node run.mjs [--browser chromium|firefox] [NAME...]
//
// The site is served under a sub-path and without headers, so that relative addresses and the policy of the
// <meta> element are what is tested. A console error, an error of the page, a broken policy or a request to
// another host fails whichever check was running.
import { readdir } from "node:fs/promises";
import { launch, serve, SITE } from "./stage.mjs";

const LIMIT = (process.env.TITRARIUM_LONG ? 20 : 3) * 60_000;

const words = process.argv.slice(2);
const at = words.indexOf("--browser");
const engine = at < 0 ? "chromium" : words.splice(at, 2)[1];

const files = (await readdir(new URL("./checks/", import.meta.url))).filter((file) => file.endsWith(".mjs")).sort();
const checks = [];
for (const file of files) {
  const check = await import(`./checks/${file}`);
  if (words.length === 0 || words.includes(check.name)) checks.push(check);
}
if (checks.length === 0) {
  console.error(`no check is called ${words.join(" or ")}`);
  process.exit(2);
}

const server = await serve(SITE);
const browser = await launch(engine);
let failed = 0;
for (const check of checks) {
  const began = performance.now();
  const ctx = { browser, engine, base: server.base, long: Boolean(process.env.TITRARIUM_LONG), faults: [], contexts: [] };
  try {
    if (check.engines && !check.engines.includes(engine)) {
      console.log(`skipped ${check.name}: not for ${engine}`);
      continue;
    }
    await limited(check.run(ctx), check.name);
  } catch (fault) {
    ctx.faults.push(fault.stack ?? String(fault));
  }
  await Promise.all(ctx.contexts.map((context) => context.close().catch(() => {})));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (ctx.faults.length > 0) failed += 1;
  console.log(`${ctx.faults.length > 0 ? "FAILED " : "ok     "} ${check.name} (${seconds} s)`);
  for (const fault of ctx.faults) console.log(`        ${fault.replaceAll("\n", "\n        ")}`);
}
await browser.close();
server.close();
console.log(`${checks.length - failed} of ${checks.length} checks passed in ${engine}`);
process.exit(failed > 0 ? 1 : 0);

function limited(work, name) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took more than ${LIMIT / 1000} s`)), LIMIT);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
