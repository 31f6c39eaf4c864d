import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { limits } from "../hits/contractHits.ts";
import { setting } from "../hits/hit.ts";
import { changing, rightRows } from "../sampleRows.ts";

const bought = (procurementMethod: string, amount = 24_000_000) =>
  setting(
    "PRC-02",
    limits(24_000_000),
    changing(rightRows, "contract", "contract-1", { procurementMethod, amountCents: cents(amount) }),
  );

describe("PRC-02 达到采购限额未走程序", () => {
  it("blocks a contract from the limit on that was bought without procedure", () => {
    expect(theFinding(bought("直选"), "PRC-02")).toMatchObject({
      severity: "block",
      message: "合同金额240,000.00元达到服务采购限额240,000.00元，采购方式“直选”不符。",
      figures: { amountCents: 24_000_000, limitCents: 24_000_000, procurementMethod: "直选" },
      subjects: [{ kind: "contract", id: "contract-1" }],
    });
    expect(messagesOf(bought("直选", 23_999_999), "PRC-02")).toEqual([]);
    expect(messagesOf(bought(" "), "PRC-02")).toEqual([
      "合同金额240,000.00元达到服务采购限额240,000.00元，未填写采购方式。",
    ]);
  });

  it.each(["公开招标", "竞争性磋商", "竞争性谈判", "单一来源"])("is content with %s", (method) => {
    expect(messagesOf(bought(method), "PRC-02")).toEqual([]);
  });

  it("is off without limits, and asks nothing of what is no purchase", () => {
    const direct = changing(rightRows, "contract", "contract-1", { procurementMethod: "直选" });
    expect(messagesOf(direct, "PRC-02")).toEqual([]);
    const none = changing(bought("直选"), "budgetLine", "line-1", { procurementType: "none" });
    expect(messagesOf(none, "PRC-02")).toEqual([]);
  });
});
