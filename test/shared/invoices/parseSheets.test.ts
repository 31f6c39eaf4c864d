import { describe, expect, it } from "vitest";
import { invoicesSheet, linesSheet, number, outcome, parse, totals } from "./lists.ts";

const n = (last: number): string => `2231200000000000${String(last).padStart(4, "0")}`;
const other = { digitalNumber: n(21), sellerName: "上海另一家有限公司", sellerTaxId: "91310117000000027D" };

describe("合计 rows", () => {
  it("are not invoices and hold the sums", () => {
    const parsed = parse({ 发票基础信息: invoicesSheet({}, other, totals("200.00", "12.00", "212.00")) });
    expect(outcome(parsed)).toMatchObject({
      numbers: [n(17), n(21)],
      rules: [],
      rowCount: 2,
      isBlocked: false,
    });
  });

  it("stop the file when they say something else", () => {
    const parsed = parse({ 发票基础信息: invoicesSheet({}, other, totals("200.00", "12.00", "213.00")) });
    expect(outcome(parsed)).toMatchObject({ numbers: [], isBlocked: true, rules: ["INV-13 block"] });
    expect(parsed.issues[0]).toMatchObject({
      row: 4,
      message: "“合计”行的价税合计213.00元与各行之和212.00元不一致，未导入。",
    });
  });

  it("without the word are known by having amounts and nothing else, at the end", () => {
    const bare = { ...totals("200.00", "12.00", "212.00"), seq: "" };
    expect(outcome(parse({ 发票基础信息: invoicesSheet({}, other, bare) }))).toMatchObject({
      rowCount: 2,
      rules: [],
    });
    expect(outcome(parse({ 发票基础信息: invoicesSheet({}, bare, other) })).rejected).toEqual([
      "发票基础信息3",
    ]);
  });

  it("may stand after each part", () => {
    const part = totals("100.00", "6.00", "106.00");
    const parsed = parse({
      发票基础信息: invoicesSheet({}, part, other, part, totals("200.00", "12.00", "212.00")),
    });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], isBlocked: false });
  });

  it("count rows that are refused for another reason", () => {
    const parsed = parse({
      发票基础信息: invoicesSheet(
        { digitalNumber: number("2.2312E+19") },
        other,
        totals("200.00", "12.00", "212.00"),
      ),
    });
    expect(outcome(parsed)).toMatchObject({
      numbers: [n(21)],
      rejected: ["发票基础信息2"],
      isBlocked: false,
    });
  });

  it("cannot be held against amounts that cannot be read, and say so", () => {
    const parsed = parse({
      发票基础信息: invoicesSheet({ gross: "一百" }, other, totals("200.00", "12.00", "212.00")),
    });
    expect(outcome(parsed)).toMatchObject({
      numbers: [n(21)],
      isBlocked: false,
      rules: ["INV-12 block", "INV-13 warn"],
    });
  });

  it("小计, notes and a header on the next page are passed over", () => {
    const [titles, ...rows] = invoicesSheet({}, { ...totals("1", "1", "1"), seq: "小计" }, other);
    const parsed = parse({
      发票基础信息: [titles ?? [], ...rows.slice(0, 2), titles ?? [], ...rows.slice(2), ["制表人：张三"]],
    });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], rejected: [], rowCount: 2 });
  });
});

