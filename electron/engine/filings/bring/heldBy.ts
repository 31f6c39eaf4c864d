import { fundingAmount } from "#shared/budget/funding.ts";
import { type Held, indicatorText, type OfferKey } from "#shared/filings/offers.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { paperDay } from "#shared/rules/performance/textFacts.ts";
import { projectIn } from "../../scope.ts";

/** What a project says now of all that a paper could offer, in the same words. */
export function heldBy(facts: Facts, projectId: Id): Held {
  const project = projectIn(facts, projectId);
  const { texts, ownUnits, budget } = facts;
  const unit = (id: Id | null): string => (id === null ? "" : ownUnits.nameOn(id, paperDay(project)));
  const held: readonly (readonly [OfferKey, string])[] = [
    ["name", project.name],
    ["category", project.category],
    ["nature", project.nature],
    ["departmentName", unit(project.departmentUnitId)],
    ["implementingName", unit(project.implementingUnitId)],
    ["startDate", project.startDate ?? ""],
    ["endDate", project.endDate ?? ""],
    ["overallGoal", project.overallGoal],
    ["annualGoal", project.annualGoal],
    ["funding", fundingText(budget.fundingOf(projectId))],
    ["indicators", texts.indicatorsOf(projectId).map(indicatorText).join("\n")],
    [
      "policies",
      texts
        .policiesOf(projectId)
        .map(({ title, documentNo }) => `${title} ${documentNo}`.trim())
        .join("\n"),
    ],
    ...texts.sectionsOf(projectId).map(({ heading, body }) => [`section:${heading}`, body] as const),
  ];
  return new Map(held.filter(([, text]) => text.trim() !== ""));
}

const fundingLabels = [
  ["total", "sum", "项目资金总额"],
  ["annual", "sum", "年度资金申请总额"],
  ["total", "fiscal", "其中：财政资金"],
  ["annual", "currentAppropriation", "其中：当年财政拨款"],
  ["annual", "carryOver", "上年结转资金"],
  ["total", "other", "其他资金"],
  ["annual", "other", "其他资金"],
] as const;

const fundingText = (sources: Parameters<typeof fundingAmount>[0]): string =>
  fundingLabels
    .flatMap(([scope, kind, label]) => {
      const stated = fundingAmount(sources, scope, kind);
      return stated === undefined ? [] : [`${label}${formatYuan(stated)}`];
    })
    .join("，");
