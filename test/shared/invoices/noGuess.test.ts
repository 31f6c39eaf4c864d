import { describe, expect, it } from "vitest";
import { type Cell, parse, type Sheet } from "./lists.ts";

const n = (last: number): string => `2231200000000000${String(last).padStart(4, "0")}`;
const header = ["发票号码", "开票日期", "销方名称"];
const row = (last: number, ...cells: readonly Cell[]): readonly Cell[] => [
  n(last),
  "2022-03-01",
  "上海示例服务有限公司",
  ...cells,
];
const told = (sheet: Sheet) => parse({ 清单: sheet }).rejected.map(({ message }) => message);
const taken = (sheet: Sheet) =>
  parse({ 清单: sheet }).invoices.map(({ amounts: { net, tax, gross } }) => [net, tax, gross]);

describe("an amount is never guessed", () => {
  it("a tax left blank is not none, unless the rate says so", () => {
    const list = [
      [...header, "金额", "税率", "税额"],
      row(11, "100.00", "6%", "6.00"),
      row(12, "100.00", "6%", null),
      row(13, "100.00", "免税", null),
      row(14, "100.00", "0%", null),
      row(15, "100.00", "免税", "***"),
    ];
    expect(taken(list)).toEqual([
      [10000, 600, 10600],
      [10000, 0, 10000],
      [10000, 0, 10000],
      [10000, 0, 10000],
    ]);
    expect(told(list)).toEqual([expect.stringContaining("第3行没有税额，也没有价税合计")]);
  });

  it("what lies between two amounts is a tax only where a rate could be like that", () => {
    const list = [
      [...header, "金额", "价税合计"],
      row(11, "50.00", "106.00"),
      row(12, "100.00", "117.00"),
      row(13, "-100.00", "-113.00"),
    ];
    expect(taken(list)).toEqual([
      [10000, 1700, 11700],
      [-10000, -1300, -11300],
    ]);
    expect(told(list)).toEqual([expect.stringContaining("不像税额")]);
  });

  it.each(["12,34", "1,06.00", "12345,678.00", "1,,234.00"])(
    "commas in the wrong place are refused: %s",
    (text) => {
      expect(told([[...header, "价税合计"], row(11, text)])).toEqual([
        expect.stringContaining("逗号位置不对"),
      ]);
    },
  );

  it.each(["1,234.50", "¥ 1，234.50", "1234.50", "(1,234.50)", "1,234,567.00", "12,3456.00", "-1,234.5元"])(
    "those that people write are read: %s",
    (text) => {
      expect(told([[...header, "价税合计"], row(11, text)])).toEqual([]);
    },
  );

  it("an invoice that stands twice with its whole amount, under two projects, is not added up", () => {
    const list = [
      [...header, "项目名称", "价税合计"],
      row(11, "社区治理", "106.00"),
      row(11, "平安建设", "106.00"),
      row(12, "社区治理", "60.00"),
      row(12, "平安建设", "46.00"),
    ];
    const parsed = parse({ 清单: list });
    expect(parsed.invoices.map(({ amounts }) => amounts.gross)).toEqual([10600]);
    expect(parsed.clashes.map(({ message }) => message)).toEqual([expect.stringContaining("重复登记")]);
  });

  it("lines alike with quantity and price are lines", () => {
    const list = [
      [...header, "货物名称", "数量", "单价", "价税合计"],
      row(11, "打印纸", "1", "106", "106.00"),
      row(11, "墨盒", "1", "106", "106.00"),
    ];
    expect(taken(list).map(([, , gross]) => gross)).toEqual([21200]);
  });
});

describe("no row is lost", () => {
  it("because somebody wrote 小计 or 合计 beside it", () => {
    for (const word of ["小计", "合计"]) {
      const list = [
        [...header, "价税合计", "备注"],
        row(11, "106.00"),
        [null, "2022-03-01", "上海示例服务有限公司", "50.00", word],
      ];
      expect(told(list)).toEqual([expect.stringContaining("没有发票号码")]);
    }
  });

  it("and rows of sums stay what they are", () => {
    const list = [
      [...header, "价税合计"],
      row(11, "106.00"),
      ["小计", "", "", "106.00"],
      ["合计", "2022-03-31", "", "106.00"],
    ];
    expect([taken(list).length, told(list)]).toEqual([1, []]);
  });

  it("that heads the 8 digits of an older ticket with 电子发票号码", () => {
    const list = [
      ["发票代码", "电子发票号码", "开票日期", "价税合计"],
      ["031002200111", "12345678", "2022-03-01", "106.00"],
    ];
    expect(parse({ 清单: list }).invoices.map(({ number }) => number)).toEqual(["03100220011112345678"]);
  });
});

