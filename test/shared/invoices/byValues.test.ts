import { describe, expect, it } from "vitest";
import { at, fieldsOf, headOf, ownCode, ownName } from "./heads.ts";
import type { Cell, Sheet } from "./lists.ts";

const n = (last: number): string => `223120000000000${String(last).padStart(5, "0")}`;

const seller = "上海示例服务有限公司";
/** 1 000.00 at 6 %, 200.00 at 13 %, and a red one at 6 %. */
const amounts = [
  ["1000.00", "60.00", "1060.00"],
  ["200.00", "26.00", "226.00"],
  ["-100.00", "-6.00", "-106.00"],
] as const;
const listOf = (titles: readonly string[], row: (at: number) => readonly Cell[]): Sheet => [
  titles,
  ...amounts.map((_, index) => row(index)),
];
const [net, tax, gross] = [0, 1, 2].map((place) => (row: number) => amounts[row]?.[place] ?? "");

describe("a list whose titles nobody knows", () => {
  const strange = listOf(["票", "哪天", "谁家", "他的号", "咱们", "甲", "乙", "丙", "丁"], (row) => [
    n(row + 1),
    `2022-03-0${row + 1}`,
    `${seller}`,
    "91310117MA1J000060",
    ownName,
    gross?.(row) ?? "",
    tax?.(row) ?? "",
    net?.(row) ?? "",
    row === 1 ? "13%" : "6%",
  ]);

  it("is read by its values", () => {
    const head = headOf(strange);
    expect(fieldsOf(head)).toEqual({
      A: "digitalNumber",
      B: "issueDate",
      C: "sellerName",
      D: "sellerTaxId",
      E: "buyerName",
      F: "gross",
      G: "tax",
      H: "net",
      I: "taxRate",
    });
    expect(head?.header.rowNo).toBe(1);
    expect(head?.missing).toEqual([]);
    expect(at(head, "F")).toMatchObject({
      by: "values",
      why: "3行都满足 H列＋G列＝本列。",
      samples: ["1060.00", "226.00", "-106.00"],
    });
    expect(at(head, "E")?.why).toBe("内容是本单位的名称。");
  });

  it("under title rows, and without any header, too", () => {
    const below = headOf([["2022年台账"], ["单位：元"], ...strange]);
    expect([below?.header.rowNo, fieldsOf(below).F]).toEqual([3, "gross"]);
    const bare = headOf(strange.slice(1));
    expect([bare?.header.rowNo, fieldsOf(bare).F, at(bare, "F")?.title]).toEqual([0, "gross", "F列"]);
  });

  it("tells code and number of paper tickets, and a number that holds both", () => {
    const paper = listOf(["甲", "乙", "丙", "丁"], (row) => [
      "031002200111",
      `0772165${row}`,
      `2022/3/${row + 1}`,
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(headOf(paper))).toEqual({ A: "code", B: "paperNumber", C: "issueDate", D: "?" });
    const joined = listOf(["甲", "丙", "丁"], (row) => [
      `3100221130-0772165${row}`,
      `2022.3.${row + 1}`,
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(headOf(joined))).toEqual({ A: "digitalNumber", B: "issueDate", C: "?" });
  });

  it("does not take a date of eight digits for a number", () => {
    const list = listOf(["代码", "日子", "价税合计"], (row) => [
      "031002200111",
      `2022030${row + 1}`,
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(headOf(list))).toMatchObject({ B: "issueDate" });
    expect(headOf(list)?.missing).toEqual(["发票号码"]);
  });

  it("knows own tax numbers, and asks whose a name is when the office has not told its own", () => {
    const list = listOf(["票号码", "开票日期", "价税合计", "甲", "乙"], (row) => [
      n(row + 1),
      `2022-03-0${row + 1}`,
      gross?.(row) ?? "",
      "91310117MA1J000060",
      ownCode,
    ]);
    expect(fieldsOf(headOf(list))).toMatchObject({ D: "sellerTaxId", E: "buyerTaxId" });
    const names = listOf(["票号码", "开票日期", "价税合计", "甲"], (row) => [
      n(row + 1),
      `2022-03-0${row + 1}`,
      gross?.(row) ?? "",
      seller,
    ]);
    const nobody = { isEmpty: true, isName: () => false, isCode: () => false };
    expect(fieldsOf(headOf(names))).toMatchObject({ D: "sellerName" });
    expect(at(headOf(names, { own: nobody }), "D")?.doubt).toContain("分不清是销方还是购买方");
  });
});

describe("titles and values", () => {
  const titled = (titles: readonly string[], row: (at: number) => readonly Cell[]) =>
    headOf(
      listOf(["数电发票号码", "开票日期", ...titles], (index) => [
        n(index + 1),
        `2022-03-0${index + 1}`,
        ...row(index),
      ]),
    );

  it("agree: the title is the reason", () => {
    const head = titled(["金额", "税额", "价税合计"], (row) => [
      net?.(row) ?? "",
      tax?.(row) ?? "",
      gross?.(row) ?? "",
    ]);
    expect(at(head, "E")).toMatchObject({
      field: "gross",
      by: "title",
      why: "标题“价税合计”。",
      doubt: null,
    });
  });

  it("a 金额 that in truth is 价税合计 is asked about and not guessed", () => {
    const head = titled(["不知", "税额", "金额"], (row) => [
      net?.(row) ?? "",
      tax?.(row) ?? "",
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(head)).toEqual({ A: "digitalNumber", B: "issueDate", C: "?", D: "tax", E: "?" });
    expect(at(head, "E")?.doubt).toBe("标题是“金额”，可3行都满足 C列＋D列＝本列，像是“价税合计”，请确认。");
    expect(head?.missing).toEqual(["价税合计（或金额和税额）"]);
  });

  it("so is one beside the tax alone, by the rates there are", () => {
    const wrong = titled(["金额", "税额"], (row) => [gross?.(row) ?? "", tax?.(row) ?? ""]);
    expect(fieldsOf(wrong)).toMatchObject({ C: "?", D: "tax" });
    const right = titled(["金额", "税额"], (row) => [net?.(row) ?? "", tax?.(row) ?? ""]);
    expect(fieldsOf(right)).toMatchObject({ C: "net", D: "tax" });
    expect(right?.missing).toEqual([]);
  });

  it("swapped against each other are asked about", () => {
    const head = titled(["价税合计", "税额", "金额"], (row) => [
      net?.(row) ?? "",
      tax?.(row) ?? "",
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(head)).toMatchObject({ C: "?", D: "tax", E: "?" });
  });

  it("what a title leaves open the values fill in", () => {
    const head = titled(["金额", "税额", "一共"], (row) => [
      net?.(row) ?? "",
      tax?.(row) ?? "",
      gross?.(row) ?? "",
    ]);
    expect(at(head, "E")).toMatchObject({ field: "gross", by: "values" });
  });

  it("discounts and red rows count with their signs, tax-free ones prove nothing", () => {
    const free = titled(["甲", "乙", "丙"], (row) => [
      net?.(row) ?? "",
      row === 0 ? "60.00" : "***",
      row === 0 ? "1060.00" : (net?.(row) ?? ""),
    ]);
    expect(fieldsOf(free)).toMatchObject({ C: "?", D: "?", E: "?" });
  });

  it("two columns of one name are told apart by what stands in them", () => {
    const head = titled(["名称", "识别号", "名称", "识别号", "价税合计"], (row) => [
      ownName,
      ownCode,
      seller,
      "91310117MA1J000060",
      gross?.(row) ?? "",
    ]);
    expect(fieldsOf(head)).toMatchObject({
      C: "buyerName",
      D: "buyerTaxId",
      E: "sellerName",
      F: "sellerTaxId",
    });
    expect(at(head, "E")?.title).toBe("名称（第2列）");
    const twice = titled(["价税合计", "价税合计"], (row) => [row === 0 ? "无" : "见右", gross?.(row) ?? ""]);
    expect(fieldsOf(twice)).toMatchObject({ D: "gross" });
  });

  it("a short title gives way to what stands there", () => {
    const head = headOf(
      listOf(["编号", "日期", "单位", "价税合计"], (row) => [
        n(row + 1),
        `2022-03-0${row + 1}`,
        seller,
        gross?.(row) ?? "",
      ]),
    );
    expect(fieldsOf(head)).toEqual({ A: "digitalNumber", B: "issueDate", C: "sellerName", D: "gross" });
  });

  it("a full title keeps its column, with a doubt", () => {
    const head = titled(["价税合计", "销方名称"], (row) => [gross?.(row) ?? "", `${row}`]);
    expect(fieldsOf(head)).toMatchObject({ D: "sellerName?" });
  });
});

describe("a header of two rows", () => {
  const groups: Sheet = [
    ["发票台账"],
    ["序号", "发票号码", "开票日期", "销方", null, "购方", null, "金额", "税额", "价税合计"],
    [null, null, null, "名称", "识别号", "名称", "识别号"],
    ...amounts.map((_, row) => [
      `${row + 1}`,
      n(row + 1),
      `2022-03-0${row + 1}`,
      seller,
      "91310117MA1J000060",
      ownName,
      ownCode,
      net?.(row) ?? "",
      tax?.(row) ?? "",
      gross?.(row) ?? "",
    ]),
  ];

  it("joins the title over several columns with those under it", () => {
    const head = headOf(groups);
    expect(head?.header.rowNo).toBe(3);
    expect(head?.headerRows).toBe(2);
    expect(fieldsOf(head)).toMatchObject({
      B: "paperNumber",
      D: "sellerName",
      E: "sellerTaxId",
      F: "buyerName",
      G: "buyerTaxId",
      J: "gross",
    });
    expect(at(head, "E")?.title).toBe("销方识别号");
  });

  it("may be said to be one row, or another", () => {
    const said = { name: "清单", use: null, headerRow: 2, headerRows: 1, columns: [] } as const;
    expect(headOf(groups, { said })).toMatchObject({ headerRows: 1, header: { rowNo: 2 } });
    expect(headOf(groups, { said: { ...said, headerRow: 3, headerRows: null } })).toMatchObject({
      headerRows: 2,
    });
  });
});
