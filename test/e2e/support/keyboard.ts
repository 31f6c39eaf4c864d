import type { Page } from "playwright-core";
import { expect } from "vitest";

const mostStops = 80;

/** What has the keys, as it is called: by its label, or by what is written on it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
    return (
      element?.getAttribute("aria-label") ??
      (label ?? element?.closest("label") ?? element)?.textContent ??
      ""
    ).trim();
  });
}

/** Goes on by Tab, or back, until what is called `name` has the keys, as somebody without a mouse would. */
export async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  while (passed.length < mostStops) {
    await page.keyboard.press(key);
    const focused = await focusedName(page);
    if (focused.startsWith(name)) {
      // Whoever sees a button turn waits for it.
      await page.waitForFunction(() => document.activeElement?.matches(".ant-btn-loading") !== true);
      return;
    }
    passed.push(focused.slice(0, 20));
  }
  throw new Error(`Tab does not lead to ${name}: ${passed.join(" › ")}`);
}

/** One after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** As a scanner does: all signs and Enter one after another, without waiting for what the page makes of them. */
export async function scan(page: Page, text: string): Promise<void> {
  await Promise.all([...text, "Enter"].map((sign) => page.keyboard.press(sign)));
}

/** Fills in the field called `name`, wherever Tab leads to it. */
export async function fillIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Chooses from the list called `name` by its arrows. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("ArrowDown");
  const active = page.locator(".ant-select-item-option-active").filter({ visible: true });
  await active.waitFor();
  for (let step = 0; step < mostStops && (await active.textContent()) !== option; step += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await active.waitFor({ state: "hidden" });
}

/** Searches in the list called `name` and takes the first that fits. */
export async function find(page: Page, name: string, text: string): Promise<void> {
  await fillIn(page, name, text);
  const active = page.locator(".ant-select-item-option-active").filter({ visible: true, hasText: text });
  await active.waitFor();
  await page.keyboard.press("Enter");
  await active.waitFor({ state: "hidden" });
}

/** Ctrl+K, the letters of a command or a number, Enter. */
export async function command(page: Page, typed: string, title: RegExp): Promise<void> {
  await press(page, "Control+k");
  await page.getByRole("listbox", { name: "命令" }).waitFor();
  await page.keyboard.insertText(typed);
  await page.getByRole("option", { name: title, selected: true }).waitFor();
  await press(page, "Enter");
  await page.getByRole("listbox", { name: "命令" }).waitFor({ state: "detached" });
}

/** Waits until what is called `name` has the keys, where they are put by the program. */
export const keysAt = (page: Page, name: string): Promise<void> =>
  expect.poll(() => focusedName(page)).toMatch(new RegExp(`^${name}`));

/** What happens on a PC that is `times` slower than this one. */
export async function slowed(page: Page, times: number, act: () => Promise<void>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: times });
  try {
    await act();
  } finally {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await devtools.detach();
  }
}
