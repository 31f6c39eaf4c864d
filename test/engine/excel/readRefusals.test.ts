import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeZip } from "#engine/files/writeZip.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { readAll, writeRawWorkbook } from "./rawWorkbook.ts";

const refusal = (path: string) => failureOf(() => readAll(path));

function fileOf(name: string, content: string | Buffer): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

async function zipOf(...names: readonly string[]): Promise<string> {
  const path = join(testFolder(), "zip.xlsx");
  await writeZip(
    path,
    names.map((name) => [name, ["内容"]]),
  );
  return path;
}

const compound = (...streams: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(70_000),
    ...streams.map((name) => Buffer.from(name, "utf16le")),
    Buffer.alloc(500),
  ]);

describe("files that are no workbook", () => {
  const cases: readonly (readonly [string, () => string | Promise<string>, RegExp])[] = [
    ["an old .xls", () => fileOf("旧.xls", compound("Workbook")), /旧的 \.xls 格式/],
    [
      "an encrypted workbook",
      () => fileOf("密.xlsx", compound("EncryptionInfo", "EncryptedPackage")),
      /打开密码/,
    ],
    ["an old Word file", () => fileOf("文.doc", compound("WordDocument")), /别的旧版办公文件/],
    ["a CSV", () => fileOf("清单.csv", "发票号码,金额\n22312000000000000001,100.00\n"), /文本（CSV）/],
    [
      "a CSV in the older Chinese encoding",
      () => fileOf("清单.csv", Buffer.from("b7a2c6b1bac5c2eb2cbdf0b6ee0a", "hex")),
      /文本（CSV）/,
    ],
    [
      "a web page called .xls",
      () => fileOf("网页.xls", "\ufeff<html><table><tr><td>1</td></tr></table></html>"),
      /其实是网页/,
    ],
    [
      "an XML table of Excel 2003",
      () =>
        fileOf(
          "表.xls",
          '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        ),
      /XML 表格 2003/,
    ],
    ["other XML", () => fileOf("别的.xls", "<?xml version='1.0'?><a/>"), /其实是 XML/],
    ["an old workbook of WPS", () => fileOf("旧.et", compound("Workbook")), /WPS 的 \.et 格式/],
    ["a PDF", () => fileOf("发票.pdf", "%PDF-1.7\n"), /是 PDF/],
    ["a picture", () => fileOf("扫描.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), /是图片/],
    ["a photo", () => fileOf("照片.jpg", Buffer.from("ffd8ffe000104a46494600", "hex")), /是图片/],
    [
      "an archive",
      () => fileOf("发票.rar", Buffer.from("526172211a0701005d00", "hex")),
      /是压缩包，不是工作簿/,
    ],
    ["an OFD invoice", () => zipOf("OFD.xml", "Doc_0/Document.xml"), /是 OFD 版式文件/],
    ["a download of nothing but zeros", () => fileOf("空白.xlsx", Buffer.alloc(4_096)), /的开头是空白数据/],
    ["an empty file", () => fileOf("空.xlsx", ""), /是空的/],
    ["bytes", () => fileOf("乱.xlsx", Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])), /不是 Excel 工作簿/],
    ["a zip of other things", () => zipOf("a.txt"), /是压缩包，不是/],
    ["a zip with a workbook inside", () => zipOf("1月/全量发票.xlsx"), /里面才是工作簿/],
    ["a Word document", () => zipOf("word/document.xml"), /Word 文档/],
    ["a binary workbook", () => zipOf("xl/workbook.bin"), /\.xlsb/],
    ["an OpenDocument sheet", () => zipOf("mimetype", "content.xml"), /\.ods/],
    ["a missing file", () => join(testFolder(), "没有.xlsx"), /不存在/],
    ["a lock file of Excel", () => fileOf("~$清单.xlsx", "x"), /临时文件/],
    [
      "a folder",
      () => {
        const path = join(testFolder(), "夹.xlsx");
        mkdirSync(path);
        return path;
      },
      /是一个文件夹/,
    ],
    ["a workbook without sheets", () => writeRawWorkbook({ sheets: {} }), /没有工作表/],
    ["broken XML", () => writeRawWorkbook({ sheets: { 一: "<sheetData><row><c>" } }), /内容已损坏/],
    [
      "XML that declares entities",
      () =>
        writeRawWorkbook({
          sheets: { 一: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>` },
        }),
      /内容已损坏/,
    ],
  ];

  it.each(cases)("says what %s is and what to do", async (_, make, what) => {
    const path = await make();
    const { code, message, hint } = await refusal(path);
    expect({ code, message }).toEqual({ code: "bad-file", message: expect.stringMatching(what) });
    expect(message).toContain(path.split("/").at(-1));
    expect(hint).toMatch(/请/);
  });
});

describe("a workbook that is not whole", () => {
  it("is refused wherever it was cut off", async () => {
    const whole = readFileSync(
      await writeRawWorkbook({ sheets: { 一: "<sheetData><row><c><v>1</v></c></row></sheetData>" } }),
    );
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const { code, message } = await refusal(
        fileOf("断.xlsx", whole.subarray(0, Math.floor(whole.length * part))),
      );
      expect([code, message]).toEqual(["bad-file", "文件“断.xlsx”不完整，可能没有下载完或没有复制完"]);
    }
  });

  it("is refused when a part inside was damaged", async () => {
    const path = await writeRawWorkbook({
      sheets: { 一: `<sheetData>${"<row><c><v>12345</v></c></row>".repeat(200)}</sheetData>` },
    });
    const bytes = readFileSync(path);
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 24;
    for (const offset of [3, 12, 20]) {
      const damaged = Buffer.from(bytes);
      damaged[at + offset] = (damaged[at + offset] ?? 0) ^ 0x55;
      const { code, message } = await refusal(fileOf("坏.xlsx", damaged));
      expect(code).toBe("bad-file");
      expect(message).toMatch(/已损坏/);
    }
  });

  it("is refused when its zip is encrypted", async () => {
    const bytes = readFileSync(await writeRawWorkbook({}));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes[entry + 8] = (bytes[entry + 8] ?? 0) | 1;
    expect((await refusal(fileOf("锁.xlsx", bytes))).message).toMatch(/加密的压缩文件/);
  });

  it("leaves the file as it was", async () => {
    const path = await writeRawWorkbook({});
    const copy = join(testFolder(), "copy.xlsx");
    copyFileSync(path, copy);
    await readAll(path);
    expect(readFileSync(path)).toEqual(readFileSync(copy));
  });
});
