import { describe, expect, it } from "vitest";
import { conflictCells, conflictsLeft } from "#shared/invoices/importConflict.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { invoiceOf } from "../rules/sampleRows.ts";

const invoice = invoiceOf();

describe("conflictCells", () => {
  it("keeps what the file says by the names of its columns", () => {
    const cells = conflictCells([
      { field: "grossCents", label: "价税合计", before: "60,000.00", after: "50,000.00" },
      { field: "issueDate", label: "开票日期", before: "2022-04-08", after: "2022-04-09" },
    ]);
    expect(JSON.parse(cells)).toEqual({ 价税合计: "50,000.00", 开票日期: "2022-04-09" });
  });
});

describe("conflictsLeft", () => {
  const left = (cells: Readonly<Record<string, unknown>>, changes: Parameters<typeof invoiceOf>[0] = {}) =>
    conflictsLeft({ ...invoice, ...changes }, JSON.stringify(cells));

  it("holds every field that a file can contradict against the invoice as it is now", () => {
    const cells = {
      销方名称: "别家",
      销方识别号: "91310117000000027D",
      购买方名称: "别的单位",
      购方识别号: "12310117MB00000000",
      开票日期: "2022-04-09",
      价税合计: "50,000.00",
      金额: "47,169.81",
      税额: "2,830.19",
    };
    expect(left(cells)?.map(({ label, after }) => [label, after])).toEqual(Object.entries(cells));
    const corrected = {
      sellerName: "别 家",
      sellerTaxId: "91310117000000027d",
      buyerName: "别的单位",
      buyerTaxId: "12310117MB00000000",
      issueDate: isoDate("2022-04-09"),
      grossCents: cents(5_000_000),
      netCents: cents(4_716_981),
      taxCents: cents(283_019),
    };
    expect(left(cells, corrected)).toEqual([]);
  });

  it("passes over columns and cells it does not know", () => {
    expect(left({ 备注: "x", 价税合计: 5 })).toEqual([]);
  });

  it("knows nothing where no cells were kept", () => {
    expect([conflictsLeft(invoice, null), conflictsLeft(invoice, "{"), conflictsLeft(invoice, "1")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
