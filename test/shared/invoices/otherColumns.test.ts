import { describe, expect, it } from "vitest";
import { at, fieldsOf, headOf } from "./heads.ts";
import { type Cell, parse, type Sheet } from "./lists.ts";

const n = (last: number): string => `2231200000000000${String(last).padStart(4, "0")}`;
const seller = "上海示例服务有限公司";

/** A list of three invoices with some columns beside number, day and seller. */
const listOf = (titles: readonly string[], row: (at: number) => readonly Cell[]): Sheet => [
  [
    ...titles.filter((title) => title.startsWith("<")).map((title) => title.slice(1)),
    "发票号码",
    "开票日期",
    "销方名称",
    ...titles.filter((title) => !title.startsWith("<")),
  ],
  ...[0, 1, 2].map((index) => {
    const cells = row(index);
    const before = titles.filter((title) => title.startsWith("<")).length;
    return [
      ...cells.slice(0, before),
      n(index + 11),
      `2022-03-0${index + 1}`,
      seller,
      ...cells.slice(before),
    ];
  }),
];

describe("a column of the office's own beside that of the invoice", () => {
  it.each([
    ["日期", "issueDate", "C", (row: number) => `2022-06-0${row + 1}`],
    ["收款单位", "sellerName", "D", () => "上海代收服务有限公司"],
    ["发票编号", "paperNumber", "B", (row: number) => `${row + 1}`],
  ] as const)("%s stands back, wherever it stands", (title, field, letter, value) => {
    const head = headOf(listOf([`<${title}`, "价税合计"], (row) => [value(row), "106.00"]));
    expect(fieldsOf(head)).toMatchObject({ [letter]: field });
    expect(fieldsOf(head)).not.toHaveProperty("A");
  });

  it("状态 of a payment stands back behind 发票状态: a void invoice stays void", () => {
    const list = listOf(["<状态", "价税合计", "发票状态"], (row) => [
      "已报销",
      "106.00",
      row === 0 ? "已作废" : "正常",
    ]);
    expect(parse({ 清单: list }).invoices.map(({ stated }) => stated.status)).toEqual([
      "void",
      "normal",
      "normal",
    ]);
  });
});

describe("a column that only looks like that of an invoice is not taken", () => {
  it("the day of a payment is no day of issue, and the officer is asked", () => {
    const list: Sheet = [
      ["发票号码", "付款日期", "价税合计"],
      ...[1, 2].map((row) => [n(row), `2022-06-0${row}`, "106.00"]),
    ];
    expect(fieldsOf(headOf(list))).toMatchObject({ B: "?" });
    expect(headOf(list)?.missing).toEqual(["开票日期"]);
    expect(at(headOf(list), "B")?.doubt).toContain("付款日期");
  });

  it.each([
    [
      ["发票金额", "已付金额", "未付金额"],
      ["100.00", "70.00", "30.00"],
    ],
    [
      ["发票金额", "应付", "扣款"],
      ["105.00", "100.00", "5.00"],
    ],
    [
      ["一共", "甲", "乙"],
      ["100.00", "70.00", "30.00"],
    ],
  ])("%s add up, and are no net, tax and gross", (titles, cells) => {
    const head = headOf(listOf(titles, () => cells));
    expect(fieldsOf(head)).toMatchObject({ D: "?", E: "?", F: "?" });
    expect(head?.missing).not.toEqual([]);
  });

  it("是 and 否 are no sign of a red invoice unless their title says so", () => {
    const list = (title: string) => listOf(["价税合计", title], (row) => ["106.00", row === 0 ? "是" : "否"]);
    expect(parse({ 清单: list("是否报销") }).invoices).toHaveLength(3);
    expect(parse({ 清单: list("是否红字") }).invoices).toHaveLength(3);
    expect(at(headOf(list("是否作废")), "E")).toMatchObject({
      field: null,
      doubt: expect.stringContaining("作废"),
    });
    expect(fieldsOf(headOf(list("是正数发票吗")))).toMatchObject({ E: "positive" });
  });

  it("a bank is no seller", () => {
    const list: Sheet = [
      ["票号码", "开票日期", "开户银行", "价税合计"],
      ...[1, 2].map((row) => [n(row), "2022-03-01", "中国工商银行松江支行", "106.00"]),
    ];
    expect(fieldsOf(headOf(list))).not.toHaveProperty("C");
  });
});

describe("amounts that are not in 元", () => {
  const amounts = () => ["10.00", "0.60", "10.60"];

  it("are not read as 元, by their titles or by the note above", () => {
    const titled = headOf(listOf(["金额(万元)", "税额(万元)", "价税合计(万元)"], amounts));
    expect(fieldsOf(titled)).toMatchObject({ D: "?", E: "?", F: "?" });
    for (const note of ["单位：万元", "2022年发票台账（单位：千元）", "（万元）"]) {
      const noted = headOf([["台账"], [note], ...listOf(["金额", "税额", "价税合计"], amounts)]);
      expect(fieldsOf(noted)).toMatchObject({ D: "?", E: "?", F: "?" });
      expect(at(noted, "F")?.doubt).toContain(note);
    }
  });

  it("are taken where somebody says so, and 元 or a budget in the title are nothing to ask about", () => {
    const list = [["单位：万元"], ...listOf(["价税合计"], () => ["106.00"])];
    const said = {
      name: "清单",
      use: null,
      headerRow: 2,
      headerRows: 1,
      columns: [{ index: 3, field: "gross" }],
    } as const;
    expect(headOf(list, { said })?.missing).toEqual([]);
    for (const note of ["单位：元", "单位：人民币元", "2022年（预算50万元）发票"])
      expect(headOf([[note], ...listOf(["价税合计"], () => ["106.00"])])?.missing).toEqual([]);
  });
});

