import { join } from "node:path";
import Excel from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "#engine/excel/readWorkbook.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { readAll, readXmlSheet, shown, writeRawWorkbook } from "./rawWorkbook.ts";

async function written(fill: (book: Excel.Workbook) => void): Promise<string> {
  const book = new Excel.Workbook();
  fill(book);
  const path = join(testFolder(), "written.xlsx");
  await book.xlsx.writeFile(path);
  return path;
}

describe("cells that exceljs wrote", () => {
  it("brings every kind of value to text and kind", async () => {
    const path = await written((book) => {
      book
        .addWorksheet("一")
        .addRow([
          "文字",
          12.5,
          true,
          { richText: [{ text: "富" }, { text: "文本", font: { bold: true } }] },
          { text: "链接", hyperlink: "https://example.org/" },
          { formula: "B1*2", result: 25 },
          { formula: 'A1&"甲"', result: "文字甲" },
          { formula: "1/0", result: { error: "#DIV/0!" } },
          { error: "#N/A" },
          new Date(Date.UTC(2022, 2, 31)),
          new Date(Date.UTC(2022, 2, 31, 10, 12, 5)),
          "第一行\n第二行 <&>",
        ]);
    });
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([
      [
        "text:文字",
        "number:12.5",
        "boolean:TRUE",
        "text:富文本",
        "text:链接",
        "number:25",
        "text:文字甲",
        "error:#DIV/0!",
        "error:#N/A",
        "date:2022-03-31",
        "date:2022-03-31 10:12:05",
        "text:第一行\n第二行 <&>",
      ],
    ]);
  });

  it("reads shared formulas by their results and tells a formula without one", async () => {
    const path = await written((book) => {
      const sheet = book.addWorksheet("一");
      sheet.getCell("A1").value = { formula: "B1", result: 1 };
      sheet.getCell("A2").value = { sharedFormula: "A1", result: 2 };
      sheet.getCell("A3").value = { formula: "B3" };
    });
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([["number:1"], ["number:2"], ["uncomputed:"]]);
  });

  it("keeps what a number lost: the digits stand as stored and the kind says number", async () => {
    const path = await written(
      (book) => void book.addWorksheet("一").addRow([Number("22312000000000456789"), "22312000000000456789"]),
    );
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([["number:22312000000000460000", "text:22312000000000456789"]]);
  });

  it("counts dates from 1904 where the workbook says so", async () => {
    const path = await written((book) => {
      book.properties.date1904 = true;
      book.addWorksheet("一").addRow([new Date(Date.UTC(2022, 2, 31))]);
    });
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([["date:2022-03-31"]]);
    expect(sheet?.info.date1904).toBe(true);
  });

  it("gives sheets in the order of their tabs, hidden ones and hidden rows too", async () => {
    const path = await written((book) => {
      book.addWorksheet("信息汇总表").addRow(["甲"]);
      const hidden = book.addWorksheet("发票基础信息", { state: "hidden" });
      hidden.addRow(["乙"]).hidden = true;
      hidden.getColumn(1).hidden = true;
    });
    const sheets = await readAll(path);
    expect(sheets.map(({ info, rows }) => [info.name, info.index, info.hidden, shown(rows)])).toEqual([
      ["信息汇总表", 0, false, [["text:甲"]]],
      ["发票基础信息", 1, true, [["text:乙"]]],
    ]);
  });

  it("gives every row of a merged range the value of its first, marked as a copy", async () => {
    const path = await written((book) => {
      const sheet = book.addWorksheet("一");
      sheet.addRow(["清单"]);
      sheet.mergeCells("A1:C1");
      sheet.addRows([
        ["A公司", 1, "x"],
        [null, 2, "y"],
        [null, 3, "z"],
        ["B公司", 4, "w"],
      ]);
      sheet.mergeCells("A2:A4");
    });
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([
      ["text:清单"],
      ["text:A公司", "number:1", "text:x"],
      ["text:A公司+", "number:2", "text:y"],
      ["text:A公司+", "number:3", "text:z"],
      ["text:B公司", "number:4", "text:w"],
    ]);
  });
});

