// The model card: every section has text and an address, its check computes and can fail, and a text that does not come is
// said to be missing.
import { button, done, expect, forgive, open, ready } from "../page.mjs";
import { violations } from "./axe.mjs";

export const name = "card";

const SECTIONS = ["plain", "purpose", "equations", "numbers", "left-out", "checks", "versions", "cite"];

const heading = (page, section) => page.locator(`#card-${section}`);

/** Whether a heading has the focus and stands at the top of what is seen. */
async function arrived(page, section) {
  const found = (id) => {
    const element = document.getElementById(id);
    const { top } = element?.getBoundingClientRect() ?? { top: Infinity };
    return document.activeElement === element && top >= 0 && top < 200;
  };
  await page.waitForFunction(found, `card-${section}`, { polling: 50, timeout: 5_000 }).catch(() => {
    throw new Error(`${section} is not in view with the focus`);
  });
}

/** The menu and the foot of the page lead there, and the focus goes to the heading. */
async function ways(ctx) {
  const page = await open(ctx);
  await done(page);
  expect((await page.locator("footer").getByRole("link", { name: "Model card" }).count()) === 1, "the foot has no way to the card");
  await page.locator(".menu > summary").first().click();
  await page.locator(".menu-body").getByRole("link", { name: "Model card" }).click();
  await heading(page, "plain").waitFor();
  expect((await page.title()).startsWith("Model card"), `the title is ${await page.title()}`);
  await page.context().close();
  const there = await open(ctx, { path: "#/compare" });
  await done(there);
  await there.locator("footer").getByRole("link", { name: "Model card" }).click();
  await heading(there, "plain").waitFor();
  const focused = await there.evaluate(() => document.activeElement.tagName);
  expect(focused === "H1", `the focus is on ${focused}, not on the heading`);
  await there.context().close();
}

/** Every section has text; the contents lead to each, and so does its address. */
async function contents(ctx, size) {
  const page = await open(ctx, { ...size, path: "#/model" });
  await heading(page, "cite").waitFor();
  const folded = size.width < 720;
  for (const section of SECTIONS) {
    const letters = await page.locator(`section[aria-labelledby=card-${section}]`).innerText();
    expect(letters.length > 200, `${section} says only: ${letters}`);
    expect(!/crate::|undefined|NaN/.test(letters), `${section} says what is for programs`);
    if (folded) await page.locator(".contents summary").click();
    await page.locator(`.contents a[href="#/model/${section}"]:visible`).click();
    await arrived(page, section);
    expect(page.url().endsWith(`#/model/${section}`), `the address is ${page.url()}`);
    const now = await page.locator(".contents [aria-current]").first().getAttribute("href");
    expect(section === "cite" || now === `#/model/${section}`, `the contents say ${now} at ${section}`);
  }
  await page.goBack();
  await arrived(page, "versions");
  await page.context().close();
}

/** A section can be shared; one that does not exist is named. */
async function addresses(ctx) {
  const page = await open(ctx, { path: "#/model/left-out" });
  await arrived(page, "left-out");
  await page.reload();
  await ready(page);
  await arrived(page, "left-out");
  await page.context().close();
  const wrong = await open(ctx, { path: "#/model/nowhere" });
  await heading(wrong, "plain").waitFor();
  const said = await wrong.locator("#left-out li").allTextContents();
  expect(said.length === 1 && said[0].includes("nowhere"), `of an unknown section it says: ${said}`);
  await wrong.context().close();
}

const went = (page) => page.locator(".recompute .went");

/** Computes everything and gives what is said of it. */
async function recompute(page) {
  await button(page, "Recompute here").click();
  await went(page).locator("b").waitFor({ timeout: 120_000 });
  return went(page).textContent();
}

