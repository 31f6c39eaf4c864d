import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "#test/engine/support/cli.ts";
import { smallDisk, withFileLimit } from "./limited.ts";
import { dumpOf, expectUntouched, namesIn, type Office, offices, refusalIn } from "./office.ts";

const patience = { timeout: 60_000 };
const office = offices();

const exportTo = (out: string, db: string): readonly string[] =>
  ["export", "targets", "--project", "SQZL-2022", "--format", out.slice(-3), "--out", out, "--db", db].map(
    (word) => (word === "lsx" ? "xlsx" : word),
  );

/** The ways to a new ledger. */
const makers = (at: Office, to: string): readonly (readonly string[])[] => {
  const file = path.join(at.folder, "数据.json");
  writeFileSync(file, at.dump);
  return [
    ["init", "--db", to],
    ["init", "--sample", "--db", to],
    ["load", file, "--db", to],
  ];
};

const makeRoom = "请清理磁盘，或换到有空间的磁盘后再试。原有内容没有改动。";
const exportElsewhere = "请清理磁盘，或换一个磁盘再导出。原有文件没有改动。";

/** Needs the right to mount; the tests with a limit below hold the same on every machine. */
describe("a disk without room", patience, () => {
  it.for([0, 20, 40, 100])("import with %d kB left: the ledger stays as it was", async (room, { skip }) => {
    const disk = smallDisk();
    if (disk === undefined) return skip("no right to mount");
    const at = office();
    const db = path.join(disk.folder, "账本.jingfei");
    copyFileSync(at.db, db);
    await dumpOf(db);
    disk.leave(room);
    const before = namesIn(disk.folder);
    const run = await cli("import", "invoices", at.exportFile, "--db", db, "--json");
    expect(refusalIn(run, db)).toMatchObject({
      code: "disk",
      message: `磁盘空间不足，没有写入：${db}`,
      hint: makeRoom,
    });
    expect(namesIn(disk.folder)).toEqual(before);
    rmSync(path.join(disk.folder, "别的文件"));
    expect((await dumpOf(db)) === at.dump).toBe(true);
    expect(await cli("import", "invoices", at.exportFile, "--db", db)).toMatchObject({ code: 0 });
  });

  it.for(["表.xlsx", "表.pdf"])("export of %s: the earlier file stays", async (name, { skip }) => {
    const disk = smallDisk();
    if (disk === undefined) return skip("no right to mount");
    const at = office();
    const out = path.join(disk.folder, name);
    writeFileSync(out, "上一次的表");
    disk.leave(4);
    const [names, before] = [namesIn(at.folder), namesIn(disk.folder)];
    const refusal = refusalIn(await cli(...exportTo(out, at.db), "--json"), name);
    expect(refusal).toMatchObject({
      code: "disk",
      message: `磁盘空间不足，“${name}”没有写成。`,
      hint: exportElsewhere,
    });
    expect(namesIn(disk.folder)).toEqual(before);
    expect(readFileSync(out, "utf8")).toBe("上一次的表");
    await expectUntouched(at, names);
  });

  it.for([0, 20, 60, 400, 1_300])("a new ledger with %d kB left: nothing stays", async (room, { skip }) => {
    const disk = smallDisk();
    if (disk === undefined) return skip("no right to mount");
    const at = office();
    const db = path.join(disk.folder, "新.jingfei");
    disk.leave(room);
    const before = namesIn(disk.folder);
    // An empty one is small.
    for (const command of makers(at, db).slice(room < 200 ? 0 : 1)) {
      const refusal = refusalIn(await cli(...command, "--json"), "磁盘空间不足");
      expect(refusal).toMatchObject({ code: "disk", hint: makeRoom });
      expect(refusal.message).toMatch(/新\.jingfei$/);
      expect(namesIn(disk.folder)).toEqual(before);
    }
  });
});

describe("a system that writes no more", patience, () => {
  it("import: the ledger stays as it was", async () => {
    const at = office();
    const names = namesIn(at.folder);
    const run = await withFileLimit(64, ["import", "invoices", at.exportFile, "--db", at.db, "--json"]);
    expect(refusalIn(run, at.db)).toMatchObject({
      code: "disk",
      message: `读写磁盘时出错，没有完成：${at.db}`,
      hint: "请检查磁盘是否还有空间，移动硬盘或网络盘是否正常连接，再重新打开账本。原有内容没有改动。",
    });
    await expectUntouched(at, names);
  });

  it("export: the earlier file stays", async () => {
    const at = office();
    const out = path.join(at.folder, "表.pdf");
    writeFileSync(out, "上一次的表");
    const names = namesIn(at.folder);
    const run = await withFileLimit(40, [...exportTo(out, at.db), "--json"]);
    expect(refusalIn(run, "表.pdf")).toMatchObject({
      code: "disk",
      message: "磁盘空间不足，“表.pdf”没有写成。",
      hint: exportElsewhere,
    });
    expect(readFileSync(out, "utf8")).toBe("上一次的表");
    await expectUntouched(at, names);
  });

  it.each([4, 40, 300])("a new ledger with files of %d kB: nothing stays", async (limit) => {
    const at = office();
    const db = path.join(at.folder, "新.jingfei");
    const commands = makers(at, db);
    const names = namesIn(at.folder);
    for (const command of commands.slice(limit < 100 ? 0 : 1)) {
      const run = await withFileLimit(limit, [...command, "--json"]);
      const refusal = refusalIn(run, db);
      expect(refusal.code).toBe("disk");
      expect(refusal.message).toMatch(/^(磁盘空间不足，没有写入|读写磁盘时出错，没有完成)：/);
      await expectUntouched(at, names);
    }
  });
});
