import { meets } from "../../indicators/completion.ts";
import {
  isFarAbove,
  matchQuantities,
  type QuantityTarget,
  totalQuantity,
} from "../../indicators/quantities.ts";
import type { Project } from "../../model/project.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofLine, ofProject } from "../words.ts";
import { ofIndicator } from "./about.ts";

export const perf06Quantities = defineRule({
  id: "PERF-06",
  name: "指标与预算脱节",
  area: "绩效",
  severity: "warn",
  description:
    "预算明细中按件计数的数量与数量指标对不上：数量不符合指标值，或高出指标值较多；预算有数量而没有对应指标，或反之。",
  basis: "绩效目标管理要求：绩效指标与预算安排相匹配",
  reads: ["budgetLine", "indicator"],
  params: {
    aboveBp: { label: "允许预算数量高于指标值", kind: "bp", default: 2_000, confirmed: false },
  },
  check: (facts, { aboveBp }, { projects }) =>
    projects.flatMap((project) => {
      const lines = facts.budget.linesOf(project.id);
      const { targets, unmatched } = matchQuantities(lines, facts.texts.indicatorsOf(project.id));
      // A project without any such indicator lacks a level: that is another rule's to say.
      if (targets.length === 0) return [];
      if (lines.length === 0) return [withoutBudget(project, targets)];
      return [
        ...targets.flatMap((target) => ofTarget(project, target, aboveBp)),
        ...unmatched.map((line) => ({
          subjects: [ofLine(line), ofProject(project)],
          figures: { quantity: line.quantity, unitName: line.unitName },
          message: `${line.name}数量${line.quantity}${line.unitName}，没有对应的数量指标。`,
          remedy: "请增加数量指标，或在指标上选择对应的预算明细。",
        })),
      ];
    }),
});

const withoutBudget = (project: Project, targets: readonly QuantityTarget[]): Hit => ({
  subjects: [ofProject(project)],
  figures: { targets: targets.map(({ indicator }) => indicator.name).join("、") },
  message: `${targets.map(({ indicator }) => `“${indicator.name}”${indicator.valueText}`).join("、")}在预算明细中没有对应的数量：项目还没有预算明细。`,
  remedy: "请编制预算明细，写明数量和计量单位。",
  aspect: "noLines",
});

function ofTarget(
  project: Project,
  { indicator, value, lines }: QuantityTarget,
  aboveBp: number,
): readonly Hit[] {
  const figures = { target: indicator.valueText, unitName: value.unit };
  if (lines.length === 0) {
    return [
      {
        subjects: [ofIndicator(indicator), ofProject(project)],
        figures,
        message: `指标“${indicator.name}”为${indicator.valueText}，预算明细中没有对应的数量。`,
        remedy: "请在预算明细中写明数量和计量单位，或在指标上选择对应的预算明细。",
      },
    ];
  }
  const total = totalQuantity(lines);
  const tooMany =
    value.operator !== "≤" && value.operator !== "<" && isFarAbove(total, value.number, aboveBp);
  if (meets(value, total) && !tooMany) return [];
  return [
    {
      subjects: [ofIndicator(indicator), ...lines.map(ofLine)],
      figures: { ...figures, quantity: total },
      message: `${lines.map(({ name }) => name).join("、")}数量${total}${value.unit}，指标“${indicator.name}”为${indicator.valueText}。`,
      remedy: "请核对数量，使指标值与预算数量一致。",
    },
  ];
}
