import { describe, expect, it } from "vitest";
import { normaliseHeader } from "#shared/excel/headerText.ts";
import { textCell } from "#shared/excel/plainCell.ts";
import { fieldOfTitle, findHeader, missingColumns, readHeader } from "#shared/invoices/matchHeader.ts";
import { sheetKind, sourceOf } from "#shared/invoices/sheetSource.ts";
import seen from "#test/fixtures/invoices/headers.json" with { type: "json" };
import { rowsOf } from "./lists.ts";

const headerOf = (titles: readonly string[]) => readHeader({ rowNo: 1, cells: titles.map(textCell) });
const fieldsOf = (titles: readonly string[]) => headerOf(titles).columns.map(({ field }) => field);
const variant = (start: string) => {
  const found = seen.find(({ source }) => source.startsWith(start));
  if (found === undefined) throw new Error(`no fixture ${start}`);
  return found.headers;
};

const fullList = [
  "seq",
  "code",
  "paperNumber",
  "digitalNumber",
  "sellerTaxId",
  "sellerName",
  "buyerTaxId",
  "buyerName",
  "issueDate",
  "taxCategoryCode",
  "businessType",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "net",
  "taxRate",
  "tax",
  "gross",
  "source",
  "type",
  "status",
  "positive",
  "risk",
  "drawer",
  "remark",
];
const lineColumns = [
  "taxCategoryCode",
  "businessType",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "taxRate",
];

describe("headers seen in the wild", () => {
  const cases: readonly (readonly [string, readonly (string | null)[], string, string])[] = [
    ["电子税务局 税务数字账户", fullList, "lines", "全量发票查询"],
    [
      "电子税务局 全量发票查询 导出 - invoice",
      fullList.filter((field) => !lineColumns.includes(field)),
      "invoices",
      "全量发票查询",
    ],
    ["Java entity", [...fullList.slice(1), null], "lines", "全量发票查询"],
    [
      "用途确认信息",
      [
        "seq",
        null,
        "source",
        null,
        "digitalNumber",
        "code",
        "paperNumber",
        "issueDate",
        "sellerTaxId",
        "sellerName",
        "net",
        "tax",
        null,
        "type",
        null,
        "status",
        null,
        "risk",
        null,
      ],
      "invoices",
      "用途确认信息",
    ],
    [
      "抵扣勾选 template",
      [
        null,
        "digitalNumber",
        "code",
        "paperNumber",
        "issueDate",
        "net",
        "tax",
        null,
        "buyerTaxId",
        "sellerName",
        "sellerTaxId",
        "source",
        "type",
        "status",
        null,
        null,
        null,
        "risk",
      ],
      "invoices",
      "抵扣勾选清单",
    ],
    [
      "导入清单模板",
      ["seq", "digitalNumber", "issueDate", "sellerName", "sellerTaxId", "net", "tax"],
      "invoices",
      "导入清单模板",
    ],
  ];

  it.each(cases)("reads %s", (start, fields, kind, source) => {
    const header = headerOf(variant(start));
    expect(header.columns.map(({ field }) => field)).toEqual(fields);
    expect(missingColumns(header)).toEqual([]);
    expect(sheetKind(header)).toBe(kind);
    expect(sourceOf(new Set(header.columns.map(({ title }) => normaliseHeader(title))))).toBe(source);
  });

  it("reads the older wording of the number column", () => {
    expect(fieldsOf(variant("Older"))).toEqual(["digitalNumber", "code", "paperNumber"]);
  });

  it("knows a sheet of one business by its own columns", () => {
    expect(sheetKind(headerOf(["发票号码", ...variant("电子税务局 全量发票查询 导出 - 特定业务")]))).toBe(
      "special",
    );
  });

  it("takes every synonym of a row for one and the same field", () => {
    const rows = variant("Synonym").map((words) => words.split("|"));
    const fields = rows.map((words) => new Set(words.map((word) => fieldOfTitle(word)?.field ?? null)));
    expect(fields.map((found) => [...found])).toEqual([
      ["digitalNumber"],
      ["code"],
      ["paperNumber"],
      ["issueDate"],
      ["sellerTaxId"],
      ["sellerName"],
      ["buyerTaxId"],
      ["buyerName"],
      ["net"],
      ["tax"],
      ["gross"],
      ["status"],
      ["type"],
      [null],
      ["positive"],
      ["risk"],
      ["source"],
    ]);
  });
});

describe("a column title", () => {
  it.each([
    [" 数电发票\n号码 （必填）", "数电发票号码"],
    ["金额（元）：", "金额"],
    ["价税合计(单位：元)*", "价税合计"],
    ["发票金额（不含税）", "发票金额(不含税)"],
    ["税率/征收率", "税率/征收率"],
    ["ＮＯ", "NO"],
  ])("%j becomes %s", (title, plain) => {
    expect(normaliseHeader(title)).toBe(plain);
  });

  it.each([
    ["有效抵扣税额", undefined],
    ["被红冲蓝字数电票号码", undefined],
    ["对应正数发票号码", undefined],
    ["购买方地址、电话", undefined],
    ["价税合计（大写）", undefined],
    ["金额（万元）", undefined],
    ["税务机关开票日期", "issueDate"],
    ["销售方名称（全称）", "sellerName"],
    ["金额（含税）", "gross"],
  ])("%s names %s", (title, field) => {
    expect(fieldOfTitle(title)?.field).toBe(field);
  });

  it("tells two of the same name apart and takes the first", () => {
    const header = headerOf(["发票号码", "备注", "金额", "税额", "备注", "不含税金额", "开票日期"]);
    expect(header.columns.map(({ title, field }) => [title, field])).toEqual([
      ["发票号码", "paperNumber"],
      ["备注", "remark"],
      ["金额", "net"],
      ["税额", "tax"],
      ["备注（第2列）", null],
      ["不含税金额", null],
      ["开票日期", "issueDate"],
    ]);
    expect(header.doubled).toEqual(["备注", "不含税金额"]);
  });

  it("that fits exactly takes the field from one that only holds the word, wherever it stands", () => {
    expect(fieldsOf(["电子发票开票日期及时间", "开票日期"])).toEqual([null, "issueDate"]);
  });
});

describe("findHeader", () => {
  const header = ["发票号码", "开票日期", "销方名称", "价税合计"];

  it("passes over a title, a period and units", () => {
    const rows = rowsOf([
      ["发票清单"],
      ["税款所属期", "202203"],
      ["单位：元", null, "日期"],
      header,
      ["1", "2"],
    ]);
    expect(findHeader(rows)).toMatchObject({
      rowNo: 4,
      at: { paperNumber: 0, issueDate: 1, sellerName: 2, gross: 3 },
    });
  });

  it("prefers a complete header to a longer one that lacks something", () => {
    const partial = ["销方名称", "购买方名称", "备注", "开票人", "税率", "数量"];
    expect(findHeader(rowsOf([partial, header]))?.rowNo).toBe(2);
  });

  it("says what the nearest one lacks", () => {
    const found = findHeader(rowsOf([["通讯录"], ["销方名称", "开票日期"]]));
    expect(found && missingColumns(found)).toEqual(["发票号码", "价税合计（或金额和税额）"]);
    expect(findHeader(rowsOf([["姓名", "电话"]]))).toBeUndefined();
  });

  it("wants more than a net amount, since nobody can tell what it leaves out", () => {
    expect(missingColumns(headerOf(["发票号码", "开票日期", "金额"]))).toEqual(["价税合计（或金额和税额）"]);
    expect(missingColumns(headerOf(["发票号码", "开票日期", "金额", "税额"]))).toEqual([]);
  });
});
