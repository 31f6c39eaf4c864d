import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { startChild } from "./child.ts";
import { clock, failureOf, testFolder, testLedger } from "./testLedger.ts";

const patience = 30_000;

async function closedLedger(): Promise<string> {
  const path = join(testFolder(), "锁 台账.jingfei");
  await (await createLedger({ path, clock })).close();
  return path;
}

describe("a ledger that is open", () => {
  it("is refused to the same program, by whatever name", async () => {
    const ledger = await testLedger();
    expect(await failureOf(() => openLedger({ path: ledger.path, clock }))).toMatchObject({
      code: "ledger-busy",
      message: expect.stringContaining(`进程 ${process.pid}`),
      hint: "请先在那边关闭账本，再到这里打开。",
    });
    const link = join(dirname(ledger.path), "另一个名字");
    symlinkSync(ledger.path, link);
    expect((await failureOf(() => openLedger({ path: link, clock }))).code).toBe("ledger-busy");
    expect(await ledger.read.selectFrom("vendor").selectAll().execute()).toEqual([]);
  });

  it("is refused to another process, which says who has it", { timeout: patience }, async () => {
    const path = await closedLedger();
    const ledger = await openLedger({ path, clock });
    onTestFinished(() => ledger.close());
    const answer = JSON.parse(await startChild("openAndHold", [path]).firstLine());
    expect(answer).toMatchObject({ ok: false, code: "ledger-busy" });
    expect(answer.message).toContain(`进程 ${process.pid}`);
  });

  it("is free again when its process was killed", { timeout: patience }, async () => {
    const path = await closedLedger();
    const child = startChild("openAndHold", [path]);
    expect(JSON.parse(await child.firstLine())).toEqual({ ok: true });
    const failure = await failureOf(() => openLedger({ path, clock }));
    expect(failure).toMatchObject({ code: "ledger-busy", details: { pid: child.process.pid } });
    await child.kill();
    const ledger = await openLedger({ path, clock });
    await ledger.close();
  });

  it("is free again when it was closed", async () => {
    const path = await closedLedger();
    for (let round = 0; round < 3; round += 1) await (await openLedger({ path, clock })).close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe("a folder or file that must not be written", () => {
  /** Root may write everywhere, so the attempt is made as nobody. */
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const canBeNobody = (() => {
    if (nobody === undefined) return process.platform !== "win32";
    try {
      execFileSync(process.execPath, ["--version"], { uid: nobody, gid: nobody, cwd: process.cwd() });
      return true;
    } catch {
      return false;
    }
  })();

  it.skipIf(!canBeNobody).each([
    ["the folder", ["555", "."]],
    ["the file", ["444", "账本.jingfei"]],
  ])("%s: refused with what to do", { timeout: patience }, async (_name, [mode = "", name = ""]) => {
    const folder = testFolder();
    const path = join(folder, "账本.jingfei");
    await (await createLedger({ path, clock })).close();
    const run = (...args: readonly string[]) => execFileSync("chmod", args, { cwd: folder });
    run("777", ".");
    run("666", "账本.jingfei", "账本.jingfei-lock");
    run(mode, name);
    const answer = JSON.parse(await startChild("openAndHold", [path], nobody).firstLine());
    run("777", ".");
    const message = `没有写入权限：文件或所在文件夹是只读的：${path}`;
    expect(answer).toMatchObject({ ok: false, code: "disk", message });
    expect(answer.hint).toMatch(/写入/);
    await (await openLedger({ path, clock })).close();
  });
});
