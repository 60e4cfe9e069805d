// The worker's side of the pool. The glue of the engine module stands before this in the same file and sets
// `wasm_bindgen`; neither imports nor exports, so one file serves module workers and classic Blob workers.
//
//   in  {module: WebAssembly.Module}     once, first          out {ready: true}
//   in  {id, job: Uint8Array}            any number           out {id, done: Uint8Array, took: ms}
//                                        after a panic        out {id, died: string}, and nothing more
{
  let dead = false;

  const start = ({ module }) => {
    wasm_bindgen.initSync({ module });
    self.postMessage({ ready: true });
  };

  const work = ({ id, job }) => {
    const began = performance.now();
    const done = wasm_bindgen.run(job);
    self.postMessage({ id, done, took: performance.now() - began }, [done.buffer]);
  };

  self.onmessage = ({ data }) => {
    if (dead) return;
    try {
      if (data.module) start(data);
      else work(data);
    } catch (error) {
      // A panic leaves the module's memory in an unknown state: this worker is done for, the pool starts another.
      dead = true;
      self.postMessage({ id: data.id ?? null, died: String(error) });
    }
  };
}
