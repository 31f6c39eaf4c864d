import { describe, expect, it } from "vitest";
import { messagesOf, theFinding } from "../checking.ts";
import { setting } from "../hits/hit.ts";
import { withGoods } from "../hits/invoiceHits.ts";
import { adding, attachmentOf } from "../sampleRows.ts";

const vague = (goodsName: string) => messagesOf(withGoods({ goodsName }), "INV-17");

describe("INV-17 大类发票无清单", () => {
  it.each(["*纸制品*办公用品", "办公用品等", "*劳保用品*", "*日用杂品*防汛物资一批", "（详见销货清单）"])(
    "asks for the list of %s",
    (goodsName) => {
      expect(vague(goodsName)).toEqual([
        `发票22312000000000000017（60,000.00元）品名“${goodsName}”笼统，请附销货清单。`,
      ]);
    },
  );

  it.each(["*纸制品*复印纸", "*劳动防护用品*反光背心", "*办公用品*订书机", "*现代服务*服务费"])(
    "is content with %s",
    (goodsName) => {
      expect(vague(goodsName)).toEqual([]);
    },
  );

  it("takes a list with the invoice or with its payment, and no other paper", () => {
    const rows = withGoods({ goodsName: "办公用品" });
    expect(theFinding(rows, "INV-17").severity).toBe("warn");
    const filing = (kind: "goodsList" | "invoice", owner: Parameters<typeof attachmentOf>[1]) =>
      messagesOf(adding(rows, "filedPaper", attachmentOf(kind, owner)), "INV-17");
    expect(filing("goodsList", { invoiceId: "invoice-1" })).toEqual([]);
    expect(filing("goodsList", { paymentId: "payment-1" })).toEqual([]);
    expect(filing("invoice", { invoiceId: "invoice-1" })).toHaveLength(1);
  });

  it("says nothing of an invoice nobody uses, and takes the office's own words", () => {
    const rows = withGoods({ goodsName: "*食品*月饼" });
    expect(messagesOf(rows, "INV-17")).toEqual([]);
    expect(messagesOf(setting("INV-17", { names: "月饼，粽子" }, rows), "INV-17")).toHaveLength(1);
    expect(messagesOf({ ...withGoods({ goodsName: "办公用品" }), allocation: [] }, "INV-17")).toEqual([]);
  });
});
