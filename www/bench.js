// Measures this device: people a second in workers, as the page runs them, and the time from its slider to its picture.
// Everything compared runs in turn, in short rounds; medians are shown with the lowest and the highest.
//
//   ?short            fewer and shorter rounds: for trying the page out, not for figures
const told = JSON.parse(document.getElementById("told").textContent);
const words = new Map(told.words);
const say = (name, holes = {}) => words.get(name).replaceAll(/\{(\w+)\}/g, (_, hole) => holes[hole]);
const at = (id) => document.getElementById(id);

const short = new URLSearchParams(location.search).has("short");
const ROUNDS = short ? 2 : 5;
const SLICE = short ? 60 : 500; // ms
const WARM = short ? 60 : 400;
const MOVES = short ? 3 : 9;
/** People, arms and name of the library's study whose slider is moved. */
const MOVED = { scenario: "missing-data", pair: "1.0", people: 2000, arms: 2 }; // the arm with a dose on the left
/** The range of the dose on the left. */
const DOSE = ".control:has(> .control-head [id^=dose-]) input[type=range]";
const TRIAL = 400; // people: two arms of 200

const cores = navigator.hardwareConcurrency || 2;
/** As many as the page starts: one a core, up to eight, one core left to the page. */
const WORKERS = Math.min(Math.max(cores, 2), 9) - 1;

/** What is under way, and a way to end it. */
let ending = null;

class Stopped extends Error {}

function proceed(name, holes, share) {
  if (ending.signal.aborted) throw new Stopped(ending.signal.reason);
  at("status").textContent = say(name, holes);
  at("progress").value = share;
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], low: sorted[0], high: sorted.at(-1) };
}

/** Starts workers with the engine; they end with the measurement. */
async function hire(count) {
  const module = await WebAssembly.compile(await (await fetch(told.engine)).arrayBuffer());
  const one = () => new Promise((resolve, reject) => {
    const worker = new Worker(told.worker, { type: "module" });
    ending.signal.addEventListener("abort", () => { worker.terminate(); reject(new Stopped(ending.signal.reason)); });
    worker.onerror = (event) => reject(new Error(event.message || told.worker));
    worker.onmessage = ({ data }) => (data.ready ? resolve(worker) : reject(new Error(data.died)));
    worker.postMessage({ module });
  });
  return Promise.all(Array.from({ length: count }, one));
}

/** Has a worker do one parcel after the other until the time is up; gives the people it has simulated. */
function work(worker, parcels, until) {
  return new Promise((resolve, reject) => {
    let [people, done] = [0, 0];
    ending.signal.addEventListener("abort", () => reject(new Stopped(ending.signal.reason)), { once: true });
    const next = () => {
      const job = parcels[done % parcels.length].job.slice();
      worker.postMessage({ id: done, job }, [job.buffer]);
    };
    worker.onmessage = ({ data }) => {
      if (data.died) return reject(new Error(data.died));
      people += parcels[data.id % parcels.length].people;
      done += 1;
      return performance.now() < until ? next() : resolve(people);
    };
    next();
  });
}

/** People a second. */
async function rate(workers, study, slice) {
  const began = performance.now();
  const people = await Promise.all(workers.map((worker) => work(worker, study.parcels, began + slice)));
  return (people.reduce((a, b) => a + b) * 1000) / (performance.now() - began);
}

async function studies() {
  proceed("loading", {}, 0);
  const workers = await hire(WORKERS);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const all = told.studies.map(({ id, name, parcels }) => ({
    id, name, one: [], all: [], parcels: parcels.map(({ people, job }) => ({ people, job: bytes(job) })),
  }));
  for (const study of all) await rate(workers, study, WARM);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const study of all) {
      proceed("measuring", { study: study.name, n: round + 1, of: ROUNDS }, (0.8 * round) / ROUNDS);
      study.one.push(await rate(workers.slice(0, 1), study, SLICE));
      study.all.push(WORKERS > 1 ? await rate(workers, study, SLICE) : study.one.at(-1));
    }
  }
  for (const worker of workers) worker.terminate();
  return all.map(({ id, name, one, all }) => ({ id, name, us: spread(one.map((x) => 1e6 / x)), one: spread(one), all: spread(all) }));
}

