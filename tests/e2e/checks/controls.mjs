// A dose can be typed, stepped and slid; what cannot be is kept, said and not done; undo takes it back.
import { button, changed, digest, done, expect, field, open, type } from "../page.mjs";

export const name = "controls";

const DOSE = "Starting dose of B";

/** What is on the screen, after checking that picture and sentence agree. */
async function look(page, when) {
  const arrays = await page.locator("svg.array").evaluateAll((all) =>
    all.map((array) => ({
      people: array.querySelectorAll(":scope > g").length,
      severe: [...array.querySelectorAll(":scope > g")].filter((glyph) => glyph.querySelector("path.fill, path.hollow")).length,
    })),
  );
  const finding = (await page.locator(".finding").first().textContent()).trim();
  expect(arrays.length === 2, `${when}: there are ${arrays.length} arrays, not 2`);
  for (const { people, severe } of arrays) {
    expect(people === 100, `${when}: an array shows ${people} people, not 100`);
    expect(new RegExp(`\\b${severe}\\b`).test(finding), `${when}: ${severe} people have a triangle, but it says: ${finding}`);
  }
  return finding;
}

export async function run(ctx) {
  const page = await open(ctx);
  const start = await done(page);
  const before = await look(page, "at first");

  const dose = await type(page, DOSE, "900");
  expect((await dose.inputValue()) === "900", `the wrong dose does not stay as typed: ${await dose.inputValue()}`);
  const error = page.locator("[role=alert]:visible").filter({ hasText: /20\b.*\b160/s });
  await error.first().waitFor({ timeout: 5_000 }).catch(() => {
    throw new Error("a dose of 900 is not answered with an alert that names the doses from 20 to 160");
  });
  await page.waitForTimeout(500);
  expect((await digest(page)) === start, "a wrong dose has changed the result");
  expect((await look(page, "with a wrong dose")) === before, "a wrong dose has changed the sentence");

  await type(page, DOSE, "120");
  const typed = await changed(page, start);
  expect((await look(page, "at 120")) !== before, "120 au leaves the sentence as it was");
  expect((await error.count()) === 0, "the error stays after a good dose");

  await button(page, "Undo").click();
  expect((await changed(page, typed)) === start, "undo does not bring the first result back");
  expect((await look(page, "after undo")) === before, "undo does not bring the first sentence back");
  await button(page, "Redo").click();
  expect((await changed(page, start)) === typed, "redo does not bring the second result back");
  await button(page, "Undo").click();
  await changed(page, typed);

  await byHand(page, start);
}

/** Without typing: the two buttons, then the slider by its keys. */
async function byHand(page, start) {
  const step = (words) => page.getByRole("button", { name: new RegExp(`^(${words})\\b.*${DOSE}`, "i") });
  await step("more|plus|increase|up").click();
  const up = await changed(page, start);
  await look(page, "a step up");
  await step("less|minus|decrease|down").click();
  expect((await changed(page, up)) === start, "a step up and a step down lead elsewhere");

  const slider = page.getByLabel(DOSE, { exact: true }).and(page.locator("input[type=range]"));
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  expect((await changed(page, start)) === up, "an arrow key on the slider and the plus button lead to different results");
  await look(page, "after an arrow key");
  expect((await (await field(page, DOSE)).inputValue()) !== "60", "the field does not follow the slider");
}
