import { readFileSync, writeFileSync } from "node:fs";
import type { BrowserWindow, Rectangle } from "electron";
import { z } from "zod";

const savedState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof savedState>;

type Screens = Readonly<{ getAllDisplays: () => readonly Readonly<{ workArea: Rectangle }>[] }>;

/** Where the window was last time, unless that screen is no longer there. */
export function readWindowState(file: string, screens: Screens): WindowState | undefined {
  const saved = savedState.safeParse(readJson(file));
  if (!saved.success) return undefined;
  const visible = screens.getAllDisplays().some(({ workArea }) => overlaps(workArea, saved.data));
  return visible ? saved.data : undefined;
}

export function saveWindowState(file: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeFileSync(file, JSON.stringify(state));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Missing at the first start; a damaged one is worth no more than the default place.
    return undefined;
  }
}

const overlaps = (area: Rectangle, window: Rectangle) =>
  window.x < area.x + area.width &&
  area.x < window.x + window.width &&
  window.y < area.y + area.height &&
  area.y < window.y + window.height;
