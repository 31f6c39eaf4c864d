import { describe, expect, it } from "vitest";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { setting } from "../hits/hit.ts";
import { adding, lineOf, rightRows } from "../sampleRows.ts";

const bought = (unitPrice: string | null, changes: Partial<Row<"budgetLine">> = {}) =>
  adding(
    rightRows,
    "budgetLine",
    lineOf({
      id: asId("bought"),
      name: "执法记录仪",
      procurementType: "goods",
      economicCode: "30218",
      unitPrice: unitPrice === null ? null : decimal(unitPrice),
      ...changes,
    }),
  );

const office = { economicCode: "30201" } as const;

describe("BUD-07 固定资产误列费用", () => {
  it("hints from the limit on", () => {
    expect(theFinding(bought("1000", office), "BUD-07")).toMatchObject({
      severity: "hint",
      message: "执法记录仪单价1,000.00元达到固定资产标准1,000.00元，列在30201，是否应列310xx？",
      figures: { unitPriceCents: 100_000, limitCents: 100_000, economicCode: "30201" },
      subjects: [{ kind: "budgetLine", id: "bought" }],
    });
    expect(messagesOf(bought("999.99", office), "BUD-07")).toEqual([]);
    expect(messagesOf(bought(null, office), "BUD-07")).toEqual([]);
  });

  it("allows special equipment more", () => {
    const special = (price: string) => bought(price, { ...office, name: "专用设备" });
    expect(messagesOf(special("1499.99"), "BUD-07")).toEqual([]);
    expect(messagesOf(special("1500"), "BUD-07")).toEqual([
      "专用设备单价1,500.00元达到专用设备标准1,500.00元，列在30201，是否应列310xx？",
    ]);
  });

  it("does not ask for services, capital codes, clothing and materials", () => {
    expect(messagesOf(bought("5000", { ...office, procurementType: "services" }), "BUD-07")).toEqual([]);
    expect(messagesOf(bought("5000", { economicCode: "31002" }), "BUD-07")).toEqual([]);
    expect(messagesOf(bought("5000", { economicCode: "30224" }), "BUD-07")).toEqual([]);
    const all = setting("BUD-07", { exceptCodes: "" }, bought("5000", { economicCode: "30224" }));
    expect(messagesOf(all, "BUD-07")).toHaveLength(1);
  });
});
