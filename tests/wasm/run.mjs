// The engine module under Node: it must answer to the last bit as the native engine does.
//
//   node tests/wasm/run.mjs
//
// Loads what the page loads, the worker's script and the engine module of the built site. `cargo verify` writes
// target/verify/digests.json for it, a list of {name, parcel, answer}: blocks of a scenario as a worker is sent them,
// and the fingerprint (FNV-1a) of the native engine's answer, every bit of it. A parcel of other sources than the module's is refused by the module.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const site = process.env.TITRARIUM_SITE ?? fileURLToPath(new URL("../../target/www", import.meta.url));
const digests = process.env.TITRARIUM_DIGESTS ?? fileURLToPath(new URL("../../target/verify/digests.json", import.meta.url));

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

/** What it gives, or what it throws, in words. */
function answer(work) {
  try {
    return work();
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** FNV-1a, 64 bits, as 16 hexadecimal digits. */
function fnv(bytes) {
  const hash = bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n);
  return hash.toString(16).padStart(16, "0");
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

if (existsSync(digests)) {
  const runs = JSON.parse(readFileSync(digests, "utf8"));
  check(runs.length > 0, `${runs.length} runs to compare with the native engine`);
  for (const { name, parcel, answer: native } of runs) {
    const got = answer(() => fnv(bindgen.run(new Uint8Array(parcel))));
    check(got === native, `${name}: ${got} here, ${native} natively`);
  }
} else {
  check(false, `no ${digests}; \`cargo verify --only wasm\` writes it`);
}

// Not a job at all: a death, never silence, and after it nothing more.
const lost = worker();
lost.tell({ module });
lost.tell({ id: 7, job: new Uint8Array([255, 1, 2, 3, 4]) });
const last = lost.sent.at(-1);
check(lost.sent.length === 2 && last.id === 7 && last.died, `a broken job is answered: ${JSON.stringify(last)?.slice(0, 120)}`);
lost.tell({ id: 8, job: new Uint8Array() });
check(lost.sent.length === 2, "a dead worker says nothing more");
process.exit(failed > 0 ? 1 : 0);
