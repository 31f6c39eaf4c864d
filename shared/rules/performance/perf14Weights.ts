import { weightSum } from "../../indicators/weights.ts";
import { compareDecimals, decimal } from "../../kernel/decimal.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";

export const perf14Weights = defineRule({
  id: "PERF-14",
  name: "分值合计≠100",
  area: "绩效",
  severity: "block",
  description: "填了分值的绩效指标，连同预算执行率的分值，合计不是 100。指标里已列预算执行率的，不再另加。",
  basis: "财预〔2020〕10号《项目支出绩效评价管理办法》：总分 100 分，预算执行率 10 分",
  reads: ["indicator"],
  params: {
    executionPoints: { label: "预算执行率的分值", kind: "count", default: 10, confirmed: true },
  },
  check: (facts, { executionPoints }, { projects }) =>
    projects.flatMap((project) => {
      const indicators = facts.texts.indicatorsOf(project.id);
      if (indicators.every(({ weight }) => weight === null)) return [];
      const { total, unweighted } = weightSum(indicators, executionPoints);
      if (compareDecimals(total, decimal("100")) === 0) return [];
      const without = unweighted === 0 ? "" : `，还有${unweighted}项指标没有分值`;
      return {
        subjects: [ofProject(project)],
        figures: { total, executionPoints, unweighted },
        message: `分值合计为${total}，应为100${without}。`,
        remedy: "请调整各指标的分值。",
      };
    }),
});