describe("an invoice is taken whole or not at all", () => {
  it.each([
    ["alone", [null, null, null, "笔", "46.00"]],
    ["with its day and seller", [null, "2022-03-01", "上海示例服务有限公司", "笔", "46.00"]],
  ] as const)("a line without its number keeps back the invoice above: %s", (_, lost) => {
    const list = [[...header, "品名", "价税合计"], row(11, "纸", "60.00"), lost, row(12, "纸", "10.00")];
    expect(parse({ 清单: list }).isBlocked).toBe(false);
    expect(taken(list)).toEqual([[1000, 0, 1000]]);
    expect(told(list)).toHaveLength(2);
  });

  it("a 合计 that says how many there are is held against the rows", () => {
    const list = (sum: string) => [
      [...header, "价税合计"],
      row(11, "106.00"),
      ["合计（1张）", null, null, sum],
    ];
    expect(taken(list("106.00"))).toHaveLength(1);
    expect(told(list("106.00"))).toEqual([]);
    expect(parse({ 清单: list("100.00") }).isBlocked).toBe(true);
  });
});

describe("nothing else is guessed of a row", () => {
  const issues = (sheet: Sheet) =>
    parse({ 清单: sheet }).issues.map(({ ruleId, message }) => `${ruleId} ${message}`);

  it("a tax beyond any rate, or of the other sign, is none: columns were exchanged", () => {
    const list = [
      [...header, "税额", "金额", "价税合计"],
      row(11, "100.00", "6.00", "106.00"),
      row(12, "6.00", "100.00", "106.00"),
      row(13, "-6.00", "112.00", "106.00"),
      row(14, "-13.00", "-100.00", "-113.00"),
      row(15, "0.03", "0.10", "0.13"),
    ];
    expect(taken(list)).toEqual([
      [10000, 600, 10600],
      [-10000, -1300, -11300],
      [10, 3, 13],
    ]);
    expect(told(list)).toEqual([
      expect.stringContaining("第2行“税额”100.00不像金额6.00的税额"),
      expect.stringContaining("第4行“税额”-6.00不像金额112.00的税额"),
    ]);
    const exchanged = [[...header, "价税合计", "金额"], row(11, "100.00", "106.00")];
    expect(told(exchanged)).toEqual([expect.stringContaining("相差太多，不像税额")]);
  });

  it.each([
    ["发票类型", "红字增值税专用发票"],
    ["发票状态", "红字"],
    ["票种", "负数发票"],
  ])("a %s that says %s has negative amounts, else nobody knows", (title, word) => {
    const list = [[...header, "价税合计", title], row(11, "106.00", word), row(12, "-106.00", word)];
    expect(taken(list).map(([, , gross]) => gross)).toEqual([-10600]);
    expect(told(list)).toEqual([expect.stringContaining("标为负数（红字）发票，价税合计却是正数")]);
  });

  it("a remark that says that it no longer counts is shown, and what a red one says of its blue one is not", () => {
    const list = [
      [...header, "价税合计", "发票状态", "备注"],
      row(11, "106.00", "正常", "已作废，重开"),
      row(12, "106.00", "", "此票已红冲"),
      row(13, "106.00", "已作废", "已作废"),
      row(14, "-106.00", "正常", `被红冲蓝字数电票号码：${n(11)}`),
      row(15, "106.00", "正常", "合同作废条款见附件"),
    ];
    expect(issues(list).filter((issue) => issue.startsWith("IMP-15"))).toEqual([
      expect.stringContaining("第2行备注写着“已作废,重开”"),
      expect.stringContaining("第3行备注写着“此票已红冲”"),
    ]);
  });

  it("a number that stands in two sheets alike is one, and the officer is told where", () => {
    const sheet = [[...header, "价税合计"], row(11, "106.00")];
    const parsed = parse({ 一月: sheet, 二月: sheet });
    expect([
      parsed.invoices.length,
      parsed.issues.map(({ ruleId, message }) => `${ruleId} ${message}`),
    ]).toEqual([1, [`IMP-03 发票${n(11)}也在“二月”第2行，内容相同，按一张导入。`]]);
  });

  it("a number as text in a file that counts its days from 1904 is no day", () => {
    const list = [
      [...header, "价税合计"],
      [n(11), "43469", "上海示例服务有限公司", "106.00"],
    ];
    expect(parse({ 清单: list }, true).rejected.map(({ message }) => message)).toEqual([
      expect.stringContaining("从1904年算起，看不出是哪一天"),
    ]);
    expect(taken(list)).toHaveLength(1);
  });
});