describe("cells that other programs write", () => {
  const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

  it("does not believe the stated extent and numbers rows and cells that do not say where they stand", async () => {
    const rows = await readXmlSheet(
      `<dimension ref="A1"/><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="C7"><v>3</v></c><c><v>4</v></c></row></sheetData>`,
    );
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 7]);
    expect(shown(rows)).toEqual([
      ["number:1", "number:2"],
      ["", "", "number:3", "number:4"],
    ]);
  });

  it("reads parts with a namespace prefix, at an absolute target, under another name", async () => {
    const path = await writeRawWorkbook({
      parts: {
        "xl/worksheets/sheet1.xml": null,
        "xl/data/Blatt.xml": `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/data/Blatt.xml"/></Relationships>`,
      },
    });
    const [sheet] = await readAll(path);
    expect(shown(sheet?.rows ?? [])).toEqual([["text:甲"]]);
  });

  it("joins the runs of inline and shared rich text and leaves reading aids out", async () => {
    const rows = await readXmlSheet(
      row(
        `<c r="A1" t="inlineStr"><is><r><t>上海</t></r><r><t xml:space="preserve"> 公司</t></r></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>`,
      ),
      {
        strings: `<si><t>北京</t><rPh sb="0" eb="2"><t>beijing</t></rPh></si><si><r><t>甲</t></r><r><t>乙</t></r></si>`,
      },
    );
    expect(shown(rows)).toEqual([["text:上海 公司", "text:北京", "text:甲乙"]]);
  });

  it("finds shared texts by an index that stands in pieces or among blanks, and none by a wrong one", async () => {
    const strings = Array.from({ length: 12 }, (_, at) => `<si><t>第${at}条</t></si>`).join("");
    const values = ["1", " 2 ", "1<!-- 零 -->0", "<![CDATA[1]]>1", "99", ""];
    const cells = values.map((value) => `<c t="s"><v>${value}</v></c>`).join("");
    const rows = await readXmlSheet(`<sheetData><row>${cells}</row></sheetData>`, { strings });
    expect(shown(rows)).toEqual([["text:第1条", "text:第2条", "text:第10条", "text:第11条"]]);
  });

  it("decodes entities, CDATA and the escapes of texts", async () => {
    const rows = await readXmlSheet(
      row(
        `<c t="str"><v>a&lt;b&#20013;&#x4E2D;</v></c><c t="inlineStr"><is><t><![CDATA[<原样>]]></t></is></c><c t="inlineStr"><is><t>一_x000D_二</t></is></c>`,
      ),
    );
    expect(shown(rows)).toEqual([["text:a<b中中", "text:<原样>", "text:一\r二"]]);
  });

  it("knows dates by built-in and custom formats, and other numbers by theirs", async () => {
    const rows = await readXmlSheet(
      row(
        `<c s="0"><v>44651</v></c><c s="1"><v>44651</v></c><c s="2"><v>44651.5</v></c><c s="3"><v>44651</v></c><c t="d"><v>2022-03-31T10:12:00</v></c>`,
      ),
      {
        styles: `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="&quot;day&quot;#,##0.00_);[Red]\\-0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>`,
      },
    );
    expect(shown(rows)).toEqual([
      [
        "number:44651",
        "date:2022-03-31",
        "date:2022-03-31 12:00:00",
        "number:44651",
        "date:2022-03-31 10:12:00",
      ],
    ]);
  });

  it("passes over rows that are only styled", async () => {
    const styled = Array.from(
      { length: 500 },
      (_, at) => `<row r="${at + 2}" s="1" customFormat="1"><c r="A${at + 2}" s="1"/></row>`,
    );
    const rows = await readXmlSheet(
      `<sheetData><row r="1"><c><v>1</v></c></row>${styled.join("")}<row r="900"><c><v>2</v></c></row></sheetData>`,
    );
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 900]);
  });
});

describe("the walk", () => {
  it("stops a sheet when its visitor has seen enough, and goes on with the next", async () => {
    const many = (text: string) =>
      `<sheetData>${`<row><c t="str"><v>${text}</v></c></row>`.repeat(20)}</sheetData>`;
    const path = await writeRawWorkbook({ sheets: { 一: many("a"), 二: many("b") } });
    const seen: string[] = [];
    await readWorkbook(path, ({ name }) => ({
      row: ({ rowNo, cells }) => {
        seen.push(`${name}${rowNo}${cells[0]?.text}`);
        return rowNo < 2;
      },
      end: () => void seen.push(`${name}完`),
    }));
    expect(seen).toEqual(["一1a", "一2a", "一完", "二1b", "二2b", "二完"]);
  });

  it("tells how far it is, from 0 to 1 and never back", async () => {
    const path = await written((book) => void book.addWorksheet("一").addRows([["a"], ["b"]]));
    const parts: number[] = [];
    await readAll(path, { onProgress: (part) => void parts.push(part) });
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
  });

  it("stops with `cancelled` when told to", async () => {
    const path = await written((book) => void book.addWorksheet("一").addRow(["a"]));
    await expect(readAll(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
  });
});
