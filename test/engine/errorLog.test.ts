import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createErrorLog } from "#engine/errorLog.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => "2026-03-01T00:00:00.000Z";
const read = (name: string) => readFileSync(path.join(folder, "logs", name), "utf8");

describe("error log", () => {
  it("keeps when, where and the stack, one after the other", () => {
    const report = createErrorLog(path.join(folder, "logs"), now);
    report("invoices.list", new TypeError("first"));
    report("invoices.list", "second");
    expect(read("engine.log")).toMatch(
      /^2026-03-01T00:00:00\.000Z invoices\.list TypeError: first\n\s+at [\s\S]+\n2026-.* 'second'\n$/,
    );
  });

  it("begins a new file when the old one has grown long", () => {
    const report = createErrorLog(path.join(folder, "logs"), now);
    report("a", "old");
    writeFileSync(path.join(folder, "logs", "engine.log"), "x".repeat(1_000_001));
    report("a", "new");
    expect(read("engine.log")).toBe("2026-03-01T00:00:00.000Z a 'new'\n");
    expect(read("engine.log.old")).toHaveLength(1_000_001);
  });

  it("stops nobody when it cannot be written", () => {
    writeFileSync(path.join(folder, "logs"), "a file where the folder should be");
    createErrorLog(path.join(folder, "logs"), now)("a", "lost");
    expect(existsSync(path.join(folder, "logs", "engine.log"))).toBe(false);
  });
});
