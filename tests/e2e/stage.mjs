// What a check stands on: the site on a plain static host, and a browser.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium, firefox } from "playwright-core";

export const SITE = process.env.TITRARIUM_SITE ?? fileURLToPath(new URL("../../target/www", import.meta.url));

// Not the root, so that an absolute address is found out.
const UNDER = "/some/where/";

const KINDS = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves a folder under a sub-path with no header but the type; `pressed`: as a host that compresses. */
export async function serve(folder, { pressed = false } = {}) {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`no site in ${folder}; write it with \`cargo serve --build-only\``);
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const file = pathname === UNDER ? "index.html" : normalize(decodeURIComponent(pathname.slice(UNDER.length)));
    try {
      if (!pathname.startsWith(UNDER) || file.startsWith("..")) throw new Error("outside");
      const bytes = await readFile(join(folder, file));
      const type = KINDS[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...(pressed && { "content-encoding": "gzip" }) });
      response.end(pressed ? gzipSync(bytes, { level: 9 }) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${server.address().port}${UNDER}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

const PROGRAMS = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  firefox: ["firefox-esr", "firefox"],
};

function program(engine) {
  const named = process.env[engine.toUpperCase()];
  if (named) return resolve(named);
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = PROGRAMS[engine].flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error(`no ${engine} on the PATH; install it or name it in ${engine.toUpperCase()}`);
  return found;
}

/** Starts a browser that talks to nobody but the page. */
export function launch(engine) {
  const executablePath = program(engine);
  // This channel speaks WebDriver BiDi, as a distribution's own Firefox does.
  // playwright-core after 1.63 asks for `emulation.setMediaFeaturesOverride`, which Firefox 153 does not know.
  if (engine === "firefox") return firefox.launch({ executablePath, channel: "moz-firefox" });
  const args = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
  ];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath, args });
}
