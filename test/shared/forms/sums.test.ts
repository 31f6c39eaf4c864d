import { describe, expect, it } from "vitest";
import { rangesOf } from "#shared/forms/grid.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { cents } from "#shared/kernel/cents.ts";
import { amountForm } from "#test/shared/forms/amountForm.ts";

const sum = (written: number, rows: readonly number[]) =>
  ({ kind: "sum", cents: cents(written), of: rangesOf(0, rows) }) as const;
const money = (value: number) => ({ kind: "amount", cents: cents(value) }) as const;

describe("evaluateSums", () => {
  it("adds amounts, other totals and blanks", () => {
    const form = amountForm([
      money(100),
      money(250),
      sum(350, [0, 1]),
      { kind: "empty" },
      money(-50),
      sum(300, [2, 3, 4]),
    ]);
    expect(evaluateSums(form)).toEqual([
      { cell: "A3", writtenCents: 350, computedCents: 350 },
      { cell: "A6", writtenCents: 300, computedCents: 300 },
    ]);
  });

  it("tells a written total that is wrong", () => {
    expect(evaluateSums(amountForm([money(1), money(2), sum(4, [0, 1])]))).toEqual([
      { cell: "A3", writtenCents: 4, computedCents: 3 },
    ]);
  });

  it("refuses a total that takes in itself or text", () => {
    expect(() => evaluateSums(amountForm([sum(0, [1]), sum(0, [0])]))).toThrow("takes in itself");
    expect(() => evaluateSums(amountForm([{ kind: "text", text: "1" }, sum(1, [0])]))).toThrow(
      "holds no amount",
    );
    expect(() => evaluateSums(amountForm([sum(1, [7])]))).toThrow("A8");
  });
});
