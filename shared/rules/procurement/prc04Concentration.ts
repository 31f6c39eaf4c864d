import { type Cents, formatBp, ratioBp, sumCents } from "../../kernel/cents.ts";
import { groupBy, lazyGroups } from "../indexing.ts";
import { defineRule, type Hit } from "../rule.ts";
import { yuan } from "../words.ts";
import { kindNames, type Purchase, purchaseOf, purchasesOf } from "./purchases.ts";

export const prc04Concentration = defineRule({
  id: "PRC-04",
  name: "供应商集中",
  area: "合同",
  severity: "hint",
  description:
    "同一预算年度、同一类别（有品目的按品目）的采购中，一家供应商有几份合同，金额占比超过规定比例；只有一家供应商的类别不查。",
  basis: "审计常见关注点：采购过于集中、存在关联关系；比例由各单位规定",
  reads: ["contract", "project", "budgetLine", "vendor"],
  params: {
    shareBp: { label: "一家供应商的占比上限", kind: "bp", default: 5_000, confirmed: false },
    contractCount: { label: "至少有几份合同才查", kind: "count", default: 2, confirmed: false },
  },
  check: (facts, { shareBp, contractCount }, { contracts }) => {
    const asked = new Set(contracts.flatMap((contract) => purchaseOf(facts, contract) ?? []).map(keyOf));
    const all = lazyGroups(() => groupBy(purchasesOf(facts), keyOf));
    const vendorIds = new Set(contracts.map(({ row }) => row.vendorId));
    return [...vendorIds].flatMap((id) => {
      const purchases = facts.contractsOfVendor.of(id).flatMap((one) => purchaseOf(facts, one) ?? []);
      // Most vendors have sold too little of anything to be held against all others.
      if (purchases.length < contractCount) return [];
      const byKind = groupBy(purchases, keyOf);
      return [...new Set(purchases.map(keyOf))].flatMap((key) => {
        const [own, group] = [byKind.of(key), all.of(key)];
        const isAlone = own.length === group.length;
        if (!asked.has(key) || isAlone || own.length < contractCount) return [];
        const total = sumOf(group);
        const bp = ratioBp(sumOf(own), total) ?? 0;
        return bp <= shareBp ? [] : [hit(own, total, bp, key)];
      });
    });
  },
});

const keyOf = ({ year, kind, item }: Purchase): string => `${year}-${kind}-${item}`;

const sumOf = (purchases: readonly Purchase[]): Cents =>
  sumCents(purchases.map((purchase) => purchase.cents));

function hit(own: readonly Purchase[], total: Cents, bp: number, key: string): Hit {
  const [first] = own;
  if (first === undefined) throw new RangeError("no purchase to speak of");
  const { contract, year, kind, item } = first;
  const what = item === "" ? kindNames[kind] : `${kindNames[kind]}（${item}）`;
  const name = contract.vendor?.name ?? "";
  const sum = sumOf(own);
  return {
    subjects: [{ kind: "vendor", id: contract.row.vendorId, label: name }],
    figures: {
      ratioBp: bp,
      vendorCents: sum,
      totalCents: total,
      contractCount: own.length,
      fiscalYear: year,
    },
    message: `${year}年${what}采购中，供应商${name}占比${formatBp(bp)}（${own.length}份合同${yuan(sum)}，共${yuan(total)}）。`,
    remedy: "请核对采购方式和比选记录，确认没有关联关系；能扩大竞争的，下次采购时邀请更多供应商。",
    aspect: key,
  };
}
