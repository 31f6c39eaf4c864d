import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openError, openFile } from "#engine/files/openFile.ts";
import { readText } from "#engine/files/readText.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";

const trouble = (code: string) => Object.assign(new Error(code), { code, syscall: "read" });

describe("openError", () => {
  it.each([
    ["ENOENT", "不存在", /重新选择/],
    ["EBUSY", "打不开", /正在别的程序中打开.*关闭它后再试/],
    ["ETXTBSY", "打不开", /正在别的程序中打开/],
    // What Windows says of a file that Excel has open.
    ["EACCES", "没有读取权限", /正在别的程序中打开.*复制到自己的文件夹/],
    ["EPERM", "没有读取权限", /正在别的程序中打开/],
    ["EIO", "读取失败", /磁盘或U盘可能有故障/],
    ["ENAMETOOLONG", "…”的名称太长，打不开", /短一些的名称/],
    ["EOVERFLOW", "打不开", /复制到本机硬盘/],
  ])("says %s in words, with what to do next", (code, message, hint) => {
    expect(openError("清单.xlsx", trouble(code))).toMatchObject({
      code: "bad-file",
      message: expect.stringContaining(`清单.xlsx${message.startsWith("…") ? "" : "”"}${message}`),
      hint: expect.stringMatching(hint),
    });
  });

  it("leaves our own mistakes alone", () => {
    const error = new TypeError("x is not a function");
    expect(openError("清单.xlsx", error)).toBe(error);
  });
});

describe("openFile", () => {
  it("opens files and no folders", async () => {
    const folder = testFolder();
    const file = path.join(folder, "清单.xlsx");
    writeFileSync(file, "内容");
    const handle = await openFile(file);
    expect(await handle.readFile("utf8")).toBe("内容");
    await handle.close();
    mkdirSync(path.join(folder, "夹"));
    expect((await failureOf(() => openFile(path.join(folder, "夹")))).message).toBe("文件“夹”是一个文件夹");
  });

  it.skipIf(process.platform === "win32")("waits for no device", async () => {
    expect((await failureOf(() => openFile("/dev/null"))).message).toBe("文件“null”不是普通文件");
  });
});

describe("readText", () => {
  const textOf = async (bytes: Buffer): Promise<string> => {
    const file = path.join(testFolder(), "数据.json");
    writeFileSync(file, bytes);
    return readText(file);
  };

  it("reads UTF-8, with or without its mark", async () => {
    expect(await textOf(Buffer.from("社区𠮷"))).toBe("社区𠮷");
    expect(await textOf(Buffer.from("\ufeff社区"))).toBe("社区");
    expect(await textOf(Buffer.alloc(0))).toBe("");
  });

  it.each([
    ["GB18030", Buffer.from("c9e7c7f8", "hex")],
    ["UTF-16", Buffer.from("\ufeff社区", "utf16le")],
    ["a letter cut in half", Buffer.from("社区").subarray(0, 5)],
  ])("refuses %s rather than changing letters", async (_what, bytes) => {
    expect(await failureOf(() => textOf(bytes))).toMatchObject({
      code: "bad-file",
      message: "文件“数据.json”不是 UTF-8 文本，可能选错了文件，或被别的程序另存过",
    });
  });
});
