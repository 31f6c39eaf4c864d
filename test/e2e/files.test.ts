import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { ask } from "./support/ask.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "jingfei-files-"));
  running = await launchApp();
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

describe("files the officer picks", () => {
  it("come as a token and a name, never as a path", async () => {
    await answerDialogs(running.app, { open: path.join(folder, "发票.xlsx") });
    const answer = await ask(running, "shell.pickFile", { purpose: "invoices" });
    expect(answer).toEqual({ ok: true, data: { file: expect.any(String), name: "发票.xlsx" } });
    expect(JSON.stringify(answer)).not.toContain(folder);
  });

  it("are none when the dialog is cancelled", async () => {
    await answerDialogs(running.app, {});
    const save = { purpose: "export", suggestedName: "预算", format: "xlsx" };
    expect(await ask(running, "shell.pickFile", { purpose: "ledger" })).toEqual({ ok: true, data: null });
    expect(await ask(running, "shell.pickSave", save)).toEqual({ ok: true, data: null });
    expect(await ask(running, "shell.pickFolder", {})).toEqual({ ok: true, data: null });
  });

  it("get the ending of their format", async () => {
    await answerDialogs(running.app, { save: path.join(folder, "预算明细") });
    const save = { purpose: "export", suggestedName: "预算明细", format: "xlsx" };
    expect(await ask(running, "shell.pickSave", save)).toMatchObject({
      ok: true,
      data: { name: "预算明细.xlsx" },
    });
  });
});

describe("requests the shell refuses", () => {
  it.each([
    ["shell.format", {}],
    ["shell.pickFile", { purpose: "passwords" }],
    ["shell.pickFile", { purpose: "invoices", path: "/etc/passwd" }],
    ["shell.pickSave", { purpose: "export", suggestedName: "x", format: "exe" }],
  ])("%s %j", async (route, input) => {
    expect(await ask(running, route, input)).toMatchObject({ ok: false, error: { code: "bad-request" } });
  });

  it("a file that nobody picked", async () => {
    for (const route of ["shell.openFile", "shell.showInFolder"]) {
      expect(await ask(running, route, { file: "made-up" })).toMatchObject({
        ok: false,
        error: { code: "refused" },
      });
    }
  });

  it("to open what is not a paper of ours", async () => {
    await answerDialogs(running.app, { open: path.join(folder, "virus.exe") });
    const picked = await ask(running, "shell.pickFile", { purpose: "invoices" });
    const { file } = (picked as { data: { file: string } }).data;
    expect(await ask(running, "shell.openFile", { file })).toMatchObject({
      ok: false,
      error: { code: "refused" },
    });
  });
});

describe("files dropped on the window", () => {
  const drop = async (name: string) => {
    await writeFile(path.join(folder, name), "content");
    await running.page.evaluate(() => {
      const input = document.createElement("input");
      input.type = "file";
      input.id = "dropped";
      document.querySelector("#dropped")?.remove();
      document.body.append(input);
    });
    await running.page.locator("#dropped").setInputFiles(path.join(folder, name));
    return running.page.evaluate(() => {
      const file = document.querySelector<HTMLInputElement>("#dropped")?.files?.[0];
      return file && window.jingfei?.dropped(file);
    });
  };

  it("become readable like picked ones", async () => {
    expect(await drop("六月发票.xlsx")).toMatchObject({ ok: true, data: { name: "六月发票.xlsx" } });
  });

  it("are refused when they are none of our kinds", async () => {
    expect(await drop("工具.exe")).toMatchObject({ ok: false, error: { code: "refused" } });
  });
});
