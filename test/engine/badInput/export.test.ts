import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { asOrdinaryUser, whileHeld } from "./limited.ts";
import { expectUntouched, namesIn, offices, refusalIn, refused } from "./office.ts";

const patience = { timeout: 60_000 };
const office = offices();
const formats = ["xlsx", "pdf"] as const;

const exportTo = (format: "xlsx" | "pdf", out: string, db: string): readonly string[] => [
  ...["export", "budget", "--project", "SQZL-2022", "--format", format, "--out", out, "--db", db],
];

describe.each(formats)("export of %s to a place that", (format) => {
  it("is a folder", async () => {
    const at = office();
    const out = path.join(at.folder, "表");
    mkdirSync(out);
    const refusal = await refused(at, "“表”", ...exportTo(format, out, at.db));
    expect(refusal).toMatchObject({
      code: "bad-request",
      message: "“表”是一个文件夹，不能写成文件。",
      hint: "请换一个文件名。",
    });
  });

  it("is called as a folder is", async () => {
    const at = office();
    const refusal = await refused(at, "“表”", ...exportTo(format, `${path.join(at.folder, "表")}/`, at.db));
    expect(refusal.message).toBe("“表”是一个文件夹，不能写成文件。");
  });

  it("is in a folder that is not there", async () => {
    const at = office();
    const folder = path.join(at.folder, "没有");
    const refusal = await refused(at, folder, ...exportTo(format, path.join(folder, "表"), at.db));
    expect(refusal).toMatchObject({
      code: "not-found",
      message: `文件夹“${folder}”不存在。`,
      hint: "请先新建这个文件夹，或换一个位置。",
    });
  });

  it("is below a file", async () => {
    const at = office();
    const file = path.join(at.folder, "文件");
    writeFileSync(file, "");
    const refusal = await refused(at, file, ...exportTo(format, path.join(file, "表"), at.db));
    expect(refusal).toMatchObject({ code: "not-found", message: `“${file}”不是文件夹。` });
  });

  it("has too long a name", async () => {
    const at = office();
    const out = path.join(at.folder, `${"长".repeat(90)}.${format}`);
    const refusal = await refused(at, "文件名太长", ...exportTo(format, out, at.db));
    expect(refusal).toMatchObject({ code: "bad-request", hint: "请换一个短一些的文件名。" });
  });

  it("is a ledger, this one or another", async () => {
    const at = office();
    const other = path.join(at.folder, "去年.jingfei");
    copyFileSync(at.db, other);
    const bytes = readFileSync(other);
    for (const out of [at.db, other]) {
      const refusal = await refused(at, path.basename(out), ...exportTo(format, out, at.db));
      expect(refusal).toMatchObject({
        code: "refused",
        message: `“${path.basename(out)}”是账本或别的程序的数据，不能替换，没有写成。`,
        hint: "请换一个文件名。",
      });
    }
    expect(readFileSync(other).equals(bytes)).toBe(true);
  });

  it.skipIf(process.platform === "win32")("is no file at all", async () => {
    const at = office();
    const pipe = path.join(at.folder, "管道");
    execFileSync("mkfifo", [pipe]);
    const refusal = await refused(at, "“管道”", ...exportTo(format, pipe, at.db));
    expect(refusal).toMatchObject({ code: "refused", message: "“管道”不是普通文件，没有写成。" });
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});

describe("export over a file that another program holds", patience, () => {
  it.each(["EBUSY", "EPERM"] as const)("as the system says by %s", async (code) => {
    const at = office();
    const out = path.join(at.folder, "预算明细表.xlsx");
    writeFileSync(out, "上一次的表");
    const names = namesIn(at.folder);
    const run = await whileHeld(code, [...exportTo("xlsx", out, at.db), "--json"]);
    expect(refusalIn(run, "预算明细表.xlsx")).toMatchObject({
      code: "disk",
      message: "“预算明细表.xlsx”正被其他程序打开，没有写成。",
      hint: "请在 Excel、WPS 或 PDF 阅读器中关闭这个文件后再试，或换一个文件名。",
    });
    expect(readFileSync(out, "utf8")).toBe("上一次的表");
    await expectUntouched(at, names);
  });
});

describe.skipIf(process.platform === "win32")("a folder that may only be read", patience, () => {
  function readOnlyFolder(at: Readonly<{ folder: string }>): string {
    const folder = path.join(at.folder, "只读");
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    return folder;
  }

  it.each(formats)("export of %s", async (format) => {
    const at = office();
    const folder = readOnlyFolder(at);
    const names = namesIn(at.folder);
    const argv = exportTo(format, path.join(folder, "表"), at.db);
    expect(refusalIn(await asOrdinaryUser([...argv, "--json"]), folder)).toMatchObject({
      code: "disk",
      message: `文件夹“${folder}”不允许写入。`,
      hint: "请换一个文件夹，例如“文档”或桌面。",
    });
    await expectUntouched(at, names);
  });

  const keepElsewhere = "请把账本放到可以写入的文件夹（例如“文档”），或去掉文件的“只读”属性后再试。";

  it.each([[["init"]], [["init", "--sample"]], [["load"]]])("%j", async (words) => {
    const at = office();
    const folder = readOnlyFolder(at);
    const file = path.join(at.folder, "数据.json");
    writeFileSync(file, at.dump);
    const names = namesIn(at.folder);
    const db = path.join(folder, "新.jingfei");
    const argv = [...words, ...(words[0] === "load" ? [file] : []), "--db", db, "--json"];
    expect(refusalIn(await asOrdinaryUser(argv), db)).toMatchObject({
      code: "disk",
      message: `没有写入权限：文件或所在文件夹是只读的：${db}`,
      hint: keepElsewhere,
    });
    await expectUntouched(at, names);
  });

  it.each([
    ["the folder", (at: string) => chmodSync(path.dirname(at), 0o555)],
    ["the file", (at: string) => chmodSync(at, 0o444)],
  ])("a ledger of which %s is so", async (_what, close) => {
    const at = office();
    rmSync(`${at.db}-lock`);
    const names = namesIn(at.folder);
    close(at.db);
    onTestFinished(() => chmodSync(at.folder, 0o755));
    for (const command of [
      ["list", "projects"],
      ["import", "invoices", at.exportFile],
    ]) {
      const run = await asOrdinaryUser([...command, "--db", at.db, "--json"]);
      expect(refusalIn(run, at.db)).toMatchObject({
        code: "disk",
        message: `没有写入权限：文件或所在文件夹是只读的：${at.db}`,
        hint: keepElsewhere,
      });
    }
    chmodSync(at.folder, 0o755);
    chmodSync(at.db, 0o644);
    await expectUntouched(at, names);
  });
});
