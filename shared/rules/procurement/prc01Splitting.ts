import { cents, sumCents } from "../../kernel/cents.ts";
import { compareText } from "../../kernel/compareText.ts";
import { defineRule } from "../rule.ts";
import { ofContract, yuan } from "../words.ts";
import { kindNames, limitOf, limitParams, type Purchase, purchasesOf } from "./purchases.ts";

export const prc01Splitting = defineRule({
  id: "PRC-01",
  name: "疑似拆分采购",
  area: "合同",
  severity: "warn",
  description:
    "同一预算年度内，向同一供应商或按同一品目采购的同类货物、工程或服务有两份以上合同，每份都低于采购限额标准，合计达到限额。公开招标的合同和框架协议下的合同不计。",
  basis: "政府采购法及其实施条例：不得将应当公开招标的采购化整为零；限额标准由各省、市规定",
  reads: ["contract", "project", "budgetLine", "vendor"],
  params: limitParams,
  check: (facts, limits, { contracts }) => {
    const asked = new Set(contracts);
    const small = purchasesOf(facts).filter(
      ({ contract, kind, cents: amount }) =>
        !contract.row.procurementMethod.includes("公开招标") && amount < limitOf(kind, limits),
    );
    const found = new Map<string, Readonly<{ group: readonly Purchase[]; by: string }>>();
    for (const { group, by } of [...groupsBy(small, byVendor), ...groupsBy(small, byItem)]) {
      const [first] = group;
      if (first === undefined || group.length < 2) continue;
      if (sumOf(group) < limitOf(first.kind, limits) || !group.some(({ contract }) => asked.has(contract)))
        continue;
      // The same contracts by vendor and by item are one finding.
      const key = group.map(({ contract }) => contract.row.id).join(" ");
      if (!found.has(key)) found.set(key, { group, by });
    }
    return [...found.values()].flatMap(({ group, by }) => {
      const [first] = group;
      if (first === undefined) return [];
      const [sum, limit] = [sumOf(group), cents(limitOf(first.kind, limits))];
      return {
        subjects: group.map(({ contract }) => ofContract(contract)),
        figures: { sumCents: sum, limitCents: limit, contractCount: group.length, fiscalYear: first.year },
        message: `${first.year}年${by}采购${kindNames[first.kind]}，${group.length}份合同累计${yuan(sum)}，超过限额${yuan(limit)}，每份都低于限额，疑似拆分。`,
        remedy:
          "请核对是否同一项目、同一品目分次采购：应合并采购的，按达到限额的方式办理；确属不同需求的，写明理由。",
      };
    });
  },
});

type KeyOf = (purchase: Purchase) => Readonly<{ key: string; by: string }> | undefined;

const byVendor: KeyOf = ({ contract }) => ({
  key: contract.row.vendorId,
  by: `向${contract.vendor?.name ?? "同一供应商"}`,
});

const byItem: KeyOf = ({ item }) => (item === "" ? undefined : { key: item, by: `按品目“${item}”` });

const sumOf = (group: readonly Purchase[]) => sumCents(group.map((purchase) => purchase.cents));

/** Groups of one year and one kind, their contracts in the order of their numbers. */
function groupsBy(
  purchases: readonly Purchase[],
  keyOf: KeyOf,
): readonly Readonly<{ group: readonly Purchase[]; by: string }>[] {
  const groups = new Map<string, { group: Purchase[]; by: string }>();
  for (const purchase of purchases) {
    const keyed = keyOf(purchase);
    if (keyed === undefined) continue;
    const key = `${purchase.year} ${purchase.kind} ${keyed.key}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { group: [purchase], by: keyed.by });
    else known.group.push(purchase);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group);
}
