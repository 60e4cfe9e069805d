// Figures of the site in a real browser: measured, printed, never judged. `cargo verify --long --only bench` runs it.
//
//   node bench.mjs [--browser chromium|firefox] [--rounds N]
//
// One after the other: the engine in a worker against the plain JavaScript yardstick in a worker of the same browser,
// two workers against one, and a move of the page's slider. What is compared runs in turn, in short rounds; each figure
// is the median of the rounds, with the lowest and the highest.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { launch, serve, SITE } from "./stage.mjs";

const { values } = parseArgs({ options: { browser: { type: "string", default: "chromium" }, rounds: { type: "string", default: "9" } } });
const ROUNDS = Number(values.rounds);
const SLICE = 300; // ms
/** A study of the library with two arms, one of them with a dose to move, and a study of five. */
const MOVED = ["missing-data", "dose-arms"];

const yardstick = await readFile(new URL("../../benches/yardstick.mjs", import.meta.url), "utf8");

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], low: sorted[0], high: sorted.at(-1) };
}

function say(what, values, unit, digits = 2) {
  const { median, low, high } = spread(values);
  const [at, from, to] = [median, low, high].map((x) => x.toFixed(digits));
  console.log(`${what.padEnd(44)} ${at.padStart(8)} ${unit} (${from} to ${to})`);
}

/** In the page: everything that races, round by round. */
async function race({ yardstick, rounds, slice }) {
  const told = JSON.parse(document.getElementById("told").textContent);
  const module = await WebAssembly.compile(await (await fetch(told.engine)).arrayBuffer());
  const heard = (worker, message, transfer) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, transfer ?? []);
  });
  const studies = told.studies.map(({ id, parcels }) => ({
    id,
    parcels: parcels.map(({ people, job }) => ({ people, job: Uint8Array.from(atob(job), (sign) => sign.charCodeAt(0)) })),
  }));

  const script = `${yardstick}
    const cohort = enrol(4800, 1);
    self.onmessage = ({ data: seconds }) => {
      const began = performance.now();
      enrol(4800, 1);
      const drawn = ((performance.now() - began) * 1e3) / 4800;
      self.postMessage({ drawn, lived: lasting(cohort, seconds) });
    };`;
  const theirs = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });

  const workers = [0, 1].map(() => new Worker(told.worker, { type: "module" }));
  for (const worker of workers) await heard(worker, { module });
  const work = async (worker, { parcels }, until) => {
    let people = 0;
    for (let i = 0; performance.now() < until; i += 1) {
      const { people: some, job } = parcels[i % parcels.length];
      await heard(worker, { id: i, job: job.slice() });
      people += some;
    }
    return people;
  };
  const us = async (count, study) => {
    const began = performance.now();
    const people = await Promise.all(workers.slice(0, count).map((worker) => work(worker, study, began + slice)));
    return ((performance.now() - began) * 1e3) / people.reduce((a, b) => a + b);
  };

  for (const study of studies) await us(2, study);
  await heard(theirs, 1);
  const found = { cores: navigator.hardwareConcurrency, drawn: [], lived: [], one: studies.map(() => []), two: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { drawn, lived } = await heard(theirs, slice / 1e3);
    found.drawn.push(drawn);
    found.lived.push(lived);
    for (const [i, study] of studies.entries()) found.one[i].push(await us(1, study));
    found.two.push(await us(2, studies[0]));
  }
  return { ...found, studies: studies.map(({ id }) => id) };
}

/** A worker that says how long the engine took for each parcel. */
const TIMED = `
{
  const [run, post] = [wasm_bindgen.run, self.postMessage.bind(self)];
  let took = 0;
  wasm_bindgen.run = (job) => {
    const began = performance.now();
    try { return run(job); } finally { took = performance.now() - began; }
  };
  self.postMessage = (message, transfer) => post({ ...message, took }, transfer);
}
`;

/** In the page, before its own scripts: every worker's times, and how long the page takes to hear an answer. */
function listen() {
  globalThis.engine = 0;
  globalThis.hearing = 0;
  globalThis.answers = 0;
  globalThis.Worker = class extends Worker {
    addEventListener(kind, listener, options) {
      super.addEventListener(kind, (event) => {
        if (event.data?.done) [globalThis.engine, globalThis.answers] = [globalThis.engine + event.data.took, globalThis.answers + 1];
        const began = performance.now();
        listener.call(this, event);
        globalThis.hearing += performance.now() - began;
      }, options);
    }
  };
}

