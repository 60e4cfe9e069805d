// The page comes up whole: ready, named, and with the badge that must be on every screen.
import { expect, open } from "../page.mjs";

export const name = "loads";

const BADGE = "Invented units. Not a drug, not advice.";

export async function run(ctx) {
  const page = await open(ctx);
  expect((await page.title()).includes("Titrarium"), `the title is "${await page.title()}"`);
  const badges = page.getByText(BADGE, { exact: true });
  const seen = await Promise.all((await badges.all()).map((badge) => badge.isVisible()));
  expect(seen.includes(true), `"${BADGE}" is nowhere to be seen`);
  expect(await page.locator("#failure").isHidden(), "the message of failure is shown");
}
