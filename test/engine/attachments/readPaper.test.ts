import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { largestPaper, readPaper } from "#engine/attachments/readPaper.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { compound, pdf, put, sha256Of, zip } from "./files.ts";

const refusal = async (name: string, bytes: Uint8Array | string) => {
  const { code, message, hint } = await failureOf(() => readPaper(put(testFolder(), name, bytes)));
  expect(code).toBe("bad-file");
  expect(hint).toMatch(/请|附件可以/);
  return message;
};

describe("readPaper", () => {
  it("takes a file as it is, with its hash and what it is", async () => {
    const bytes = pdf("一");
    const paper = await readPaper(put(testFolder(), "合同 扫描.PDF", bytes));
    expect(paper).toMatchObject({ fileName: "合同 扫描.PDF", sha256: sha256Of(bytes) });
    expect(paper.type.mediaType).toBe("application/pdf");
    expect(paper.bytes.equals(bytes)).toBe(true);
  });

  it.each([
    ["票.ofd", () => zip("OFD.xml", "Doc_0/Document.xml"), "ofd"],
    ["表.xlsx", () => zip("[Content_Types].xml", "xl/workbook.xml"), "xlsx"],
    ["旧.doc", async () => compound("Root Entry", "WordDocument"), "doc"],
    ["旧.et", async () => compound("Workbook"), "xls"],
    ["旧.ppt", async () => compound("PowerPoint Document"), "ppt"],
    ["票.xml", async () => Buffer.from("<?xml version='1.0'?><EInvoice/>"), "xml"],
  ])("knows %s by what is inside", async (name, bytes, expected) => {
    expect((await readPaper(put(testFolder(), name, await bytes()))).type.extension).toBe(expected);
  });

  it("says of each file that is none why, by its name", async () => {
    expect(await refusal("空.pdf", "")).toBe("文件“空.pdf”是空的，没有添加");
    expect(await refusal("合同.pdf", "MZ\x90")).toBe("文件“合同.pdf”是程序或脚本，不能作为附件");
    expect(await refusal("安装.msi", compound("Property"))).toContain("是程序或脚本");
    expect(await refusal("安装.doc", compound("Property"))).toContain("不是能作为附件的文件");
    expect(await refusal("全部.zip", await zip("合同.pdf"))).toContain("是压缩包");
    expect(await refusal("表.xlsm", await zip("[Content_Types].xml", "xl/vbaProject.bin"))).toContain(
      "带有宏",
    );
    expect(await refusal("断.docx", (await zip("[Content_Types].xml")).subarray(0, 40))).toContain("已损坏");
    expect(await refusal("说明.txt", "你好")).toContain("不是能作为附件的文件");
  });

  it("takes 50 MB and no byte more, without reading what is too large", async () => {
    const file = put(testFolder(), "扫描.pdf", pdf());
    truncateSync(file, largestPaper);
    expect((await readPaper(file)).bytes).toHaveLength(largestPaper);
    truncateSync(file, largestPaper + 1);
    const { message } = await failureOf(() => readPaper(file));
    expect(message).toBe("文件“扫描.pdf”有 51 MB，超过一份附件的上限 50 MB，没有添加");
  });

  it("says what is wrong with a file that is not there, or a folder", async () => {
    const folder = testFolder();
    expect(await failureOf(() => readPaper(`${folder}/无.pdf`))).toMatchObject({ code: "bad-file" });
    expect((await failureOf(() => readPaper(folder))).message).toContain("是一个文件夹");
  });
});
