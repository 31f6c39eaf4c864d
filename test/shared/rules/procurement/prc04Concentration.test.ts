import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { withContracts } from "../hits/contractHits.ts";
import { setting } from "../hits/hit.ts";
import { changing, rightRows } from "../sampleRows.ts";

const twice = withContracts(rightRows, {});

describe("PRC-04 供应商集中", () => {
  it("hints at a vendor with several contracts and more than half of the money", () => {
    expect(theFinding(twice, "PRC-04")).toMatchObject({
      severity: "hint",
      message:
        "2022年服务采购中，供应商上海清源保洁服务有限公司占比92.76%（2份合同340,000.00元，共366,520.00元）。",
      figures: { ratioBp: 9_276, vendorCents: 34_000_000, totalCents: 36_652_000, contractCount: 2 },
      subjects: [{ kind: "vendor", id: "vendor-1", label: "上海清源保洁服务有限公司" }],
    });
  });

  it("needs two contracts and another vendor to compare with", () => {
    expect(messagesOf(rightRows, "PRC-04")).toEqual([]);
    const alone = changing(twice, "contract", "contract-2", { vendorId: asId("vendor-1") });
    expect(messagesOf(alone, "PRC-04")).toEqual([]);
    expect(messagesOf(setting("PRC-04", { contractCount: 1 }), "PRC-04")).toHaveLength(1);
  });

  it("is silent at exactly the share, and compares within one 品目", () => {
    const half = changing(twice, "contract", "contract-2", { amountCents: cents(34_000_000) });
    expect(messagesOf(half, "PRC-04")).toEqual([]);
    const apart = changing(twice, "budgetLine", "line-2", { procurementItem: "租赁" });
    expect(messagesOf(apart, "PRC-04")).toEqual([]);
  });
});
