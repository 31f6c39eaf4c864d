import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  type BudgetLineFields,
  newBudgetLine,
  readCell,
  withAmount,
} from "../../../../renderer/features/projects/budget/budgetLineFields.ts";
import { pasteLines } from "../../../../renderer/features/projects/budget/pasteLines.ts";

const projectId = asId("p");
const line = (seq: number, name: string): BudgetLineFields => ({
  ...newBudgetLine(projectId, seq),
  id: asId(`line-${seq}`),
  name,
});
const newLine = (seq: number) => newBudgetLine(projectId, seq);

describe("an amount follows from quantity, price and periods", () => {
  it("as soon as quantity and price are there", () => {
    const phones = { ...line(1, "手机"), quantity: decimal("68"), periods: decimal("12") };
    expect(withAmount(phones, { unitPrice: decimal("59") }).amountCents).toBe(4_814_400);
  });

  it("and stays as it was put down without them", () => {
    const supplies = { ...line(1, "用品"), amountCents: cents(4_013_600) };
    expect(withAmount(supplies, { quantity: decimal("3") })).toEqual({ quantity: "3" });
  });
});

describe("a pasted cell", () => {
  it.each([
    ["economicCode", "30214 租赁费", { economicCode: "30214" }],
    ["payMode", "按月支付", { payMode: "monthly" }],
    ["unitPrice", "1,180.00", { unitPrice: "1180" }],
    ["quantity", "", { quantity: null }],
    ["amountCents", "￥26,520.00", { amountCents: 2_652_000 }],
  ] as const)("in %s: %s", (column, text, expected) => {
    expect(readCell(column, text)).toEqual(expected);
  });

  it.each([
    ["payMode", "看情况"],
    ["unitPrice", "约60"],
    ["amountCents", "-1"],
  ] as const)("is refused in %s: %s", (column, text) => {
    expect(readCell(column, text)).toBeUndefined();
  });
});

describe("rows copied from a spreadsheet", () => {
  const lines = [line(1, "记录仪"), line(2, "手机")];

  it("fill the lines from the cell they were pasted into", () => {
    const { lines: pasted } = pasteLines(
      lines,
      { row: 1, column: "quantity" },
      [["68", "部", "59", "12"]],
      newLine,
    );
    expect(pasted).toHaveLength(1);
    expect(pasted[0]).toMatchObject({
      id: "line-2",
      name: "手机",
      quantity: "68",
      unitName: "部",
      amountCents: 4_814_400,
    });
  });

  it("make new lines below the last one, numbered on", () => {
    const cells = [["手机", "30207", "按月"], ["对讲机", "30214", "按月"], ["工作服"]];
    const { lines: pasted } = pasteLines(lines, { row: 1, column: "name" }, cells, newLine);
    expect(pasted.map(({ id, seq, name }) => ({ id, seq, name }))).toEqual([
      { id: "line-2", seq: 2, name: "手机" },
      { id: null, seq: 3, name: "对讲机" },
      { id: null, seq: 4, name: "工作服" },
    ]);
  });

  it("say which cells could not be read, and keep the rest", () => {
    const { lines: pasted, refused } = pasteLines(
      lines,
      { row: 0, column: "quantity" },
      [["多", "台"]],
      newLine,
    );
    expect(refused).toEqual(["第 1 行“数量”：多"]);
    expect(pasted[0]).toMatchObject({ quantity: null, unitName: "台" });
  });

  it("leave out a new line without a name", () => {
    const { lines: pasted, refused } = pasteLines(
      lines,
      { row: 2, column: "name" },
      [["", "30201"]],
      newLine,
    );
    expect(pasted).toEqual([]);
    expect(refused).toEqual(["第 1 行没有名称"]);
  });
});
