import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWindowState } from "../../../electron/main/windowState.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-window-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };
const screen = { getAllDisplays: () => [{ workArea }] };

const saved = (text: string) => {
  const file = path.join(folder, "window.json");
  writeFileSync(file, text);
  return readWindowState(file, screen);
};

describe("window state", () => {
  it("is where the window was", () => {
    const state = { x: 10, y: 20, width: 1200, height: 800, maximized: true };
    expect(saved(JSON.stringify(state))).toEqual(state);
  });

  it.each([
    ["a screen that is gone", '{"x":3000,"y":20,"width":1200,"height":800,"maximized":false}'],
    ["half a file", '{"x":3000,"y":'],
    ["something else", '{"x":"left"}'],
  ])("is forgotten: %s", (_why, text) => expect(saved(text)).toBeUndefined());

  it("is none at the first start", () => {
    expect(readWindowState(path.join(folder, "none.json"), screen)).toBeUndefined();
  });
});
