import { type Cents, formatWan, subtractCents } from "../../kernel/cents.ts";
import type { TextAmount } from "../../text/amounts.ts";
import { annualAmounts } from "../../text/annualAmounts.ts";
import { type Paper, sectionOf } from "../../text/paper.ts";
import { defineRule, type Hit } from "../rule.ts";
import { absoluteCents, ofProject, yuan } from "../words.ts";
import { broughtOfYear } from "./about.ts";

export const perf13Amounts = defineRule({
  id: "PERF-13",
  name: "元/万元口径",
  area: "绩效",
  severity: "block",
  description:
    "情况说明“年度预算安排”的金额（万元）与申报表年度资金申请总额（元）换算后不一致，或相差一万倍。",
  basis: "部门预算公开检查：表文勾稽，允许 0.01 万元的舍入误差",
  reads: ["narrativeSection", "fundingSource", "project", "filingVersion", "broughtPaper"],
  params: {
    toleranceCents: { label: "允许相差", kind: "cents", default: 10_000, confirmed: false },
  },
  check: (facts, { toleranceCents }, { projects }) =>
    projects.flatMap((project) => {
      const narrative = facts.texts.narrativeOf(project);
      const text = sectionOf(narrative, "年度预算安排");
      const { amounts } = annualAmounts(text, project.fiscalYear);
      const brought = broughtOfYear(facts, project);
      const forms = [facts.texts.targetsOf(project), ...facts.texts.handedInOf(project), ...brought];
      return forms.flatMap((form) =>
        differing(form, amounts, toleranceCents).map((hit) => ({ subjects: [ofProject(project)], ...hit })),
      );
    }),
});

/** One of the amounts is the total, the others are its parts: it is enough that one agrees. */
function differing(
  form: Paper,
  amounts: readonly TextAmount[],
  tolerance: number,
): readonly Omit<Hit, "subjects">[] {
  const stated = form.amounts.find(({ key }) => key === "annual")?.cents;
  const [first] = amounts;
  if (stated === undefined || first === undefined) return [];
  if (amounts.some(({ cents }) => absoluteCents(subtractCents(cents, stated)) <= tolerance)) return [];
  const factor = mistakenUnit(amounts, stated, tolerance);
  const written = factor ?? first;
  return [
    {
      figures: {
        textCents: written.cents,
        annualCents: stated,
        differenceCents: subtractCents(written.cents, stated),
      },
      message:
        factor === undefined
          ? `说明为${written.text}，${form.name}为${yuan(stated)}（${formatWan(stated)}万元），不一致。`
          : `说明为${written.text}，${form.name}为${yuan(stated)}，相差一万倍，疑似“元”与“万元”写混。`,
      remedy: `请把“年度预算安排”的金额改为${formatWan(stated)}万元，或核对年度资金申请总额。`,
      texts: [
        { paper: "情况说明", place: "年度预算安排", text: written.text },
        { paper: form.name, place: "年度资金申请总额", text: yuan(stated) },
      ],
      aspect: form.name,
    },
  ];
}

const mistakenUnit = (
  amounts: readonly TextAmount[],
  stated: Cents,
  tolerance: number,
): TextAmount | undefined =>
  amounts.find(
    ({ cents }) =>
      Math.abs(cents - stated * 10_000) <= tolerance * 10_000 ||
      Math.abs(cents * 10_000 - stated) <= tolerance,
  );
