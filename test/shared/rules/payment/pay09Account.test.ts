import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { setting } from "../hits/hit.ts";
import { accountOf, payment } from "../hits/paymentHits.ts";
import { adding, attachmentOf, changing, rightRows } from "../sampleRows.ts";

const accountNo = "31050170000000000101";
const paidTo = (no: string, ...accounts: readonly Row<"vendorAccount">[]) =>
  adding(payment({ payeeAccountNo: no }), "vendorAccount", ...accounts);

describe("PAY-09 销方≠收款方", () => {
  const sold = (changes: Partial<Row<"invoice">>) => changing(rightRows, "invoice", "invoice-1", changes);

  it("blocks an invoice of another seller, by tax number or by name", () => {
    expect(
      theFinding(sold({ sellerName: "别家", sellerTaxId: "91310117000000027D" }), "PAY-09"),
    ).toMatchObject({
      severity: "block",
      message: "发票22312000000000000017销方别家与收款方上海清源保洁服务有限公司不一致。",
      figures: { sellerName: "别家", payeeName: "上海清源保洁服务有限公司" },
      subjects: [{ id: "payment-1" }, { id: "invoice-1" }],
    });
    expect(messagesOf(sold({ sellerName: "别家", sellerTaxId: "" }), "PAY-09")).toHaveLength(1);
  });

  it("knows the same body by its number, its brackets and its earlier names", () => {
    expect(messagesOf(sold({ sellerName: "旧名" }), "PAY-09")).toEqual([]);
    expect(messagesOf(sold({ sellerTaxId: " 91310117ma1j000060" }), "PAY-09")).toEqual([]);
    const renamed = sold({ sellerName: "清源（旧）", sellerTaxId: "" });
    const alias = {
      id: asId("alias"),
      vendorId: asId("vendor-1"),
      name: "清源(旧)",
      validFrom: null,
      validTo: isoDate("2022-04-08"),
      source: "manual",
    } as const;
    expect(messagesOf(renamed, "PAY-09")).toHaveLength(1);
    expect(messagesOf(adding(renamed, "vendorName", alias), "PAY-09")).toEqual([]);
  });

  it("lets a paper speak for another payee, here and for the contract's party", () => {
    const other = sold({ sellerName: "别家", sellerTaxId: "" });
    const proof = attachmentOf("payeeProof", { paymentId: "payment-1" });
    expect(messagesOf(adding(other, "filedPaper", proof), "PAY-09")).toEqual([]);
    const payee = payment({ payeeName: "别家", payeeTaxId: "" });
    expect(messagesOf(payee, "PAY-08")).toHaveLength(1);
    const ofContract = attachmentOf("payeeProof", { contractId: "contract-1" });
    expect(messagesOf(adding(payee, "filedPaper", ofContract), "PAY-08")).toEqual([]);
  });
});

describe("PAY-09 账户不符", () => {
  it("blocks an account that is not on file, or no longer", () => {
    expect(theFinding(paidTo("6222", accountOf()), "PAY-09")).toMatchObject({
      severity: "block",
      message: "收款账号6222与上海清源保洁服务有限公司备案的账号不同。",
      figures: { accountNo: "6222" },
    });
    const ended = accountOf({ validTo: isoDate("2022-04-11") });
    expect(messagesOf(paidTo(accountNo, ended), "PAY-09")).toEqual([
      `收款账号${accountNo}在付款日不是有效的备案账号。`,
    ]);
    expect(messagesOf(paidTo(accountNo, accountOf({ validTo: isoDate("2022-04-12") })), "PAY-09")).toEqual(
      [],
    );
  });

  it("asks nothing where no account is on file or none is written", () => {
    expect(messagesOf(paidTo("6222"), "PAY-09")).toEqual([]);
    expect(messagesOf(paidTo("", accountOf()), "PAY-09")).toEqual([]);
  });

  it("warns of an account that was changed less than thirty days ago, not of a first one", () => {
    const since = (day: string) => accountOf({ id: asId("new"), accountNo: "6222", validFrom: isoDate(day) });
    const before = accountOf({ validTo: isoDate("2022-03-31") });
    expect(theFinding(paidTo("6222", before, since("2022-03-14")), "PAY-09")).toMatchObject({
      severity: "warn",
      message: "收款账号6222自2022年3月14日启用，至付款日仅29天。",
      figures: { accountNo: "6222", validFromDate: "2022-03-14", inForceDays: 29 },
    });
    expect(messagesOf(paidTo("6222", before, since("2022-03-13")), "PAY-09")).toEqual([]);
    expect(messagesOf(paidTo("6222", since("2022-04-01")), "PAY-09")).toEqual([]);
    const patient = setting("PAY-09", { newWithinDays: 60 }, paidTo("6222", before, since("2022-03-13")));
    expect(messagesOf(patient, "PAY-09")).toHaveLength(1);
  });

  it("warns of an account in another's name", () => {
    const strange = paidTo(accountNo, accountOf({ accountName: "王某某" }));
    expect(theFinding(strange, "PAY-09")).toMatchObject({
      severity: "warn",
      message: `收款账号${accountNo}备案户名王某某不是收款方上海清源保洁服务有限公司。`,
    });
  });
});
