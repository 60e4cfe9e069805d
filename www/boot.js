// Starts the page: the first view by a small module, the other screens by one that has them all and loads when one of
// them is asked for. What is on the screen until then is plain HTML and stays if this fails.

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

const fail = (reason, screen) => {
  const place = document.getElementById("failure");
  const cause = document.createElement("small");
  const advice = globalThis.WebAssembly
    ? "Reload the page. If that does not help, close other tabs or try another browser."
    : "This browser has no WebAssembly. Try a current Firefox, Chrome, Edge or Safari.";
  cause.textContent = String(reason?.message ?? reason);
  place.replaceChildren(screen ? `${screen} ` : `The simulation could not start. The picture above is a finished example, and its controls do nothing. ${advice} `, cause);
  place.hidden = false;
  if (screen) place.scrollIntoView({ block: "nearest" });
  else root.dataset.failed = "";
};

const root = document.documentElement;
const there = (file) => new URL(file, import.meta.url);

// "#/" is the first view; "#finding" is a place on it. A link with a text or an edited protocol needs the module with all screens, too.
const asksForScreen = () => /^#\/[^?]|[?&][atrmcg]=/.test(location.hash);

// The module of the first view, while it is shown.
let first;

// The module with all screens: its glue, its compiled code, its styles.
let loading;
const load = () => {
  loading ??= Promise.all([
    import("./{{screens_js}}"),
    fetch(there("./{{screens_wasm}}"))
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`status ${answer.status}`))))
      .then((bytes) => WebAssembly.compile(bytes)),
    new Promise((resolve, reject) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: there("./{{screens_css}}").href });
      link.onload = resolve;
      link.onerror = () => reject(new Error("the styles did not load"));
      document.head.append(link);
    }),
  ]).catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
};

const showScreens = async () => {
  const [screens, code] = await load();
  if (first && !asksForScreen()) return;
  first?.leave();
  await screens.default({ module_or_path: code });
  removeEventListener("hashchange", follow);
};

// Follows the address until the module with all screens does it itself.
const follow = async () => {
  if (!asksForScreen()) return;
  root.dataset.loading ??= "next";
  try {
    await showScreens();
  } catch (reason) {
    delete root.dataset.loading;
    history.replaceState(null, "", "#/");
    fail(reason, "This screen could not be loaded. Check the connection and choose it again; your settings are kept.");
  }
};

// Whoever points at a way to a screen is likely to take it.
const warm = (event) => {
  if (first && event.target.closest?.('a[href^="#/"]')) load().catch(() => {});
};

try {
  if (root.dataset.loading) {
    await showScreens();
  } else {
    first = await import("./{{app_js}}");
    await first.default({ module_or_path: there("./{{app_wasm}}") });
    for (const name of ["pointerover", "focusin", "touchstart"]) addEventListener(name, warm, { passive: true });
    addEventListener("hashchange", follow);
    await follow();
  }
} catch (reason) {
  delete root.dataset.loading;
  fail(reason);
}
