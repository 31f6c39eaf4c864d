import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createOpenedFiles } from "../../../electron/main/openedFiles.ts";

function userData(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "jingfei-opened-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const silent = () => undefined;

describe("files that are only looked at", () => {
  it("get a place each under their own name, with the ending of their kind", () => {
    const { place } = createOpenedFiles(userData(), silent);
    const [first, second] = [place("合同.pdf", "pdf"), place("合同.pdf", "pdf")];
    expect(first).not.toBe(second);
    expect([first, place("扫描", "png")].map((file) => path.basename(file))).toEqual([
      "合同.pdf",
      "扫描.png",
    ]);
  });

  it("never leave their folder, whatever their name", () => {
    const folder = userData();
    const placed = createOpenedFiles(folder, silent).place("../../../合同.exe", "pdf");
    expect(path.relative(folder, placed)).toMatch(/^opened[\\/][0-9a-f-]{36}[\\/][^\\/]+\.exe\.pdf$/);
  });

  it("are gone when the program ends, and what a crash left when it starts", () => {
    const folder = userData();
    const opened = createOpenedFiles(folder, silent);
    const placed = opened.place("合同.pdf", "pdf");
    writeFileSync(placed, "%PDF-");
    opened.clear();
    expect(existsSync(placed)).toBe(false);
    const left = createOpenedFiles(folder, silent).place("合同.pdf", "pdf");
    writeFileSync(left, "%PDF-");
    createOpenedFiles(folder, silent);
    expect(existsSync(left)).toBe(false);
  });
});