async function check(ctx) {
  const page = await open(ctx, { path: "#/model/checks" });
  await heading(page, "checks").waitFor();
  expect((await page.locator(".here").count()) === 0, "there are dots before anything is computed");
  await button(page, "Recompute here").click();
  await page.locator(".recompute progress").waitFor();
  await page.locator(".recompute").getByRole("button", { name: "Cancel" }).click();
  expect((await went(page).textContent()).startsWith("Stopped"), "cancelling is not said");
  const said = await recompute(page);
  const [, agree, of] = /^(\d+) of (\d+) agree · \d+\.\d s on this device/.exec(said) ?? [];
  expect(agree === of && Number(of) > 400, `it says: ${said}`);
  expect((await page.locator(".plot-box.wide .here").count()) === 8, "there are not eight dots");
  expect((await page.locator(".picked .ok").count()) > 5, "the table says nothing of agreement");
  if (ctx.engine === "chromium") {
    for (const violation of await violations(page)) ctx.faults.push(`after the run: ${violation}`);
  }
  await page.context().close();
}

/** One expected number made wrong on its way here is said to be apart, and stands first. */
async function wrong(ctx) {
  const spoil = async (route) => {
    const card = await (await route.fetch()).json();
    const studies = Buffer.from(card.studies, "base64");
    const [from, to] = [113.7, 123.7].map((number) => Buffer.from(new Float64Array([number]).buffer));
    const at = studies.indexOf(from);
    expect(at >= 0, "the expected number is not in the file");
    to.copy(studies, at);
    await route.fulfill({ json: { ...card, studies: studies.toString("base64") } });
  };
  const page = await open(ctx, { path: "#/model/checks", before: (page) => page.route(/card-[^/]*\.json/, spoil) });
  await heading(page, "checks").waitFor();
  const said = await recompute(page);
  expect(said.includes("1 is apart"), `with a wrong number it says: ${said}`);
  const first = await page.locator(".picked tbody tr").first().innerText();
  expect(/apart by [\d.]+ standard errors/.test(first) && first.includes("123.7"), `the first row is: ${first}`);
  if (ctx.engine === "chromium") {
    for (const violation of await violations(page)) ctx.faults.push(`with a number apart: ${violation}`);
  }
  await page.context().close();
}

/** Without the texts the card says so; trying again brings them. */
async function missing(ctx) {
  let lost = true;
  const lose = (route) => (lost ? route.abort() : route.continue());
  const page = await open(ctx, { path: "#/model/equations", before: (page) => page.route(/card-[^/]*\.json/, lose) });
  await page.locator("[role=alert]:visible", { hasText: "did not load" }).waitFor();
  lost = false;
  await button(page, "Try again").click();
  await arrived(page, "equations");
  expect((await page.locator("[role=alert]:visible").count()) === 0, "the fault is still said");
  await page.context().close();
  forgive(ctx, /card-[^/]*\.json|net::ERR_FAILED|NS_ERROR/);
}

/** Versions and citations name the program, and can be copied. */
async function cite(ctx) {
  const page = await open(ctx, { path: "#/model/cite", ...(ctx.engine === "chromium" ? { permissions: ["clipboard-write", "clipboard-read"] } : {}) });
  const digest = await done(page);
  await heading(page, "cite").waitFor();
  const texts = await page.locator(".quotation blockquote").allTextContents();
  expect(texts.length === 3 && texts[1].includes(digest), `the result is cited as: ${texts[1]}`);
  const said = (await page.locator(".versions").innerText()).split("\n");
  expect(said.includes(digest), "the digest is not among the versions");
  await page.locator(".quotation button").first().click();
  const word = page.locator(".quotation [role=status]").first();
  await page.waitForFunction((node) => node.textContent !== "", await word.elementHandle());
  if (ctx.engine === "chromium") {
    expect((await page.evaluate(() => navigator.clipboard.readText())) === texts[0], "what is copied is not the citation");
  }
  await page.context().close();
}

export async function run(ctx) {
  await ways(ctx);
  await contents(ctx, { width: 1366, height: 768 });
  await contents(ctx, { width: 390, height: 844 });
  await addresses(ctx);
  await check(ctx);
  await wrong(ctx);
  await missing(ctx);
  await cite(ctx);
}
