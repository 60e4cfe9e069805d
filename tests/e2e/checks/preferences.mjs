// What a reader prefers holds on every screen and after a reload: larger text fits, decimals have their sign, nothing moves
// where stillness is asked for, and keys do what the key map says unless they are switched off.
import { button, done, expect, open, ready, SCREENS, screen, SIZES } from "../page.mjs";

export const name = "preferences";

/** Opens the menu and chooses. */
async function prefer(page, group, choice) {
  const menu = page.locator(".topbar details.menu");
  if (!(await menu.evaluate((node) => node.open))) await menu.locator("summary").click();
  await menu.getByRole("group", { name: group }).getByRole("radio", { name: choice, exact: true }).check();
  await menu.locator("summary").click();
}

/** In the page: whether the screen of an address is shown; an editor's is followed by the arm. */
const shown = (address) => {
  const { screen } = document.documentElement.dataset;
  return address === screen || (screen && address.startsWith(`${screen}/`));
};

const width = (page) => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

async function larger(ctx) {
  for (const size of SIZES) {
    const page = await open(ctx, { ...size });
    await prefer(page, "Size of text", "Largest");
    for (const path of ["#/", ...SCREENS]) {
      await page.goto(ctx.base + path);
      await page.waitForFunction(shown, path.slice(2));
      const [content, room] = await width(page);
      expect(content <= room, `${path} at ${size.width} px with the largest text is ${content} px wide in ${room}`);
    }
    await page.context().close();
  }
}

async function sign(ctx) {
  const page = await open(ctx, { path: "#/compare" });
  await done(page);
  const note = page.locator(".runbar .number").first();
  expect((await note.textContent()).includes("2,000"), "thousands have a comma at first");
  await prefer(page, "Decimal sign", "1\u00a0000,5");
  expect((await note.textContent()).includes("2\u00a0000"), `it says ${await note.textContent()}`);
  await page.reload();
  await ready(page);
  await done(page);
  expect((await note.textContent()).includes("2\u00a0000"), "a reload forgets the sign");
  await page.context().close();
}

async function still(ctx) {
  if (ctx.engine !== "chromium") return;
  const page = await open(ctx, { reducedMotion: "reduce" });
  for (const path of ["#/", ...SCREENS]) {
    await page.goto(ctx.base + path);
    await page.waitForFunction(shown, path.slice(2));
    await page.waitForTimeout(200);
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving === 0, `${path}: ${moving} animations run though none are wanted`);
  }
  expect((await button(page, "Play").count()) === 0 || !(await button(page, "Play").isVisible()), "time can be played where stillness is wanted");
  await page.context().close();
  const chosen = await open(ctx, { path: "#/person" });
  await prefer(chosen, "Motion", "Still");
  expect(!(await chosen.locator(".play").isVisible()), "stillness that is chosen leaves the player's button");
  await chosen.context().close();
}

async function keys(ctx) {
  const page = await open(ctx);
  const at = () => page.locator("html").getAttribute("data-screen");
  await page.keyboard.press("5");
  await page.waitForFunction(() => document.documentElement.dataset.screen === "compare");
  await page.keyboard.press("p");
  expect((await page.locator("html").getAttribute("data-theme")) === "projector", "P does not put the projector's theme on");
  await page.keyboard.press("t");
  await page.locator(".chart table").first().waitFor();
  await page.keyboard.press("t");
  await page.keyboard.press("?");
  const map = page.locator("#keys");
  expect(await map.isVisible(), "? does not show the keys");
  await page.keyboard.press("2");
  expect((await at()) === "compare", "a key acts behind an open dialog");
  await map.getByRole("radio", { name: "Off", exact: true }).check();
  await page.keyboard.press("Escape");
  expect(!(await map.isVisible()), "Escape does not close the keys");
  await page.keyboard.press("2");
  await page.waitForTimeout(100);
  expect((await at()) === "compare", "keys that are switched off still act");
  await screen(page, "Cohort");
  await page.context().close();
}

export async function run(ctx) {
  await larger(ctx);
  await sign(ctx);
  await still(ctx);
  await keys(ctx);
}
