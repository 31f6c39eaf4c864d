import { describe, expect, it } from "vitest";
import { invoicesSheet, type ListRow, linesSheet, number, outcome, parse } from "./lists.ts";

const n = (last: number): string => `2231200000000000${String(last).padStart(4, "0")}`;
const other = { digitalNumber: n(21), sellerName: "上海另一家有限公司", sellerTaxId: "91310117000000027D" };

describe("lines alone", () => {
  it("become invoices by their number, each with the sum of its lines", () => {
    const parsed = parse({
      信息汇总表: linesSheet({}, other, {
        goodsName: "*劳务*安装",
        net: "200.00",
        tax: "12.00",
        gross: "212.00",
      }),
    });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], rules: [], rowCount: 3 });
    expect(parsed.source).toBe("全量发票查询");
    expect(parsed.invoices[0]).toMatchObject({
      rowNo: 2,
      amounts: { net: 30_000, tax: 1_800, gross: 31_800 },
      isRed: false,
      stated: { issueDate: "2022-03-31", status: "normal", type: "数电票（普通发票）", drawer: "张三" },
      lines: [
        { goodsName: "*物联网服务*服务费", quantity: "2", unitPrice: "50", netCents: 10_000, taxRate: "6%" },
        { goodsName: "*劳务*安装", netCents: 20_000 },
      ],
    });
  });

  it("keep a discount as a negative line of a positive invoice", () => {
    const parsed = parse({
      信息汇总表: linesSheet({}, { quantity: "", net: "-10.00", tax: "-0.60", gross: "-10.60" }),
    });
    expect(parsed.invoices).toMatchObject([
      { isRed: false, amounts: { gross: 9_540 }, lines: [{}, { grossCents: -1_060 }] },
    ]);
  });

  it("may say 免税, 不征税 or *** where a tax stands", () => {
    const free = { tax: "***", gross: "100.00" };
    const parsed = parse({
      信息汇总表: linesSheet({ ...free, taxRate: "免税" }, { ...other, ...free, taxRate: "***", tax: "" }),
    });
    expect(parsed.invoices).toMatchObject([
      { amounts: { tax: 0, gross: 10_000 } },
      { lines: [{ taxRate: "***", taxCents: 0 }] },
    ]);
  });

  it("are refused together when one of them is wrong: half an invoice would be another amount", () => {
    const parsed = parse({ 信息汇总表: linesSheet({}, { gross: "107.00" }, other) });
    expect(outcome(parsed)).toEqual({
      numbers: [n(21)],
      clashes: 0,
      rejected: ["信息汇总表3", "信息汇总表2"],
      rules: ["INV-12 block"],
      isBlocked: false,
      rowCount: 3,
    });
    expect(parsed.rejected.map(({ message }) => message)).toEqual([
      "第3行金额+税额≠价税合计，差1.00元。",
      "同一张发票的第3行有误，整张发票没有导入。",
    ]);
    expect(parsed.rejected[0]?.cells).toContain("107.00");
  });

  it("that lost their number make the invoice above doubtful", () => {
    const bare = Object.fromEntries(
      Object.keys({ ...other, digitalNumber: "", issueDate: "", buyerName: "", buyerTaxId: "" }).map(
        (key) => [key, ""],
      ),
    );
    const parsed = parse({ 信息汇总表: linesSheet({}, { ...bare }, other) });
    expect(outcome(parsed)).toMatchObject({
      numbers: [n(21)],
      rejected: ["信息汇总表3", "信息汇总表2"],
      rules: ["INV-10 block"],
    });
  });

  it("that contradict each other are a conflict", () => {
    const parsed = parse({ 信息汇总表: linesSheet({}, { status: "已作废" }) });
    expect(outcome(parsed)).toMatchObject({ numbers: [], clashes: 1, rejected: [] });
    expect(parsed.clashes[0]?.message).toMatch(/发票状态不一致（见第3行）/);
  });
});

