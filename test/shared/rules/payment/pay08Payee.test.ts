import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { adding, changing, rightRows } from "../sampleRows.ts";

describe("PAY-08 收款方≠合同乙方", () => {
  const paidTo = (changes: Partial<Row<"payment">>) => changing(rightRows, "payment", "payment-1", changes);

  it("blocks another party", () => {
    const other = paidTo({ payeeName: "上海别家有限公司", payeeTaxId: "91310115000000035B" });
    expect(theFinding(other, "PAY-08")).toMatchObject({
      severity: "block",
      message: "收款方上海别家有限公司与合同乙方上海清源保洁服务有限公司不一致。",
    });
    expect(messagesOf(paidTo({ payeeName: "上海别家有限公司", payeeTaxId: "" }), "PAY-08")).toHaveLength(1);
    expect(messagesOf(paidTo({ payeeTaxId: "" }), "PAY-08")).toEqual([]);
  });

  it("leaves alone the refund that mends it", () => {
    const back = { payeeName: "上海别家有限公司", amountCents: cents(-6_000_000) };
    expect(messagesOf(paidTo(back), "PAY-08")).toEqual([]);
  });

  it("blocks the right name with another tax number and warns of another name with the right one", () => {
    expect(theFinding(paidTo({ payeeTaxId: "91310115000000035B" }), "PAY-08").severity).toBe("block");
    const named = theFinding(paidTo({ payeeName: "清源保洁" }), "PAY-08");
    expect(named).toMatchObject({ severity: "warn" });
    expect(named.message).toContain("税号相同，名称不同");
  });

  it("takes an alias on its days, and a paper that lets somebody else collect", () => {
    const alias: Row<"vendorName"> = {
      id: asId("alias"),
      vendorId: asId("vendor-1"),
      name: "清源保洁",
      validFrom: null,
      validTo: isoDate("2022-04-12"),
      source: "manual",
    };
    const renamed = adding(paidTo({ payeeName: "清源保洁", payeeTaxId: "" }), "vendorName", alias);
    expect(messagesOf(renamed, "PAY-08")).toEqual([]);
    const over = changing(renamed, "vendorName", "alias", { validTo: isoDate("2022-04-11") });
    expect(messagesOf(over, "PAY-08")).toHaveLength(1);
    const paper: Row<"approval"> = {
      id: asId("paper"),
      kind: "approvalForm",
      documentNo: "",
      title: "债权转让通知",
      approvedOn: isoDate("2022-04-10"),
      projectId: null,
      contractId: asId("contract-1"),
      paymentId: null,
      content: "",
      voidedAt: null,
      voidReason: null,
    };
    expect(messagesOf(adding(over, "approval", paper), "PAY-08")).toEqual([]);
  });
});
