import { describe, expect, it } from "vitest";
import { changedFields, storedRow } from "#shared/history/changedFields.ts";
import { fieldText } from "#shared/history/fieldText.ts";
import { columnOfParent, referencedTable } from "#shared/history/references.ts";

const names = (table: string, id: string) => (id === "v" ? `${table} 甲公司` : undefined);

describe("a field of a stored row", () => {
  it.each([
    ["contract", "amountCents", 24_000_000, "240,000.00 元"],
    ["contract", "retentionBp", 300, "3.00%"],
    ["contract", "acceptanceRequired", 1, "是"],
    ["contract", "payTiming", "periodEnd", "期末支付"],
    ["contract", "kind", "quarterly", "按季度支付"],
    ["budgetLine", "control", "ignore", "不控制"],
    ["payment", "state", "approved", "已批"],
    ["fiscalYear", "state", "closed", "已关账"],
    ["contract", "vendorId", "v", "vendor 甲公司"],
    ["contract", "vendorId", "x", "（已不在账本中）"],
    ["contract", "voidedAt", "2022-07-08T09:30:00.000Z", "2022-07-08 09:30"],
    ["contract", "payWithinDays", 30, "30"],
    ["nothing", "state", "open", "open"],
    ["contract", "note", null, ""],
  ])("%s.%s %s reads %s", (table, column, value, text) => {
    expect(fieldText(table, column, value, names)).toBe(text);
  });

  it("is cut where it is a whole essay", () => {
    expect(fieldText("narrativeSection", "body", "字".repeat(500), names)).toBe(`${"字".repeat(120)}…`);
  });
});

describe("what changed", () => {
  it("leaves out what reads the same, and identities", () => {
    const before = { id: "1", name: "甲", note: null, amountCents: 100, groupId: "a" };
    const after = { id: "1", name: "乙", note: "", amountCents: 200, groupId: "b" };
    expect(changedFields("contract", before, after, names)).toEqual([
      { label: "名称", before: "甲", after: "乙" },
      { label: "金额", before: "1.00 元", after: "2.00 元" },
    ]);
  });

  it("has nothing to say of an entry without a row", () => {
    expect([storedRow(null), storedRow("3")]).toEqual([{}, {}]);
  });
});

describe("references", () => {
  it("know where a column points, also by another name", () => {
    expect(
      ["contractId", "payerUnitId", "batchId", "refundOfId", "amountCents", "groupId"].map(referencedTable),
    ).toEqual(["contract", "ownUnit", "importBatch", "payment", undefined, undefined]);
    expect([columnOfParent("contract"), columnOfParent("importBatch")]).toEqual(["contractId", "batchId"]);
  });
});
