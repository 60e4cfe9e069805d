// A link brings back what it was made of, and says what it had to leave out; nothing is lost on the way to another
// screen, nor on reload; "Start fresh" is one step back to the first view's result.
import { button, changed, done, expect, field, open, ready, screen, type } from "../page.mjs";

export const name = "links";

const seed = async (page) => (await field(page, "Seed")).inputValue();
const question = async (page) => (await page.locator("main h1").first().textContent()).trim();

/** The link that the dialog shows. */
async function shared(page) {
  await button(page, "Share").click();
  const link = await page.locator("#share-link").inputValue();
  await page.keyboard.press("Escape");
  expect(!(await page.locator("dialog.dialog").first().isVisible()), "Escape does not close the dialog");
  return new URL(link).hash;
}

/** Whom and what somebody looks at is in the link, is there after a reload, and can be taken back. */
async function watched(ctx) {
  const page = await open(ctx, { path: "#/person" });
  await done(page);
  for (const name of ["Next person", "Next person", "Next visit"]) await button(page, name).click();
  const day = async (of) => (await of.locator(".day b").textContent()).trim();
  const seen = await day(page);
  expect((await question(page)) === "Person 3" && seen !== "Day 0", `it is ${await question(page)}, ${seen}`);
  await screen(page, "Cohort");
  await button(page, "Severe").click();
  const heading = await question(page);
  await screen(page, "You titrate");
  expect((await question(page)) === "Person 3", "another person is treated than was watched");
  await page.locator("main button[type=submit]").click();
  const link = await shared(page);
  for (const part of ["who=2.", "cohort=100.2.-.-.-", "hands=one.k"]) expect(link.includes(part), `${part} is not in ${link}`);

  const other = await open(ctx, { path: link });
  await screen(other, "Cohort");
  expect((await question(other)) === heading, "the link leads to another cohort");
  await other.context().close();
  await page.reload();
  await ready(page);
  await screen(page, "One person");
  expect((await question(page)) === "Person 3" && (await day(page)) === seen, "a reload loses who was watched");
  for (let steps = 0; steps < 3; steps += 1) await button(page, "Undo").click();
  expect((await question(page)) === "Person 3" && (await day(page)) === "Day 0", "undo does not go back along the days");
  await button(page, "Undo").click();
  expect((await question(page)) === "Person 2", "undo does not lead to the person before");
  await page.context().close();
}

/** A link with parts that mean nothing here. */
async function leftOut(ctx) {
  const page = await open(ctx, { path: "#/compare?v=1&s=start-low&seed=7&n=5&mood=good&d=9.1" });
  await done(page);
  const said = await page.locator("#left-out li").allTextContents();
  expect(said.length === 3, `three parts are left out, but it says: ${said.join(" | ")}`);
  for (const word of ["mood", "n=5", "d=9.1"]) expect(said.some((line) => line.includes(word)), `nothing is said of ${word}`);
  expect((await seed(page)) === "7", "what fits was not taken");
  await button(page, "Close").click();
  expect((await page.locator("#left-out").count()) === 0, "the list does not go away");
  await page.context().close();
  for (const path of ["#/nowhere", "#/compare?t=abc", `#/?s=${"x".repeat(300)}`]) {
    const broken = await open(ctx, { path });
    await done(broken);
    expect((await broken.locator("#left-out li").count()) > 0, `${path.slice(0, 20)}: nothing is said`);
    expect((await question(broken)) === "Is it safer to start low?", `${path.slice(0, 20)}: the first question is not shown`);
    await broken.context().close();
  }
}

export async function run(ctx) {
  const page = await open(ctx);
  const first = await done(page);
  await type(page, "Starting dose of B", "100");
  const moved = await changed(page, first);
  await screen(page, "Compare");
  expect((await done(page)) === moved, "another screen shows another result");
  expect((await page.title()).startsWith("Compare"), `the title is ${await page.title()}`);
  const link = await shared(page);
  expect(link === "#/compare?v=1&d=1.4", `the link is ${link}`);

  await page.reload();
  await ready(page);
  expect((await done(page)) === moved, "a reload loses the change");
  await button(page, "Undo").click();
  expect((await changed(page, moved)) === first, "a reload loses the way back");

  const other = await open(ctx, { path: link });
  expect((await done(other)) === moved, "the link leads to another result");
  await other.locator(".menu > summary").first().click();
  await button(other, "Start fresh").click();
  expect((await changed(other, moved)) === first, "starting fresh does not lead to the first result");
  await other.reload();
  await ready(other);
  expect((await done(other)) === first, "a reload after starting fresh leads elsewhere");
  await button(other, "Undo").click();
  expect((await changed(other, first)) === moved, "starting fresh cannot be taken back");
  await other.context().close();
  await leftOut(ctx);
  await watched(ctx);
}
