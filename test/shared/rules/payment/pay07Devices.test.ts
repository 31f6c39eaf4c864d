import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { changing, rightRows } from "../sampleRows.ts";

const registered = (
  count: number,
  changes: (index: number) => Partial<Row<"device">> = () => ({}),
): FactRows => ({
  ...rightRows,
  device: Array.from({ length: count }, (_, index) => ({
    id: asId(`device-${index}`),
    rentalId: asId("rental-1"),
    deviceNo: `XC-${index}`,
    model: "",
    holder: "",
    inOn: isoDate("2022-01-01"),
    outOn: null,
    note: "",
    voidedAt: null,
    voidReason: null,
    ...changes(index),
  })),
});

describe("PAY-07 with devices registered one by one", () => {
  it("compares what is in service with what is let", () => {
    expect(messagesOf(registered(26), "PAY-07")).toEqual([]);
    expect(theFinding(registered(25), "PAY-07")).toMatchObject({
      severity: "warn",
      message: "租赁数量与实物不符：2022年1月等3个月登记在用25台，计租26台。",
      figures: { month: "2022-01", inService: "25", agreed: "26", monthCount: 3 },
      subjects: [{ id: "payment-2" }, { id: "contract-2" }, { kind: "rental", id: "rental-1" }],
    });
  });

  it("counts a device that went back from the month after on", () => {
    const back = registered(26, (index) => (index === 0 ? { outOn: isoDate("2022-02-10") } : {}));
    expect(messagesOf(back, "PAY-07")).toEqual(["租赁数量与实物不符：2022年3月登记在用25台，计租26台。"]);
  });

  it("counts days where the rental is let by days", () => {
    const daily = changing(
      registered(26, (index) => (index === 0 ? { outOn: isoDate("2022-03-30") } : {})),
      "rental",
      "rental-1",
      { proration: "daily" },
    );
    expect(messagesOf(daily, "PAY-07")).toEqual([
      "租赁数量与实物不符：2022年3月登记在用805台·天，计租806台·天。",
    ]);
  });

  it("says nothing while nobody keeps a register", () => {
    expect(messagesOf(registered(0), "PAY-07")).toEqual([]);
  });
});
