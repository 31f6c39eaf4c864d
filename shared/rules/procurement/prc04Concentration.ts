import { formatBp, ratioBp, sumCents } from "../../kernel/cents.ts";
import { groupBy, indexBy } from "../indexing.ts";
import { defineRule } from "../rule.ts";
import { yuan } from "../words.ts";
import { kindNames, type Purchase, purchasesOf } from "./purchases.ts";

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
    const asked = new Set(contracts.map(({ row }) => row.id));
    const purchases = purchasesOf(facts);
    const groups = groupBy(purchases, keyOf);
    return [...indexBy(purchases, keyOf).keys()].toSorted().flatMap((key) => {
      const group = groups.of(key);
      const byVendor = groupBy(group, ({ contract }) => contract.vendor?.id);
      const vendors = indexBy(group, ({ contract }) => contract.vendor?.id);
      if (vendors.size < 2) return [];
      const total = sumCents(group.map((purchase) => purchase.cents));
      return [...vendors].flatMap(([id, { contract, year, kind, item }]) => {
        const own = byVendor.of(id);
        const sum = sumCents(own.map((purchase) => purchase.cents));
        const bp = ratioBp(sum, total) ?? 0;
        const isAsked = own.some((purchase) => asked.has(purchase.contract.row.id));
        if (!isAsked || own.length < contractCount || bp <= shareBp) return [];
        const what = item === "" ? kindNames[kind] : `${kindNames[kind]}（${item}）`;
        const name = contract.vendor?.name ?? "";
        return {
          subjects: [{ kind: "vendor" as const, id, label: name }],
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
      });
    });
  },
});

const keyOf = ({ year, kind, item }: Purchase): string => `${year}-${kind}-${item}`;
