import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { conflictOf } from "../hits/invoiceHits.ts";
import { changing, rightRows } from "../sampleRows.ts";

const number = "22312000000000000017";
const conflicting = (...conflicts: readonly ReturnType<typeof conflictOf>[]) => ({
  ...rightRows,
  importConflict: conflicts,
});

describe("INV-01 发票重复录入", () => {
  it("says what the file says otherwise, and when the invoice came in", () => {
    expect(theFinding(conflicting(conflictOf()), "INV-01")).toMatchObject({
      severity: "block",
      message: `发票${number}已于2022-04-09录入，且金额不一致，请核对。价税合计原为60,000.00、本次50,000.00。`,
      figures: { number, differing: "价税合计60,000.00/50,000.00" },
      subjects: [
        { kind: "invoice", id: "invoice-1" },
        { kind: "importBatch", id: "batch-1", label: "全量发票查询.xlsx" },
      ],
    });
  });

  it("ends when the invoice is corrected to what the file says", () => {
    const corrected = changing(conflicting(conflictOf()), "invoice", "invoice-1", {
      grossCents: cents(5_000_000),
    });
    expect(messagesOf(corrected, "INV-01")).toEqual([]);
  });

  it("tells what is left when only a part was corrected", () => {
    const both = conflictOf({
      cellsJson: JSON.stringify({ 价税合计: "50,000.00", 销方名称: "别家" }),
      enteredAt: null,
    });
    const half = changing(conflicting(both), "invoice", "invoice-1", { grossCents: cents(5_000_000) });
    expect(messagesOf(half, "INV-01")).toEqual([
      `发票${number}已录入，且销方不一致，请核对。销方名称原为上海清源保洁服务有限公司、本次别家。`,
    ]);
  });

  it("takes other brackets and small letters for the same name and number", () => {
    const typed = conflictOf({ cellsJson: JSON.stringify({ 销方识别号: "91310117ma1j000060 " }) });
    expect(messagesOf(conflicting(typed), "INV-01")).toEqual([]);
  });

  it("keeps the words of the import where nobody kept the cells, or they cannot be read", () => {
    for (const cellsJson of [null, "{broken"]) {
      expect(messagesOf(conflicting(conflictOf({ cellsJson })), "INV-01")).toEqual([
        `发票${number}已录入，且金额不一致，请核对。`,
      ]);
    }
  });

  it("does not know a file of a later day, and knows two files apart", () => {
    expect(messagesOf(conflicting(conflictOf()), "INV-01", "2022-04-19")).toEqual([]);
    const twice = conflicting(conflictOf(), conflictOf({ rowNo: 9 }));
    expect(messagesOf(twice, "INV-01")).toHaveLength(2);
  });
});
