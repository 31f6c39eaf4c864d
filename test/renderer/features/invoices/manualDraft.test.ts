import { describe, expect, it } from "vitest";
import { manualInvoice } from "#shared/api/invoiceLife.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import {
  newManual,
  problemsOfManual,
  withKind,
} from "../../../../renderer/features/invoices/manual/manualDraft.ts";

const scanned = {
  kind: "electronic",
  number: "03100220011112345678",
  code: "031002200111",
  plainNumber: "12345678",
  type: "增值税电子普通发票",
  issueDate: isoDate("2022-03-31"),
  netCents: cents(10_000),
  grossCents: null,
  checkCode: "12345678901234567890",
} as const;

describe("a ticket that is typed in", () => {
  it("begins with what the code says, made out to this office", () => {
    expect(newManual(undefined, scanned)).toMatchObject({
      kind: "electronic",
      code: "031002200111",
      number: "12345678",
      netCents: 10_000,
      grossCents: null,
      isRed: false,
      buyerName: "",
    });
    expect(newManual(undefined, null)).toMatchObject({ kind: "digital", type: "数电票（普通发票）" });
  });

  it("says at which field it is wrong, as the engine would", () => {
    const draft = newManual(undefined, { ...scanned, code: "0310022001" });
    expect([...problemsOfManual(draft).keys()]).toEqual(["code", "grossCents"]);
    const whole = { ...newManual(undefined, scanned), taxCents: cents(600), sellerName: "甲" };
    expect(problemsOfManual(whole).size).toBe(0);
    expect(manualInvoice.safeParse(whole).success).toBe(true);
    const line = {
      ...{ goodsName: "服务", spec: "", unitName: "", quantity: null, unitPrice: null, taxRate: "免税" },
      netCents: cents(9_000),
      taxCents: cents(600),
    };
    expect([...problemsOfManual({ ...whole, lines: [line] }).keys()]).toEqual(["lines"]);
  });

  it("takes the types of its kind, and gives up a code where there is none", () => {
    expect(withKind("digital")).toEqual({ kind: "digital", type: "数电票（普通发票）", code: "" });
    expect(withKind("paper")).toEqual({ kind: "paper", type: "增值税普通发票" });
  });
});
