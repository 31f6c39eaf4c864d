import { outcomeOf } from "../../indicators/outcome.ts";
import { lastDay, yearMonth } from "../../kernel/dates.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { ofBoth } from "./about.ts";

const twoDigits = (month: number): string => String(Math.min(12, Math.max(1, month))).padStart(2, "0");

/** The words with which a monitoring sheet says that nothing stands in the way. */
const certain = "确定能";

export const perf20Monitoring = defineRule({
  id: "PERF-20",
  name: "监控未填",
  area: "绩效",
  severity: "hint",
  description: "绩效运行监控的截止月份过后还没有一项指标的完成值；完成目标的可能性不是“确定能”而没有写原因。",
  basis:
    "财预〔2019〕136号《中央部门预算绩效运行监控管理暂行办法》：每年 8 月对 1—7 月监控；截止月份各地不同",
  reads: ["indicator", "indicatorActual", "monitoring"],
  params: {
    cutoffMonth: { label: "监控截止月份", kind: "count", default: 7, confirmed: false },
  },
  check: (facts, { cutoffMonth }, { projects }) =>
    projects.flatMap((project) => [
      ...notFilled(facts, project, cutoffMonth),
      ...withoutReason(facts, project),
    ]),
});

function notFilled(facts: Facts, project: Project, cutoffMonth: number): readonly Hit[] {
  const indicators = facts.texts.indicatorsOf(project.id);
  const day = lastDay(yearMonth(`${project.fiscalYear}-${twoDigits(cutoffMonth)}`));
  if (indicators.length === 0 || facts.asOf <= day) return [];
  // What was filled in for the end of the year says more than what was missed in summer.
  const isFilled =
    facts.texts.monitoringsOf(project.id).some(({ periodTo }) => periodTo >= day) ||
    indicators.some(({ id }) => facts.texts.actualsOf(id).some(({ periodTo }) => periodTo >= day));
  if (isFilled) return [];
  return [
    {
      subjects: [ofProject(project)],
      figures: { month: cutoffMonth },
      message: `${cutoffMonth}月绩效监控未填写。`,
      remedy: "请填写各指标截至该月的完成情况和完成目标的可能性。",
      aspect: "blank",
    },
  ];
}

const withoutReason = (facts: Facts, project: Project): readonly Hit[] =>
  facts.texts.indicatorsOf(project.id).flatMap((indicator) =>
    facts.texts
      .actualsOf(indicator.id)
      .filter(
        ({ outlook, reason, periodTo }) =>
          periodTo <= facts.asOf &&
          outlook !== "" &&
          outlook !== certain &&
          // What the self-evaluation chose for words has its own rule.
          outcomeOf(outlook) === undefined &&
          reason.trim() === "",
      )
      .map(({ outlook, periodTo }) => ({
        subjects: ofBoth(project, indicator),
        figures: { outlook, periodTo },
        message: `“${indicator.name}”完成目标的可能性为“${outlook}”，未说明原因。`,
        remedy: "请填写偏差原因及改进措施。",
        aspect: periodTo,
      })),
  );