describe("rows that are refused", () => {
  const cases: readonly (readonly [string, ListRow, string])[] = [
    ["a numeric number", { digitalNumber: number("2.2312E+19") }, "INV-10"],
    ["no number", { digitalNumber: "--" }, "INV-10"],
    ["no date", { issueDate: "" }, "INV-14"],
    ["an unreadable date", { issueDate: "三月末" }, "INV-14"],
    ["an unreadable amount", { net: "一百" }, "INV-12"],
    ["a formula error", { gross: { kind: "error", text: "#REF!" } }, "INV-12"],
    ["no amounts", { net: "", tax: "", gross: "" }, "INV-12"],
    ["amounts that do not add up", { gross: "106.02" }, "INV-12"],
    ["a red flag on a positive amount", { positive: "否" }, "INV-12"],
  ];
  it.each(cases)("for %s, alone and with a reason", (_, row, ruleId) => {
    const parsed = parse({ 发票基础信息: invoicesSheet(row, other) });
    expect(outcome(parsed)).toEqual({
      numbers: [n(21)],
      clashes: 0,
      rejected: ["发票基础信息2"],
      rules: [`${ruleId} block`],
      isBlocked: false,
      rowCount: 2,
    });
    expect(parsed.rejected[0]?.message.length).toBeGreaterThan(5);
  });

  it("but not for a difference of one 分, which rounding makes", () => {
    expect(outcome(parse({ 发票基础信息: invoicesSheet({ gross: "106.01" }) })).numbers).toEqual([n(17)]);
  });

  it("nor for one number that ends in zeros, which one in 100,000 does: that is asked later", () => {
    const zeros = { digitalNumber: "22312000000045600000" };
    const both = { 信息汇总表: linesSheet(zeros, other), 发票基础信息: invoicesSheet(zeros, other) };
    expect(outcome(parse(both))).toMatchObject({ numbers: [zeros.digitalNumber, n(21)], rejected: [] });
    expect(outcome(parse({ 信息汇总表: linesSheet(zeros, zeros) })).numbers).toEqual([zeros.digitalNumber]);
  });

  it("but for several that do, or for one in two rows that may have been two", () => {
    const [one, two] = [{ digitalNumber: "22312000000045600000" }, { digitalNumber: "22312000000045700000" }];
    const told = {
      numbers: [n(21)],
      rejected: ["发票基础信息2", "发票基础信息3"],
      rules: ["INV-10 block", "INV-10 block"],
    };
    expect(outcome(parse({ 发票基础信息: invoicesSheet(one, two, other) }))).toMatchObject(told);
    expect(outcome(parse({ 发票基础信息: invoicesSheet(one, one, other) }))).toMatchObject(told);
    const months = parse({
      "1月": invoicesSheet(one),
      "2月": invoicesSheet(two),
      "3月": invoicesSheet(other),
    });
    expect(outcome(months)).toMatchObject({ numbers: [n(21)], rejected: ["1月2", "2月2"] });
  });

  it("and in a long list for more than chance makes", () => {
    const listOf = (...cut: readonly number[]) =>
      Array.from({ length: 2_400 }, (_, at) => ({
        digitalNumber: `2231200000${cut.includes(at) ? `${10_000 + at}00000` : `${1_000_000_001 + at}`}`,
      }));
    const numbers = (...cut: readonly number[]) =>
      outcome(parse({ 发票基础信息: invoicesSheet(...listOf(...cut)) })).numbers.length;
    expect([numbers(7, 8), numbers(7, 8, 9)]).toEqual([2_400, 2_397]);
  });

  it("and never for an older number, whose halves stand in two cells", () => {
    const paper = { digitalNumber: "", code: "031002200111" };
    const parsed = parse({
      发票基础信息: invoicesSheet(
        { ...paper, paperNumber: "12300000" },
        { ...paper, paperNumber: "12400000" },
      ),
    });
    expect(outcome(parsed)).toMatchObject({ rejected: [], rules: [] });
    expect(parsed.invoices.length).toBe(2);
  });

  it("names sheet, row and the column's own title", () => {
    const [titles, ...rows] = invoicesSheet({ digitalNumber: number("2.2312E+19") });
    const old = titles?.map((title) => (title === "数电发票号码" ? "全电发票号码" : title)) ?? [];
    const parsed = parse({ 三月: [["发票清单（2022年3月）"], old, ...rows] });
    expect(parsed.issues).toEqual([
      {
        sheet: "三月",
        row: 3,
        column: "全电发票号码",
        ruleId: "INV-10",
        severity: "block",
        message: "第3行发票号码疑似被 Excel 改成数值，已丢失末位，请用原始文件导入。",
      },
    ]);
  });
});

describe("invoices of older kinds", () => {
  it("have one identity however their number is given", () => {
    const old = { digitalNumber: "", code: "031002200111", paperNumber: "00345678" };
    const paper = { digitalNumber: "", code: "3100221130", paperNumber: "00345678" };
    const both = { digitalNumber: "03100220011100345678", code: "031002200111", paperNumber: "00345678" };
    const parsed = parse({ 发票基础信息: invoicesSheet(old, paper, both) });
    expect(outcome(parsed)).toMatchObject({
      numbers: ["03100220011100345678", "3100221130-00345678"],
      rules: ["IMP-03 hint"],
    });
  });
});

describe("red invoices", () => {
  const red = {
    digitalNumber: n(18),
    positive: "否",
    quantity: "-2",
    net: "-100.00",
    tax: "-6.00",
    gross: "-106.00",
    remark: `被红冲蓝字数电票号码：${n(17)} 红字发票信息确认单编号：31011722000001`,
  };

  it("are known by their amounts and point to what they take back", () => {
    const parsed = parse({ 信息汇总表: linesSheet({ status: "已红冲-全额" }, red) });
    expect(parsed.invoices).toMatchObject([
      { stated: { status: "redFull" }, isRed: false, blueNumber: null },
      { stated: { status: "normal" }, isRed: true, blueNumber: n(17), amounts: { gross: -10_600 } },
    ]);
  });

  it("may take back a part", () => {
    const part = { ...red, net: "-50.00", tax: "-3.00", gross: "-53.00" };
    const parsed = parse({ 发票基础信息: invoicesSheet({ status: "已红冲-部分" }, part) });
    expect(parsed.invoices).toMatchObject([
      { stated: { status: "redPartial" } },
      { isRed: true, blueNumber: n(17) },
    ]);
  });
});

