import { describe, expect, it } from "vitest";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { withGoods } from "../hits/invoiceHits.ts";
import { changing, goodsOf, rightRows } from "../sampleRows.ts";

const dinner = withGoods({ goodsName: "*餐饮服务*餐费" });

describe("INV-16 内容与合同不符", () => {
  it("hints at goods that have no word in common with the contract", () => {
    expect(theFinding(dinner, "INV-16")).toMatchObject({
      severity: "hint",
      message: "发票22312000000000000017内容“*餐饮服务*餐费”与合同标的“综合整治服务”不一致。",
      figures: { content: "*餐饮服务*餐费", subject: "综合整治服务" },
      subjects: [{ id: "invoice-1" }, { id: "payment-1" }, { id: "contract-1" }],
    });
  });

  it("is content with one line that belongs, with vague goods and with none", () => {
    const mixed = { ...rightRows, invoiceGoods: [...dinner.invoiceGoods, goodsOf()] };
    expect(messagesOf(mixed, "INV-16")).toEqual([]);
    expect(messagesOf(withGoods({ goodsName: "详见销货清单" }), "INV-16")).toEqual([]);
    expect(messagesOf({ ...rightRows, invoiceGoods: [] }, "INV-16")).toEqual([]);
  });

  it("reads the budget line and what is let, too", () => {
    const catering = changing(dinner, "budgetLine", "line-1", { name: "工作餐" });
    expect(messagesOf(catering, "INV-16")).toEqual([]);
  });

  it("has nothing to compare without a contract", () => {
    const free = changing(dinner, "payment", "payment-1", { contractId: null });
    const loose = changing(free, "allocation", "allocation-1", {
      instalmentId: null,
      invoiceId: asId("invoice-1"),
    });
    expect(messagesOf(loose, "INV-16")).toEqual([]);
  });
});
