import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeZip } from "#engine/files/writeZip.ts";
import { writeRawWorkbook } from "#test/engine/excel/rawWorkbook.ts";
import { encryptedWorkbook, oldWorkbook } from "./compoundFile.ts";
import { type Office, offices, refused } from "./office.ts";

const patience = { timeout: 30_000 };
const office = offices();

/** What an officer may drop on the window in place of the export, and what it is told to be. */
type Case = readonly [
  what: string,
  fileName: string,
  make: (file: string, office: Office) => unknown,
  message: string,
  hint: string,
];

const write =
  (content: string | Buffer) =>
  (file: string): void =>
    writeFileSync(file, content);
const sheet = (rows: string) => (file: string) => writeRawWorkbook({ sheets: { 清单: rows } }, file);
const zip =
  (...names: readonly string[]) =>
  (file: string) =>
    writeZip(
      file,
      names.map((name) => [name, ["内容"]]),
    );
const cells = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;

const export_ = "请选择电子税务局导出的 .xlsx 文件。";
const exportAgain = "请在电子税务局重新导出 Excel 格式的清单。";
const fetchAgain = "请重新下载或重新复制这个文件，能在 Excel 或 WPS 中正常打开后再试。";
const saveAgain = "请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（*.xlsx）”后再试。";
const saveOriginal = "请用 Excel 或 WPS 打开原来的清单，另存为“Excel 工作簿（*.xlsx）”后再导入。";
const askForXml = "请选择电子税务局下载的数电票 XML 文件，或放着这些文件的文件夹、压缩包。";
const askForList =
  "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。";
const cutOff = "不完整，可能没有下载完或没有复制完";