describe("words nobody knows", () => {
  it("are taken with a warning where they speak of a risk", () => {
    const parsed = parse({ 发票基础信息: invoicesSheet({ risk: "高" }) });
    expect(parsed.invoices).toMatchObject([{ stated: { status: "normal", riskLevel: "suspect" } }]);
    expect(
      parsed.issues.map(({ column, severity, message }) => [column, severity, message.includes("不认识")]),
    ).toEqual([["发票风险等级", "warn", true]]);
  });

  it("keep an invoice back where they are its state, in every sheet that has it", () => {
    const row = { status: "待红冲" };
    const whole = { net: "200.00", tax: "12.00", gross: "212.00" };
    const parsed = parse({
      信息汇总表: linesSheet({}, row, other),
      发票基础信息: invoicesSheet(whole, other),
    });
    expect(parsed.invoices.map(({ number }) => number)).toEqual([other.digitalNumber]);
    expect(parsed.isBlocked).toBe(false);
    expect(parsed.rejected.map(({ sheet, row: at, index }) => [sheet, at, index === null])).toEqual([
      ["信息汇总表", 3, false],
      ["发票基础信息", 2, true],
      ["信息汇总表", 2, true],
    ]);
    expect(parsed.rejected[0]?.message).toMatch(/第3行发票状态“待红冲”不认识.*请改成正常、已作废/);
  });
});

describe("doubles in one sheet", () => {
  it("count once when they are the same", () => {
    expect(outcome(parse({ 发票基础信息: invoicesSheet({}, other, {}) }))).toMatchObject({
      numbers: [n(17), n(21)],
      rules: ["IMP-03 hint"],
      rowCount: 3,
    });
  });

  it.each([
    ["金额", { net: "200.00", tax: "12.00", gross: "212.00" }],
    ["销方名称", { sellerName: "上海另一家有限公司" }],
    ["开票日期", { issueDate: "2022-04-01" }],
  ])("are a conflict when %s differs, and neither is taken", (what, change) => {
    const parsed = parse({ 发票基础信息: invoicesSheet({}, change) });
    expect(outcome(parsed)).toMatchObject({ numbers: [], clashes: 1 });
    expect(parsed.clashes[0]?.message).toContain(what);
  });

  it("that a hand-made list of goods holds are one line, the tax bureau's are two", () => {
    const official = linesSheet({}, {});
    const handMade = official.map((row) => row.filter((_, at) => official[0]?.[at] !== "税收分类编码"));
    expect(parse({ 清单: official }).invoices[0]?.lines?.length).toBe(2);
    expect(parse({ 清单: handMade }).invoices[0]).toMatchObject({ amounts: { gross: 10_600 }, lines: [{}] });
  });
});

describe("lists made by hand", () => {
  it("need number, date and gross amount, and state no more than they hold", () => {
    const parsed = parse({
      Sheet1: [
        ["发票号码", "开票日期", "供应商", "价税合计"],
        [n(17), "2022/3/31", "某公司", number("106.1")],
      ],
    });
    expect(parsed.invoices).toMatchObject([
      {
        amounts: { net: 10_610, tax: 0, gross: 10_610 },
        netStated: false,
        lines: undefined,
        stated: { sellerName: "某公司", sellerTaxId: undefined, status: undefined },
      },
    ]);
    expect(parsed.source).toBe("其他发票清单");
  });

  it("may merge number, seller and amount over the lines of an invoice", () => {
    const copy = (text: string) => ({ kind: "text", text, merged: true }) as const;
    const parsed = parse({
      Sheet1: [
        ["发票号码", "开票日期", "销售方", "品名", "价税合计"],
        [n(17), "2022-03-31", "某公司", "甲", "106.00"],
        [copy(n(17)), copy("2022-03-31"), copy("某公司"), "乙", copy("106.00")],
      ],
    });
    expect(parsed.invoices).toMatchObject([
      { amounts: { gross: 10_600 }, lines: [{ grossCents: 10_600 }, { grossCents: 0 }] },
    ]);
  });

  it("take 1904 dates for what they are", () => {
    const rows = [
      ["发票号码", "开票日期", "价税合计"],
      [n(17), number("43189"), "1.00"],
    ] as const;
    expect(parse({ Sheet1: rows }, true).invoices[0]?.stated.issueDate).toBe("2022-03-31");
  });
});
