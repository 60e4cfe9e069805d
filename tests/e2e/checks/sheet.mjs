// The sheet of controls on a phone: three heights by presses and by strokes, out of the way of what takes the focus; and
// the switches that show one picture at a time.
import { done, expect, open } from "../page.mjs";

export const name = "sheet";

const PHONE = { width: 390, height: 844, hasTouch: true, isMobile: true };
const SHEETS = { "": "peek", "#/compare": "peek", "#/person": "peek", "#/cohort": "peek", "#/titrate": "half" };

const grip = (page) => page.locator(".grip");
const height = (page) => grip(page).getAttribute("data-height");
const top = async (page) => (await page.locator(".sheet").boundingBox()).y;

/** A stroke of the finger from the grip, so many pixels down. */
async function stroke(page, down) {
  const { x, y, width } = await grip(page).boundingBox();
  await page.mouse.move(x + width / 2, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 10 + down, { steps: 4 });
  await page.mouse.up();
}

/** Presses go round, each height above the last, and none of them covers the strip at the top. */
async function presses(page, path, start) {
  expect((await height(page)) === start, `${path}: the sheet begins at ${await height(page)}`);
  const most = await grip(page).getAttribute("data-most");
  const tops = {};
  for (let i = 0; i < 3; i += 1) {
    tops[await height(page)] ??= await top(page);
    const named = await grip(page).getAttribute("aria-expanded");
    const label = await grip(page).getAttribute("aria-label");
    expect(label.endsWith((await height(page)).replace("peek", "lowest")), `${path}: ${await height(page)} is called "${label}"`);
    expect(named === String((await height(page)) !== "peek"), `${path}: ${await height(page)} is said to be ${named}`);
    await grip(page).click();
  }
  expect(tops.half < tops.peek - 10, `${path}: half is no higher than peek: ${tops.half}, ${tops.peek}`);
  if (most === "full") expect(tops.full <= tops.half, `${path}: full is lower than half`);
  const highest = Math.min(...Object.values(tops));
  expect(highest >= 72, `${path}: the sheet lies under the strip below the header: ${highest}`);
}

async function strokes(page, path) {
  while ((await height(page)) !== "peek") await grip(page).click();
  await stroke(page, -120);
  expect((await height(page)) === "half", `${path}: a stroke up leads to ${await height(page)}`);
  await stroke(page, 120);
  expect((await height(page)) === "peek", `${path}: a stroke down leads to ${await height(page)}`);
  await stroke(page, 120);
  expect((await height(page)) === "peek", `${path}: below the lowest lies ${await height(page)}`);
}

async function more(page) {
  await page.locator(".more > summary").click();
  await page.waitForSelector('.grip[data-height="half"]');
  await page.locator("#people").focus();
  expect((await height(page)) === "half", "a control of the sheet pushes it down");
  await page.locator(".questions a").first().focus();
  expect((await height(page)) === "peek", "the sheet stays over what has the focus");
  expect(!(await page.locator(".more").evaluate((more) => more.open)), "what is behind More stays open");
  const { y, height: tall } = await page.locator(":focus").boundingBox();
  expect(y + tall <= (await top(page)) + 1, `the focus ends at ${y + tall}, the sheet begins at ${await top(page)}`);
}

/** While somebody chooses a dose, the picture is seen whole. */
async function choosing(page) {
  const axis = page.locator(".plot-box.narrow .plot");
  const { y, height: tall } = await axis.boundingBox();
  expect(y + tall <= await top(page), `the picture ends at ${y + tall}, the choice begins at ${await top(page)}`);
}

/** What else is unfolded on a screen is no matter of the sheet. */
async function others(page) {
  await page.locator("details.scenario > summary", { hasText: "worth more" }).click();
  await page.locator(".scenario .more > summary").click();
  await page.waitForFunction(() => document.querySelector(".scenario .more").open);
  await page.waitForTimeout(200);
  expect((await height(page)) === "peek", "weights that are unfolded raise the sheet");
  expect(!(await page.locator(".sheet .more").evaluate((more) => more.open)), "weights that are unfolded unfold the controls");
}

/** In a window as low as that of a zoomed page there is no sheet, and every control stands in the page. */
async function low(ctx) {
  const controls = { "": ".more > summary", "#/compare": ".in-short button", "#/cohort": ".gather > .small", "#/person": ".player .slider" };
  for (const [path, control] of Object.entries(controls)) {
    const page = await open(ctx, { width: 320, height: 256, path });
    expect(!(await grip(page).isVisible()), `${path}: a low window has a grip`);
    expect(await page.locator(control).first().isVisible(), `${path}: ${control} cannot be reached in a low window`);
    await page.context().close();
  }
}

async function switches(ctx) {
  const cohort = await open(ctx, { ...PHONE, path: "#/cohort" });
  const shown = () => cohort.locator(".one-of > *:visible").count();
  expect((await shown()) === 1, `${await shown()} pictures of the cohort at once`);
  await cohort.getByLabel("Endings").check({ force: true });
  expect(await cohort.locator(".one-of svg.array").isVisible(), "no array of endings");
  expect((await shown()) === 1, `${await shown()} pictures of the cohort at once`);
  const compare = await open(ctx, { ...PHONE, path: "#/compare" });
  const arrays = () => compare.locator("svg.array:visible").count();
  expect((await arrays()) === 2, `${await arrays()} arrays at first`);
  await compare.locator(".switch").getByLabel("B", { exact: true }).check({ force: true });
  expect((await arrays()) === 1, `${await arrays()} arrays of B`);
}

export async function run(ctx) {
  for (const [path, start] of Object.entries(SHEETS)) {
    const page = await open(ctx, { ...PHONE, path });
    await done(page);
    if (path === "#/titrate") await choosing(page);
    await presses(page, path, start);
    await strokes(page, path);
    if (path === "") await more(page);
    if (path === "#/compare") await others(page);
  }
  await low(ctx);
  await switches(ctx);
  const wide = await open(ctx);
  expect(!(await grip(wide).isVisible()), "a wide window has a grip");
}
