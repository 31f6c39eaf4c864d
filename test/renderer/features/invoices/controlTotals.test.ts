import { describe, expect, it } from "vitest";
import type { HeldTotal } from "#shared/invoices/preview.ts";
import { cents } from "#shared/kernel/cents.ts";
import { totalLines } from "../../../../renderer/features/invoices/import/check/controlTotals.ts";

const held = (row: number, column: string, stated: number, read: number, met: boolean | null): HeldTotal => ({
  sheet: "发票基础信息",
  row,
  column,
  statedCents: cents(stated),
  readCents: cents(read),
  met,
});

describe("the sums a file states", () => {
  it("are one sentence for each 合计 row, the wrong ones first", () => {
    const lines = totalLines([
      held(9, "金额", 100_00, 100_00, true),
      held(9, "价税合计", 106_00, 106_00, true),
      held(20, "价税合计", 0, 0, null),
      held(30, "价税合计", 212_00, 200_00, false),
      held(0, "税额", 6_00, 6_00, true),
    ]);
    expect(lines.map(({ text, met }) => [met, text])).toEqual([
      [false, "“发票基础信息”第 30 行合计：价税合计 212.00，各行之和 200.00，不一致"],
      [null, "“发票基础信息”第 20 行合计：有的行没有读出，改好后才能核对"],
      [true, "“发票基础信息”第 9 行合计：金额 100.00、价税合计 106.00，与各行之和一致"],
      [true, "“发票基础信息”与明细：税额 6.00，与明细之和一致"],
    ]);
  });

  it("are none where the file states none", () => expect(totalLines([])).toEqual([]));
});