describe("amounts that are not what their title says", () => {
  const beside = (title: string, ...amounts: readonly string[]) =>
    headOf([
      ["发票号码", "开票日期", "销方名称", title, "税额"],
      ...amounts.map((amount, at) => [n(at), `2022-03-0${at + 1}`, seller, amount, `${at + 1}2.00`]),
    ]);

  it.each(["票面金额", "开票金额", "含税金额", "价税合计"])("%s without the tax is asked about", (title) => {
    const head = beside(title, "200.00", "366.67", "533.33");
    expect(at(head, "D")).toMatchObject({
      field: null,
      doubt: expect.stringContaining("本列是不含税的“金额”"),
    });
    expect(fieldsOf(beside(title, "212.00", "388.67", "565.33"))).toMatchObject({ D: "gross", E: "tax" });
  });

  it.each(["价税合计（分）", "价税合计(万)", "含税金额（美元）", "价税合计（USD）"])(
    "%s is not 元",
    (title) => {
      const head = headOf([
        ["发票号码", "开票日期", title],
        [n(1), "2022-03-01", "106.00"],
      ]);
      expect(at(head, "C")).toMatchObject({ field: null, doubt: expect.stringContaining("不是以元为单位") });
    },
  );

  it.each(["币种", "币别", "货币", "发票币种"])(
    "another %s keeps its row back, however far down it stands",
    (title) => {
      const rows = Array.from({ length: 300 }, (_, at) => [
        n(at + 1),
        "2022-03-01",
        "106.00",
        at === 250 ? "USD" : "人民币",
      ]);
      const parsed = parse({ 清单: [["发票号码", "开票日期", "价税合计", title], ...rows] });
      expect(parsed.invoices).toHaveLength(299);
      expect(parsed.rejected).toMatchObject([{ row: 252, index: 3, number: n(251) }]);
      expect(parsed.rejected[0]?.message).toMatch(/第252行币种是“USD”.*换算成人民币后手工登记/);
    },
  );
});

describe("a day that is left over", () => {
  const dated = (...titles: readonly string[]) =>
    headOf([
      ["发票号码", "销方名称", "价税合计", ...titles],
      ...[1, 2, 3].map((row) => [
        n(row),
        seller,
        `${row}06.00`,
        ...titles.map((_, at) => `2022-0${at + 3}-0${row}`),
      ]),
    ]);

  it.each([
    [["到手日"], "标题“到手日”看不出"],
    [["登记日", "到手日"], "“登记日”看标题说的是别的，只剩这一列"],
    [["付款日期", "丙"], "“付款日期”看标题说的是别的，只剩这一列"],
    [["登记日", ""], "没有标题，看不出"],
  ])("is asked about: %j", (titles, told) => {
    const head = dated(...titles);
    const last = head?.columns.find(({ field }) => field === "issueDate");
    expect([last?.index, last?.doubt]).toEqual([2 + titles.length, expect.stringContaining(told)]);
  });

  it.each([[["日期"]], [["丙"]], [["开具日"]], [["登记日", "票面日期"]], [["付款日期", "开票时间"]]])(
    "is taken: %j",
    (titles) => {
      const last = dated(...titles)?.columns.find(({ field }) => field === "issueDate");
      expect([last?.index, last?.doubt]).toEqual([2 + titles.length, null]);
    },
  );
});

describe("two columns that are as good as each other", () => {
  const list = (value: (row: number) => string): Sheet => [
    ["付款", null, "发票"],
    ["日期", "金额", "号码", "日期", "销方名称", "价税合计"],
    ...[1, 2].map((row) => [value(row), "100.00", n(row), `2022-03-0${row}`, seller, "106.00"]),
  ];

  it("are asked about where they say different things", () => {
    const head = headOf(list((row) => `2022-05-0${row}`));
    expect(at(head, "A")).toMatchObject({
      field: "issueDate",
      doubt: expect.stringContaining("日期（第2列）"),
    });
    expect(fieldsOf(headOf(list((row) => `2022-03-0${row}`)))).toMatchObject({ A: "issueDate" });
  });

  it("two 金额 beside the tax too, and not where they add up", () => {
    const twice = (gross: string) =>
      headOf(listOf(["金额", "税额", "金额", "价税合计"], () => ["100.00", "6.00", "50.00", gross]));
    expect(fieldsOf(twice(""))).toMatchObject({ D: "net?" });
    expect(fieldsOf(twice("106.00"))).toMatchObject({ D: "net", G: "gross" });
  });
});