/** In the page: moves the dose by a step, and tells when the picture changed, when it was whole, and who took how long. */
function move(by) {
  const root = document.documentElement;
  const range = document.querySelector(".control:has(> .control-head [id^=dose-]) input[type=range]");
  const note = document.querySelector(".show > .note");
  [globalThis.engine, globalThis.hearing, globalThis.answers] = [0, 0, 0];
  return new Promise((resolve) => {
    let [first, pictures] = [null, 0];
    const began = performance.now();
    const observer = new MutationObserver((seen) => {
      const now = performance.now() - began;
      if (seen.some(({ target }) => note.contains(target))) {
        pictures += 1;
        first ??= { at: now, engine: globalThis.engine };
      }
      if (root.dataset.run !== "done") return;
      first ??= { at: now, engine: globalThis.engine }; // so quick that all people came in the first picture
      observer.disconnect();
      const { engine, hearing, answers } = globalThis;
      requestAnimationFrame(() => setTimeout(() =>
        resolve({ first, whole: now, painted: performance.now() - began, engine, hearing, answers, pictures })));
    });
    observer.observe(note, { childList: true, characterData: true, subtree: true });
    observer.observe(root, { attributeFilter: ["data-run"] });
    range.value = String(Number(range.value) + by);
    range.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

async function slider(page, workers, scenario) {
  // Only the arm on the left has a slider: the one with a dose comes there.
  const pair = scenario === "missing-data" ? "&pair=1.0" : "";
  await page.goto("about:blank");
  await page.goto(`${server.base}?workers=${workers}#/?v=1&s=${scenario}${pair}`);
  await page.waitForSelector(`html[data-ready][data-scenario=${scenario}][data-run=done]`, { state: "attached" });
  const moves = [];
  for (let i = 0; i < ROUNDS + 4; i += 1) {
    const moved = await page.evaluate(move, i % 2 ? -1 : 1);
    if (i > 3) moves.push(moved);
    await page.waitForTimeout(80);
  }
  console.log(`slider, ${scenario}, ${workers} worker${workers > 1 ? "s" : ""}:`);
  say("  to the first picture", moves.map(({ first }) => first.at), "ms", 1);
  say("  to the picture of all people", moves.map(({ whole }) => whole), "ms", 1);
  say("  until that one is painted", moves.map(({ painted }) => painted), "ms", 1);
  say("  in the engine, a worker", moves.map(({ engine }) => engine / workers), "ms", 1);
  say("  outside it", moves.map(({ engine, whole }) => 100 * (1 - engine / workers / whole)), "%", 0);
  say("  the page hearing answers", moves.map(({ hearing }) => hearing), "ms", 1);
  say("  answers", moves.map(({ answers }) => answers), "", 0);
  say("  changes of the note below it", moves.map(({ pictures }) => pictures), "", 0);
}

const server = await serve(SITE);
const browser = await launch(values.browser);
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(`${server.base}bench.html`);
const { studies, cores, drawn, lived, one, two } = await page.evaluate(race, { yardstick, rounds: ROUNDS, slice: SLICE });
console.log(`${values.browser} ${browser.version()}, ${cores} cores, medians of ${ROUNDS} rounds of ${SLICE} ms in turn`);
say("yardstick: drawing and screening", drawn, "us a person enrolled");
say("yardstick: the fixed arm", lived, "us a person");
for (const [i, id] of studies.entries()) say(`engine: ${id}, all included`, one[i], "us a person enrolled");
say("yardstick to engine, fixed arm, all included", one[0].map((us, i) => (drawn[i] + lived[i]) / us), "times as long");
say("response to fixed", one[1].map((us, i) => us / one[0][i]), "times as long");
say("two workers", two.map((us, i) => one[0][i] / us), "times as fast as one");

await page.addInitScript(listen);
await page.route(/\/worker-[^/]*\.js$/, async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: `${await response.text()}${TIMED}` });
});
for (const scenario of MOVED) for (const workers of [1, 2]) await slider(page, workers, scenario);
await browser.close();
server.close();
