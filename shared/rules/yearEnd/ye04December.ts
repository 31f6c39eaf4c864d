import { addCents, type Cents, formatBp, ratioBp, zeroCents } from "../../kernel/cents.ts";
import { yearOf } from "../../kernel/dates.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { lazy } from "../indexing.ts";
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
    const paid = lazy(() => paidInYear(facts));
    return projects.flatMap((project) => {
      const { yearCents, decemberCents } = paid().get(project) ?? nothing;
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

/** By project, in the calendar year that it is of. */
function paidInYear({ payments, projects }: Facts): ReadonlyMap<Project, Paid> {
  const sums = new Map<Project, Paid>();
  for (const { isPaid, payDate, row } of payments) {
    const project = projects.get(row.projectId);
    if (!isPaid || project === undefined || yearOf(payDate) !== project.fiscalYear) continue;
    const { yearCents, decemberCents } = sums.get(project) ?? nothing;
    const isDecember = payDate.startsWith("-12-", 4);
    sums.set(project, {
      yearCents: addCents(yearCents, row.amountCents),
      decemberCents: isDecember ? addCents(decemberCents, row.amountCents) : decemberCents,
    });
  }
  return sums;
}
