// Starts the page's module. What is on the screen until then is plain HTML and stays if this fails.
import init from "./{{app_js}}";

// Reads scenario files; loaded once, when another scenario is picked or the editor is opened.
let reader;
globalThis.titrariumReader = () => {
  reader ??= import("./{{reader_js}}")
    .then(async (module) => {
      await module.default({ module_or_path: new URL("./{{reader_wasm}}", import.meta.url) });
      return module;
    })
    .catch((reason) => {
      reader = undefined;
      throw reason;
    });
  return reader;
};

const fail = (reason) => {
  const place = document.getElementById("failure");
  const cause = document.createElement("small");
  const advice = globalThis.WebAssembly
    ? "Reload the page. If that does not help, close other tabs or try another browser."
    : "This browser has no WebAssembly. Try a current Firefox, Chrome, Edge or Safari.";
  cause.textContent = String(reason?.message ?? reason);
  place.replaceChildren(`The simulation could not start. The picture above is a finished example, and its controls do nothing. ${advice} `, cause);
  place.hidden = false;
  document.documentElement.dataset.failed = "";
};

try {
  await init({ module_or_path: new URL("./{{app_wasm}}", import.meta.url) });
} catch (reason) {
  fail(reason);
}
