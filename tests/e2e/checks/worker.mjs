// The worker's one file starts both ways under the page's policy: as a module worker and, as the one-file page
// needs it, as a classic worker from a Blob. A job that is no job is answered with a death, not with silence.
import { expect, open } from "../page.mjs";

export const name = "worker";

/** In the page: starts a worker, hands it the module and one broken job, and collects what it says. */
async function talk(flavour) {
  const parts = JSON.parse(document.getElementById("parts").textContent);
  const module = await WebAssembly.compileStreaming(fetch(parts.engine));
  const blob = async () => URL.createObjectURL(new Blob([await (await fetch(parts.worker)).text()], { type: "text/javascript" }));
  const worker = flavour === "module" ? new Worker(parts.worker, { type: "module" }) : new Worker(await blob());
  return new Promise((resolve, reject) => {
    const said = [];
    setTimeout(() => reject(new Error(`silence after ${JSON.stringify(said)}`)), 20_000);
    worker.onerror = (event) => reject(new Error(`the worker did not start: ${event.message}`));
    worker.onmessage = ({ data }) => {
      said.push(data.ready ? "ready" : data.died ? "died" : "done");
      if (data.ready) worker.postMessage({ id: 1, job: new Uint8Array([255, 1, 2, 3, 4]) });
      else resolve(said.join(" "));
    };
    worker.postMessage({ module });
  });
}

export async function run(ctx) {
  const page = await open(ctx);
  for (const flavour of ["module", "blob"]) {
    const said = await page.evaluate(talk, flavour);
    expect(/^ready (died|done)$/.test(said), `as a ${flavour} worker it said: ${said}`);
  }
}
