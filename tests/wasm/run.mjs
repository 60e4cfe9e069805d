// The engine module under Node: it must answer to the last bit as the native engine does.
//
//   node tests/wasm/run.mjs
//
// Loads what the page loads, the worker's script and the engine module of the built site. `expected.json`
// beside this file, once it is there, is a list of {name, job, digest}: a job in base64 and what the native
// engine's digest of it is, written by the native tests.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const site = process.env.TITRARIUM_SITE ?? fileURLToPath(new URL("../../target/www", import.meta.url));
const records = new URL("./expected.json", import.meta.url);

function only(start, end) {
  const names = existsSync(site) ? readdirSync(site).filter((name) => name.startsWith(start) && name.endsWith(end)) : [];
  if (names.length !== 1) {
    console.error(`${names.length} files ${start}*${end} in ${site}; write the site with \`cargo serve --build-only\``);
    process.exit(1);
  }
  return readFileSync(join(site, names[0]));
}

/** A worker as the page sees it: the same script, with a `self` of its own. */
function worker() {
  const sent = [];
  const self = { postMessage: (message) => sent.push(message) };
  const script = only("worker-", ".js").toString("utf8");
  const bindgen = new Function("self", `${script}\n;return wasm_bindgen;`)(self);
  return { bindgen, sent, tell: (data) => self.onmessage({ data }) };
}

let failed = 0;
function check(holds, what) {
  console.log(`${holds ? "ok     " : "FAILED "} ${what}`);
  if (!holds) failed += 1;
}

const module = new WebAssembly.Module(only("engine-", ".wasm"));
const { bindgen, sent, tell } = worker();
tell({ module });
check(sent.length === 1 && sent[0].ready === true, `the worker is ready: ${JSON.stringify(sent)}`);

if (typeof bindgen.digest !== "function") {
  console.log("skipped digests: the engine module exports no `digest`");
} else if (!existsSync(records)) {
  console.log("skipped digests: there is no tests/wasm/expected.json");
} else {
  for (const { name, job, digest } of JSON.parse(readFileSync(records, "utf8"))) {
    const got = bindgen.digest(new Uint8Array(Buffer.from(job, "base64")));
    check(got === digest, `${name}: ${got} is what the native engine gives`);
  }
}

// Not a job at all: an answer or a death, but never silence, and after a death nothing more.
if (typeof bindgen.run === "function") {
  const lost = worker();
  lost.tell({ module });
  lost.tell({ id: 7, job: new Uint8Array([255, 1, 2, 3, 4]) });
  const last = lost.sent.at(-1);
  check(lost.sent.length === 2 && last.id === 7, `a broken job is answered: ${JSON.stringify(last)?.slice(0, 120)}`);
  if (last.died) {
    lost.tell({ id: 8, job: new Uint8Array() });
    check(lost.sent.length === 2, "a dead worker says nothing more");
  }
}
process.exit(failed > 0 ? 1 : 0);