/** Waits until something holds, looking now and then. */
async function until(holds, what) {
  for (const late = performance.now() + 30_000; performance.now() < late;) {
    if (ending.signal.aborted) throw new Stopped(ending.signal.reason);
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(what);
}

/** Moves the range by a step; the times until the picture changed and until it was whole, ms. */
function move(frame, by) {
  const page = frame.contentDocument;
  const root = page.documentElement;
  const range = page.querySelector(DOSE);
  const note = page.querySelector(".show > .note");
  return new Promise((resolve) => {
    let first = null;
    const began = performance.now();
    const observer = new MutationObserver((seen) => {
      const now = performance.now() - began;
      if (seen.some(({ target }) => note.contains(target))) first ??= now;
      if (root.dataset.run !== "done") return;
      first ??= now; // so quick that all people came in the first picture
      observer.disconnect();
      resolve({ first, whole: now });
    });
    observer.observe(note, { childList: true, characterData: true, subtree: true });
    observer.observe(root, { attributeFilter: ["data-run"] });
    range.value = String(Number(range.value) + by);
    range.dispatchEvent(new frame.contentWindow.InputEvent("input", { bubbles: true }));
  });
}

/** The page itself in a frame, and its slider moved to and fro. */
async function slider() {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `./?workers=${WORKERS}#/?v=1&s=${MOVED.scenario}&pair=${MOVED.pair}`, title: say("frame"), inert: true, className: "device-frame" });
  at("place").replaceChildren(frame);
  const root = () => frame.contentDocument?.documentElement;
  await until(() => root()?.dataset.scenario === MOVED.scenario && root().dataset.run === "done" && root().querySelector(DOSE), MOVED.scenario);
  const times = [];
  for (let i = 0; i < MOVES + 2; i += 1) {
    proceed("moving", { n: Math.max(i - 1, 1), of: MOVES }, 0.8 + (0.2 * i) / (MOVES + 2));
    const stopped = until(() => false, frame.title);
    const time = await Promise.race([move(frame, i % 2 ? -1 : 1), stopped]);
    if (i > 1) times.push(time); // the first ones warm up
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { first: spread(times.map(({ first }) => first)), whole: spread(times.map(({ whole }) => whole)) };
}

const whole = (x) => Math.round(x).toLocaleString("en-GB");
const ranged = ({ median, low, high }, write) => `${write(median)} (${write(low)} to ${write(high)})`;
const fixed = (digits) => (x) => x.toFixed(digits);

/** "one worker", "3 workers". */
const workersInWords = WORKERS === 1 ? say("worker") : say("workers", { n: WORKERS });

function cell(kind, text) {
  const cell = document.createElement(kind === "td" ? "td" : "th");
  if (kind !== "td") cell.scope = kind;
  cell.textContent = text;
  return cell;
}

function row(cells) {
  const row = document.createElement("tr");
  row.append(...cells);
  return row;
}

function show(rates, moves) {
  const table = at("table");
  table.createCaption().textContent = say("caption", { workers: workersInWords, cores, rounds: ROUNDS });
  const columns = [...say("columns").split("|"), say("columns_all", { workers: workersInWords }), say("columns_trials", { workers: workersInWords })];
  const alone = WORKERS === 1; // then the column of all workers would be that of one again
  if (alone) columns.splice(3, 1);
  const head = document.createElement("thead");
  head.append(row(columns.map((text) => cell("col", text))));
  const body = document.createElement("tbody");
  body.append(...rates.map(({ name, us, one, all }) => row([
    cell("row", name),
    cell("td", ranged(us, fixed(2))),
    cell("td", ranged(one, whole)),
    ...(alone ? [] : [cell("td", ranged(all, whole))]),
    cell("td", ranged({ median: all.median / TRIAL, low: all.low / TRIAL, high: all.high / TRIAL }, whole)),
  ])));
  table.replaceChildren(table.caption, head, body);
  const [first, all] = [ranged(moves.first, fixed(0)), ranged(moves.whole, fixed(0))];
  at("slider").textContent = say("slider", { first, whole: all, people: whole(MOVED.people), arms: MOVED.arms });
  const figures = rates.map(({ id, us, one, all }) =>
    `${id} ${ranged(us, fixed(2))} \u00b5s, ${whole(one.median)} people/s on 1 worker${alone ? "" : `, ${whole(all.median)} on ${WORKERS}`}, ${whole(all.median / TRIAL)} trials/s`);
  at("line").value = [
    `Titrarium ${told.version}`, `build ${told.build}`, `${alone ? "1 worker" : `${WORKERS} workers`}, ${cores} cores`, `${ROUNDS} rounds of ${SLICE} ms`,
    ...figures, `slider to first picture ${first} ms, to whole picture ${all} ms (${MOVED.people} people, ${MOVED.arms} arms)`,
    navigator.userAgent,
  ].join("; ");
}

async function measure() {
  ending = new AbortController();
  at("cancel").hidden = at("progress").hidden = false;
  at("cancel").focus();
  at("start").hidden = at("result").hidden = true;
  let said = "done";
  let why = "";
  try {
    show(await studies(), await slider());
    at("result").hidden = false;
  } catch (reason) {
    said = reason instanceof Stopped ? reason.message : "failed";
    why = String(reason?.message ?? reason);
  }
  const focused = document.activeElement === at("cancel");
  ending.abort(said);
  at("place").replaceChildren();
  at("start").hidden = false;
  if (focused) at("start").focus();
  at("cancel").hidden = at("progress").hidden = true;
  at("status").textContent = say(said, { why });
}

async function copy() {
  const line = at("line");
  line.select();
  try {
    await navigator.clipboard.writeText(line.value);
    at("status").textContent = say("copied");
  } catch {
    at("status").textContent = say("select");
  }
}

try {
  document.documentElement.dataset.theme = (localStorage.getItem("titrarium.preferences") ?? "system").split(" ")[0];
} catch {
  // Without storage it looks as the device says.
}
at("start").addEventListener("click", measure);
at("cancel").addEventListener("click", () => ending?.abort("cancelled"));
at("copy").addEventListener("click", copy);
document.addEventListener("visibilitychange", () => { if (document.hidden) ending?.abort("hidden"); });
