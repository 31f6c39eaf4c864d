import { yearEnd } from "../../indicators/periods.ts";
import { scoreIndicator } from "../../indicators/score.ts";
import { formatBp, ratioBp } from "../../kernel/cents.ts";
import { compareDecimals } from "../../kernel/decimal.ts";
import type { Indicator, IndicatorActual, Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { ofBoth } from "./about.ts";
import { yearEndActual } from "./yearEnd.ts";

export const perf15Scores = defineRule({
  id: "PERF-15",
  name: "得分异常/未说明偏差",
  area: "绩效",
  severity: "warn",
  description:
    "自评得分高于分值；没有得满分、或比按规定计算的高，而没有写原因；全年执行率低于规定而没有说明。",
  basis: "财预〔2020〕10号：未完成绩效目标的应当说明原因和改进措施",
  reads: ["indicator", "indicatorActual", "selfEvaluation", "fundingSource", "payment"],
  params: {
    reasonBelowBp: { label: "执行率低于此数须说明", kind: "bp", default: 9_000, confirmed: false },
  },
  check: (facts, { reasonBelowBp }, { projects }) =>
    projects.flatMap((project) => [
      ...facts.texts.indicatorsOf(project.id).flatMap((indicator) => {
        const actual = yearEndActual(facts, project, indicator);
        return actual === undefined ? [] : ofScore(project, indicator, actual);
      }),
      ...ofExecution(facts, project, reasonBelowBp),
    ]),
});

function ofScore(project: Project, indicator: Indicator, actual: IndicatorActual): readonly Hit[] {
  const { weight, name } = indicator;
  const { reason } = actual;
  const computed = scoreIndicator(indicator, actual).points;
  const score = actual.score ?? computed;
  if (weight === null || score === null) return [];
  const order = compareDecimals(score, weight);
  const about = { subjects: ofBoth(project, indicator), figures: { score, weight } };
  if (order > 0)
    return [
      {
        ...about,
        message: `“${name}”得分${score}高于分值${weight}。`,
        remedy: "请改正得分。",
        aspect: "above",
      },
    ];
  if (reason.trim() !== "") return [];
  if (actual.score !== null && computed !== null && compareDecimals(computed, score) < 0)
    return [
      {
        ...about,
        figures: { score, weight, computed },
        message: `“${name}”得分${score}，按规定计算为${computed}，请说明理由。`,
        remedy: "请在自评中写明为什么改了得分，或用计算出的得分。",
        aspect: "changed",
      },
    ];
  if (order === 0) return [];
  return [
    {
      ...about,
      message: `“${name}”未得满分（${score}/${weight}），请填写偏差原因及改进措施。`,
      remedy: "请在自评中填写偏差原因及改进措施。",
      aspect: "reason",
    },
  ];
}

function ofExecution(facts: Facts, project: Project, belowBp: number): readonly Hit[] {
  const evaluation = facts.texts.evaluationOf(project.id);
  if (evaluation === undefined) return [];
  // Where nothing else was put down the payments count, once the year is over.
  const isOver = facts.asOf >= yearEnd(project.fiscalYear);
  const executed = evaluation.executedCents ?? (isOver ? facts.budget.projectPaidCents(project.id) : null);
  if (executed === null) return [];
  const done = ratioBp(executed, facts.budget.annualCents(project.id));
  if (done === undefined || done >= belowBp || evaluation.executionReason.trim() !== "") return [];
  return [
    {
      subjects: [ofProject(project)],
      figures: { ratioBp: done, limitBp: belowBp },
      message: `全年执行率${formatBp(done)}，低于${formatBp(belowBp)}，没有说明原因。`,
      remedy: "请在自评中说明执行率偏低的原因。",
      aspect: "execution",
    },
  ];
}
