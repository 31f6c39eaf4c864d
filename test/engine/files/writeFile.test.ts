import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { fileError, isFileError } from "#engine/files/fileError.ts";
import { writeFileWhole } from "#engine/files/writeFile.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";

const run = promisify(execFile);

const trouble = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: trouble`), { code, syscall });

describe("writeFileWhole", () => {
  it("writes bytes and text, in place of what was there, and leaves nothing beside", async () => {
    const folder = testFolder();
    const file = path.join(folder, "预算明细表.xlsx");
    await writeFileWhole(file, Buffer.from([1, 2, 3]));
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    await writeFileWhole(file, "新内容");
    expect(readFileSync(file, "utf8")).toBe("新内容");
    expect(readdirSync(folder)).toEqual(["预算明细表.xlsx"]);
  });

  it("keeps the earlier file when it fails half way", async () => {
    const folder = testFolder();
    const file = path.join(folder, "表.pdf");
    writeFileSync(file, "旧内容");
    // A folder in the way of the rename: everything before it has already happened.
    const blocked = path.join(folder, "文件夹");
    mkdirSync(path.join(blocked, "里面"), { recursive: true });
    const error = await failureOf(() => writeFileWhole(blocked, "新内容"));
    expect([error.code, error.message]).toEqual(["bad-request", "“文件夹”是一个文件夹，不能写成文件。"]);
    expect(readFileSync(file, "utf8")).toBe("旧内容");
    expect(readdirSync(folder).sort()).toEqual(["文件夹", "表.pdf"].sort());
    expect(existsSync(path.join(blocked, "里面"))).toBe(true);
  });

  it.each([
    ["没有的文件夹/表.xlsx", "not-found", /^文件夹“.*没有的文件夹”不存在。$/],
    ["文件/表.xlsx", "not-found", /不是文件夹。$/],
    [`${"长".repeat(200)}.xlsx`, "bad-request", /^文件名太长/],
  ])("says what is wrong with %s", async (name, code, message) => {
    const folder = testFolder();
    writeFileSync(path.join(folder, "文件"), "");
    const error = await failureOf(() => writeFileWhole(path.join(folder, name), "内容"));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe(undefined);
    expect(readdirSync(folder)).toEqual(["文件"]);
  });

  it.skipIf(process.platform === "win32")(
    "keeps the earlier file when the system stops it in the middle",
    async () => {
      const folder = testFolder();
      const file = path.join(folder, "表.xlsx");
      writeFileSync(file, "旧内容");
      // The system lets this process write no file longer than 8 blocks, as a disk that runs full would.
      const script = `
      import { writeFileWhole } from "#engine/files/writeFile.ts";
      await writeFileWhole(${JSON.stringify(file)}, Buffer.alloc(1_000_000)).catch((error) => process.stdout.write(error.message));
    `;
      const { stdout } = await run("bash", [
        "-c",
        'trap "" XFSZ; ulimit -f 8; exec "$0" --input-type=module --eval "$1"',
        process.execPath,
        script,
      ]);
      expect(stdout).toBe("磁盘空间不足，“表.xlsx”没有写成。");
      expect(readFileSync(file, "utf8")).toBe("旧内容");
      expect(readdirSync(folder)).toEqual(["表.xlsx"]);
    },
  );
});

describe("fileError", () => {
  it.each([
    ["ENOSPC", "write", "disk", "磁盘空间不足，“表.xlsx”没有写成。"],
    ["EDQUOT", "write", "disk", "磁盘空间不足，“表.xlsx”没有写成。"],
    ["EROFS", "open", "disk", "文件夹“/d”不允许写入。"],
    ["EACCES", "open", "disk", "文件夹“/d”不允许写入。"],
    ["EPERM", "open", "disk", "文件夹“/d”不允许写入。"],
    // What Windows says when Excel has the file open.
    ["EPERM", "rename", "disk", "“表.xlsx”正被其他程序打开，没有写成。"],
    ["EACCES", "rename", "disk", "“表.xlsx”正被其他程序打开，没有写成。"],
    ["EBUSY", "rename", "disk", "“表.xlsx”正被其他程序打开，没有写成。"],
    ["EIO", "fsync", "disk", "“表.xlsx”没有写成：EIO: trouble。"],
  ])("says %s at %s in words, with what to do next", (code, syscall, kind, message) => {
    const error = fileError(trouble(code, syscall), "/d/表.xlsx");
    expect([error.code, error.message]).toEqual([kind, message]);
    expect(error.hint).toMatch(/^请/);
  });

  it("leaves our own mistakes alone", () => {
    expect(isFileError(new TypeError("x is not a function"))).toBe(false);
    expect(isFileError(trouble("ENOSPC", "write"))).toBe(true);
  });
});