describe("both sheets", () => {
  it("make one list: the row of the invoice with its lines", () => {
    const parsed = parse({
      信息汇总表: linesSheet({}, { goodsName: "*劳务*安装" }, other, totals("300.00", "18.00", "318.00")),
      发票基础信息: invoicesSheet(
        { net: "200.00", tax: "12.00", gross: "212.00" },
        other,
        totals("300.00", "18.00", "318.00"),
      ),
    });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], rules: [], rowCount: 5 });
    expect(parsed.invoices[0]).toMatchObject({
      sheet: "发票基础信息",
      amounts: { gross: 21_200 },
      lines: [{}, {}],
    });
    expect(parsed.sheets.map(({ name, kind, headerRow }) => [name, kind, headerRow])).toEqual([
      ["信息汇总表", "lines", 1],
      ["发票基础信息", "invoices", 1],
    ]);
  });

  it("stop the file when an invoice is not the sum of its lines, naming it and both figures", () => {
    const parsed = parse({
      信息汇总表: linesSheet({}, other),
      发票基础信息: invoicesSheet({ net: "101.00", gross: "107.00" }, other),
    });
    expect(outcome(parsed)).toMatchObject({ numbers: [], isBlocked: true, rules: ["INV-13 block"] });
    expect(parsed.issues[0]?.message).toBe(
      `发票${n(17)}价税合计：明细合计106.00元与发票合计107.00元不一致，未导入。`,
    );
  });

  it("stop the file when one of them lacks an invoice", () => {
    expect(
      outcome(parse({ 信息汇总表: linesSheet({}), 发票基础信息: invoicesSheet({}, other) })),
    ).toMatchObject({ isBlocked: true });
    expect(
      outcome(parse({ 信息汇总表: linesSheet({}, other), 发票基础信息: invoicesSheet({}) })),
    ).toMatchObject({ isBlocked: true });
  });

  it("stop the file when a row is wrong in itself and the other sheet says otherwise", () => {
    const wrong = { gross: "107.00" };
    const inLines = parse({ 信息汇总表: linesSheet(wrong, other), 发票基础信息: invoicesSheet({}, other) });
    const inHeader = parse({ 信息汇总表: linesSheet({}, other), 发票基础信息: invoicesSheet(wrong, other) });
    for (const parsed of [inLines, inHeader]) {
      expect(outcome(parsed)).toMatchObject({ isBlocked: true, rules: ["INV-13 block", "INV-12 block"] });
    }
  });

  it("take an invoice of nothing, which has no lines to differ", () => {
    const nothing = { ...other, net: "0.00", tax: "0.00", gross: "0.00" };
    const parsed = parse({ 信息汇总表: linesSheet({}), 发票基础信息: invoicesSheet({}, nothing) });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], isBlocked: false });
  });

  it("allow 1 分 for rounding", () => {
    const parsed = parse({ 信息汇总表: linesSheet({}), 发票基础信息: invoicesSheet({ gross: "106.01" }) });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17)], isBlocked: false });
  });

  it("refuse one invoice alone when a row that was refused explains the difference", () => {
    const wrong = { gross: "107.00" };
    const inBoth = parse({ 信息汇总表: linesSheet(wrong, other), 发票基础信息: invoicesSheet(wrong, other) });
    expect(outcome(inBoth)).toMatchObject({
      numbers: [n(21)],
      rejected: ["信息汇总表2", "发票基础信息2"],
      rules: ["INV-12 block", "INV-12 block"],
      isBlocked: false,
    });
    const dated = { issueDate: "三月末" };
    const inOne = parse({ 信息汇总表: linesSheet(dated, other), 发票基础信息: invoicesSheet({}, other) });
    expect(outcome(inOne)).toMatchObject({
      numbers: [n(21)],
      rejected: ["信息汇总表2", "发票基础信息2"],
      isBlocked: false,
    });
    const numeric = { digitalNumber: number("2.2312E+19") };
    const lost = parse({ 信息汇总表: linesSheet(numeric, other), 发票基础信息: invoicesSheet({}, other) });
    expect(outcome(lost)).toMatchObject({
      numbers: [n(21)],
      rejected: ["信息汇总表2", "发票基础信息2"],
      isBlocked: false,
    });
  });

  it("leave sheets of one business aside, and use them when they are alone", () => {
    const special = invoicesSheet({}).map((row, at) => [...row, at === 0 ? "建筑服务发生地" : "上海市"]);
    const beside = parse({ 发票基础信息: invoicesSheet({}), 建筑服务: special, 说明: [["导出说明"]] });
    expect(beside.sheets.map(({ kind }) => kind)).toEqual(["invoices", "ignored", "ignored"]);
    expect(outcome(beside)).toMatchObject({ numbers: [n(17)], rowCount: 1 });
    expect(outcome(parse({ 建筑服务: special })).numbers).toEqual([n(17)]);
  });

  it("of one kind and several months are one list; the same invoice in two counts once", () => {
    const parsed = parse({ "1月": invoicesSheet({}), "2月": invoicesSheet({}, other) });
    expect(outcome(parsed)).toMatchObject({ numbers: [n(17), n(21)], rowCount: 3, isBlocked: false });
    const changed = parse({ "1月": invoicesSheet({}), "2月": invoicesSheet({ issueDate: "2022-02-01" }) });
    expect(outcome(changed)).toMatchObject({ numbers: [], clashes: 1 });
  });
});
