import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { checkPayment } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { limits, withContracts } from "../hits/contractHits.ts";
import { setting } from "../hits/hit.ts";
import { changing, rightRows } from "../sampleRows.ts";

/** Contracts of 100,000.00 each beside the two of the right ledger, under a limit of 200,000.00. */
const rows = (...contracts: readonly Partial<Row<"contract">>[]) =>
  setting("PRC-01", limits(20_000_000), withContracts(rightRows, ...contracts));

describe("PRC-01 疑似拆分采购", () => {
  it("adds up what was bought of one vendor below the limit", () => {
    expect(theFinding(rows({}, {}), "PRC-01")).toMatchObject({
      severity: "warn",
      message:
        "2022年向上海清源保洁服务有限公司采购服务，2份合同累计200,000.00元，超过限额200,000.00元，每份都低于限额，疑似拆分。",
      figures: { sumCents: 20_000_000, limitCents: 20_000_000, contractCount: 2, fiscalYear: 2022 },
      subjects: [{ id: "more-0" }, { id: "more-1" }],
    });
    expect(messagesOf(rows({}, { amountCents: cents(9_999_999) }), "PRC-01")).toEqual([]);
    expect(messagesOf(rows({}), "PRC-01")).toEqual([]);
  });

  it("adds up what is the same 品目, whoever sold it, and says it once", () => {
    const cleaning = changing(rightRows, "budgetLine", "line-1", { procurementItem: "物业管理" });
    const of = (...contracts: readonly Partial<Row<"contract">>[]) =>
      messagesOf(setting("PRC-01", limits(20_000_000), withContracts(cleaning, ...contracts)), "PRC-01");
    expect(of({}, { vendorId: asId("vendor-2") })).toEqual([
      "2022年按品目“物业管理”采购服务，2份合同累计200,000.00元，超过限额200,000.00元，每份都低于限额，疑似拆分。",
    ]);
    expect(of({}, {})).toHaveLength(1);
  });

  it("leaves out open tenders, drafts, calls under a framework, other kinds and years", () => {
    const about = (changes: Partial<Row<"contract">>) => messagesOf(rows({}, changes), "PRC-01");
    expect(about({ procurementMethod: "公开招标" })).toEqual([]);
    expect(about({ state: "draft" })).toEqual([]);
    expect(about({ amountCents: null })).toEqual([]);
    const framework = changing(rows({}, { parentContractId: asId("contract-2") }), "contract", "contract-2", {
      kind: "framework",
    });
    expect(messagesOf(framework, "PRC-01")).toEqual([]);
    const goods = changing(rows({}, { budgetLineId: asId("line-2") }), "budgetLine", "line-2", {
      procurementType: "goods",
    });
    expect(messagesOf(goods, "PRC-01")).toEqual([]);
  });

  it("is off until the office fills all limits in", () => {
    const without = withContracts(rightRows, {}, {});
    expect(messagesOf(without, "PRC-01")).toEqual([]);
    const only = setting("PRC-01", { servicesCents: 20_000_000 }, without);
    expect(messagesOf(only, "PRC-01")).toEqual([]);
  });

  it("is told with a payment of one of the contracts, and with no other", () => {
    const split = setting("PRC-01", limits(20_000_000), withContracts(rightRows, {}, {}));
    const paid = changing(split, "payment", "payment-1", { contractId: asId("more-0") });
    const loose = changing(paid, "allocation", "allocation-1", { instalmentId: null });
    const facts = buildFacts(loose, isoDate("2022-04-30"));
    const told = (id: string) => checkPayment(facts, asId(id)).filter(({ ruleId }) => ruleId === "PRC-01");
    expect([told("payment-1").length, told("payment-2").length]).toEqual([1, 0]);
  });
});