const cases: readonly Case[] = [
  ["nothing", "没有.xlsx", () => undefined, "不存在", "它可能已被移动、改名或删除。请重新选择文件。"],
  ["a folder of nothing", "一月", (file) => mkdirSync(file), "里没有 XML 文件", askForXml],
  [
    "a link that leads to itself",
    "圈.xlsx",
    (file) => symlinkSync(file, file),
    "打不开",
    "请把文件复制到本机硬盘后再试。",
  ],
  [
    "a text",
    "说明.txt",
    write("关于一月发票的说明\n"),
    "不像发票清单：前15行里没有找到发票清单的表头。",
    askForList,
  ],
  [
    "a CSV of something else",
    "清单.csv",
    write("姓名,电话\n沈经办,021\n"),
    "不像发票清单：前15行里没有找到发票清单的表头。",
    askForList,
  ],
  [
    "a CSV with zeros in it",
    "清单.csv",
    write("发票号码,开票日期,价税合计\n22312000000000000001,2022-\0-05,100.00\n"),
    "第2行第2列有无法识别的字符，文字可能已损坏",
    saveOriginal,
  ],
  [
    "a CSV of two encodings",
    "清单.csv",
    write(Buffer.concat([Buffer.from("发票号码,开票日期,价税合计\n1,"), Buffer.from("c8d5c6da0a", "hex")])),
    "第2行第2列的文字编码与前面的不同（一部分是 UTF-8，一部分是 GBK）",
    saveOriginal,
  ],
  [
    "a CSV with a lone quote",
    "清单.csv",
    write('发票号码,开票日期,价税合计\n"22312000000000000001,2022-01-05,100.00\n'),
    "第2行第1列的引号没有成对",
    saveOriginal,
  ],
  [
    "a CSV of ten thousand columns",
    "清单.csv",
    write(`发票号码,开票日期,价税合计\n${",".repeat(10_000)}1\n`),
    "第2行第1025列超出范围，一行最多1024列",
    saveOriginal,
  ],
  [
    "XML with an outside entity",
    "票.xml",
    write(
      '<?xml version="1.0"?><!DOCTYPE EInvoice [<!ENTITY a SYSTEM "file:///etc/passwd">]><EInvoice>&a;</EInvoice>',
    ),
    "含有 DOCTYPE 声明，数电票没有这样的内容，为安全没有读取",
    askForXml,
  ],
  [
    "XML without a bottom",
    "票.xml",
    write("<EInvoice>".repeat(100_000)),
    "不是完整的 XML，可能没有下载完或已被改动",
    askForXml,
  ],
  [
    "XML that is no invoice",
    "票.xml",
    write("<Order><EIid>22312000000000000001</EIid></Order>"),
    "不是数电票 XML（根元素是 Order）",
    askForXml,
  ],
  [
    "XML larger than any invoice",
    "票.xml",
    write(`<EInvoice>${" ".repeat(2_097_152)}</EInvoice>`),
    "超过 2 MB，不像一张发票，没有读取",
    askForXml,
  ],
  [
    "a PDF",
    "发票.pdf",
    write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n"),
    "是 PDF，不是工作簿",
    exportAgain,
  ],
  [
    "a picture",
    "扫描.png",
    write(Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex")),
    "是图片，不是工作簿",
    "请在电子税务局导出 Excel 格式的清单；扫描件和照片不能导入。",
  ],
  ["a file of nothing", "空.xlsx", write(""), "是空的", fetchAgain],
  [
    "a ledger",
    "另一本.jingfei",
    write("SQLite format 3\0".padEnd(4_096, "\0")),
    "不是 Excel 工作簿",
    export_,
  ],
  [
    "an encrypted workbook",
    "加密.xlsx",
    write(encryptedWorkbook()),
    "设了打开密码（已加密）",
    "请在 Excel 或 WPS 中打开它，取消密码并保存后再试。",
  ],
  ["a workbook of Excel 97", "旧.xls", write(oldWorkbook()), "是旧的 .xls 格式，不能直接读取", saveAgain],
  [
    "a web page that calls itself a workbook",
    "网页.xls",
    write("<html><body><table><tr><td>发票号码</td></tr></table></body></html>"),
    "其实是网页，只是用了表格的扩展名",
    saveAgain,
  ],
  [
    "the archive that the export came in",
    "导出.zip",
    zip("2022年1月/全量发票查询导出结果.xlsx"),
    "是压缩包，里面才是工作簿",
    "请先解压，再选择其中的 .xlsx 文件。",
  ],
  ["a Word document", "请示.docx", zip("word/document.xml"), "是 Word 文档，不是工作簿", export_],
  [
    "what Excel leaves beside an open workbook",
    "~$清单.xlsx",
    write("\u0003王经办"),
    "是 Excel 打开工作簿时留下的临时文件",
    "请选择名称里没有“~$”的那个文件。",
  ],
  [
    "a workbook with other content",
    "通讯录.xlsx",
    sheet(`<sheetData>${cells("姓名", "电话")}${cells("沈经办", "021")}</sheetData>`),
    "不像发票清单：前15行里没有找到发票清单的表头。",
    "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。",
  ],
  [
    "a workbook with an empty sheet",
    "空表.xlsx",
    sheet("<sheetData/>"),
    "不像发票清单：前15行里没有找到发票清单的表头。",
    "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。",
  ],
  [
    "a workbook without sheets",
    "无表.xlsx",
    (file) => writeRawWorkbook({ sheets: {} }, file),
    "里没有工作表",
    "请选择里面有清单的工作簿。",
  ],
  ["broken XML", "坏.xlsx", sheet("<sheetData><row><c>"), "内容已损坏，不能当作工作簿读取", fetchAgain],
  [
    "a download of nothing but zeros",
    "空白.xlsx",
    write(Buffer.alloc(9_000)),
    "的开头是空白数据，可能没有下载完或没有复制完",
    fetchAgain,
  ],
];

describe("import of what is no export", () => {
  it.each(cases)("%s", async (_what, fileName, make, message, hint) => {
    const at = office();
    const file = path.join(at.folder, fileName);
    await make(file, at);
    const refusal = await refused(at, `文件“${fileName}”`, "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({ code: "bad-file", message: `文件“${fileName}”${message}`, hint });
  });

  it("a name longer than the system allows", async () => {
    const at = office();
    const file = path.join(at.folder, `${"长".repeat(200)}.xlsx`);
    const refusal = await refused(at, "长长长…”的名称太长", "import", "invoices", file, "--db", at.db);
    expect(refusal.code).toBe("bad-file");
  });

  it("a dry run refuses the same, and no name at all is bad use", async () => {
    const at = office();
    const file = path.join(at.folder, "说明.txt");
    writeFileSync(file, "说明");
    const dry = await refused(at, "说明.txt", "import", "invoices", file, "--dry-run", "--db", at.db);
    expect(dry.code).toBe("bad-file");
    const none = await refused(at, "缺少参数：文件", "import", "invoices", "", "--db", at.db);
    expect(none.code).toBe("bad-request");
  });
});

describe("import of an export that was not written to its end", () => {
  it.each([2, 4, 30, 100, 512, 0.25, 0.5, 0.9, -22, -1])("cut off at %d", async (length) => {
    const at = office();
    const whole = readFileSync(at.exportFile);
    const file = path.join(at.folder, "断.xlsx");
    const end = length < 0 ? whole.length + length : length < 1 ? Math.floor(length * whole.length) : length;
    writeFileSync(file, whole.subarray(0, end));
    const refusal = await refused(at, "文件“断.xlsx”", "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({ code: "bad-file", message: `文件“断.xlsx”${cutOff}`, hint: fetchAgain });
  });

  it("its place kept free, and zeros where the rest should be", async () => {
    const at = office();
    const whole = readFileSync(at.exportFile);
    const file = path.join(at.folder, "断.xlsx");
    writeFileSync(file, Buffer.concat([whole.subarray(0, 5_000), Buffer.alloc(whole.length - 5_000)]));
    const refusal = await refused(at, "文件“断.xlsx”", "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({ code: "bad-file", message: `文件“断.xlsx”${cutOff}` });
  });

  it("a part inside that was damaged on the way", async () => {
    const at = office();
    const bytes = readFileSync(at.exportFile);
    const inSheet = bytes.indexOf("xl/worksheets/sheet1.xml") + 200;
    for (let offset = 0; offset < 40; offset += 1) bytes[inSheet + offset] = 0x55;
    const file = path.join(at.folder, "坏.xlsx");
    writeFileSync(file, bytes);
    const refusal = await refused(at, "文件“坏.xlsx”", "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({ code: "bad-file", message: "文件“坏.xlsx”已损坏", hint: fetchAgain });
  });
});

describe("import of a workbook that is too large", () => {
  /** A workbook of one sheet whose rows are made while they are packed. */
  function longWorkbook(file: string, rows: Iterable<string>): Promise<void> {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const relation = (type: string, target: string) =>
      `<Relationships><Relationship Id="r" Type="${office}/${type}" Target="${target}"/></Relationships>`;
    const sheets = '<sheets><sheet name="一" r:id="r"/></sheets>';
    return writeZip(file, [
      ["_rels/.rels", [relation("officeDocument", "xl/workbook.xml")]],
      ["xl/workbook.xml", [`<workbook xmlns:r="${office}">${sheets}</workbook>`]],
      ["xl/_rels/workbook.xml.rels", [relation("worksheet", "sheet.xml")]],
      ["xl/sheet.xml", rows],
    ]);
  }

  function* millionRows(): Generator<string> {
    yield `<worksheet><sheetData>${cells("发票号码", "开票日期", "价税合计")}`;
    for (let from = 0; from < 1_000_000; from += 1_000) {
      const row = (index: number) => `<row><c><v>${10_000_000 + from + index}</v></c></row>`;
      yield Array.from({ length: 1_000 }, (_, index) => row(index)).join("");
    }
    yield "</sheetData></worksheet>";
  }

  function* spaces(): Generator<string> {
    yield "<worksheet><sheetData>";
    for (let count = 0; count < 80; count += 1) yield " ".repeat(1_048_576);
    yield "</sheetData></worksheet>";
  }

  it("a million rows", patience, async () => {
    const at = office();
    const file = path.join(at.folder, "百万.xlsx");
    await longWorkbook(file, millionRows());
    const refusal = await refused(at, "文件“百万.xlsx”", "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({
      code: "bad-file",
      message: "文件“百万.xlsx”的工作表“一”超过 300000 行，没有读入",
      hint: "请按月份或年度分成几个较小的文件，再分别导入。",
    });
  });

  it("one that was made to fill the memory", patience, async () => {
    const at = office();
    const file = path.join(at.folder, "炸弹.xlsx");
    await longWorkbook(file, spaces());
    expect(readFileSync(file).length).toBeLessThan(200_000);
    const refusal = await refused(at, "文件“炸弹.xlsx”", "import", "invoices", file, "--db", at.db);
    expect(refusal).toMatchObject({
      code: "bad-file",
      message: "文件“炸弹.xlsx”解开后大得不正常，没有读入",
      hint: "它不像办公软件保存的工作簿，请核实来源。",
    });
  });
});
