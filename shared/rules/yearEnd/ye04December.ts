import { addCents, type Cents, formatBp, ratioBp, zeroCents } from "../../kernel/cents.ts";
import { lazy } from "../indexing.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { ofProject, yuan } from "../words.ts";

export const ye04December = defineRule({
  id: "YE-04",
  name: "年底集中支付",
  area: "年末",
  severity: "hint",
  description: "12月的付款占项目全年付款的比例超过规定比例。",
  basis: "预算执行管理：严禁年底突击花钱；比例由各单位规定",
  reads: ["payment", "project"],
  params: { limitBp: { label: "12月付款占全年的上限", kind: "bp", default: 3_000, confirmed: false } },
  check: (facts, { limitBp }, { projects }) => {
    const paid = lazy(() => paidByProject(facts.payments));
    return projects.flatMap((project) => {
      const { yearCents, decemberCents } = paid().get(`${project.id} ${project.fiscalYear}`) ?? nothing;
      const bp = ratioBp(decemberCents, yearCents);
      if (bp === undefined || decemberCents <= 0 || bp <= limitBp) return [];
      return {
        subjects: [ofProject(project)],
        figures: { decemberCents, yearCents, ratioBp: bp, limitBp },
        message: `12月支付${yuan(decemberCents)}，占全年${yuan(yearCents)}的${formatBp(bp)}，超过${formatBp(limitBp)}。`,
        remedy: "请逐笔核对12月付款的验收和进度，说明集中支付的原因；下年度按进度均衡用款。",
      };
    });
  },
});

type Paid = Readonly<{ yearCents: Cents; decemberCents: Cents }>;

const nothing: Paid = { yearCents: zeroCents, decemberCents: zeroCents };

/** By project and calendar year. */
function paidByProject(payments: readonly PaymentFact[]): ReadonlyMap<string, Paid> {
  const sums = new Map<string, Paid>();
  for (const { isPaid, payDate, row } of payments) {
    if (!isPaid) continue;
    const key = `${row.projectId} ${payDate.slice(0, 4)}`;
    const { yearCents, decemberCents } = sums.get(key) ?? nothing;
    const isDecember = payDate.slice(5, 7) === "12";
    sums.set(key, {
      yearCents: addCents(yearCents, row.amountCents),
      decemberCents: isDecember ? addCents(decemberCents, row.amountCents) : decemberCents,
    });
  }
  return sums;
}
