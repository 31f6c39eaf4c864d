import { completionBp } from "../../indicators/completion.ts";
import { formatBp } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofBoth } from "./about.ts";
import { yearEndActual } from "./yearEnd.ts";

export const perf18LowTarget = defineRule({
  id: "PERF-18",
  name: "目标偏低",
  area: "绩效",
  severity: "hint",
  description: "全年实际完成值远高于指标值，目标可能定得偏低。",
  basis: "财预〔2020〕10号：因目标偏低而大幅超额完成的应当扣分；幅度由各单位规定",
  reads: ["indicator", "indicatorActual"],
  params: {
    fromBp: { label: "完成率达到", kind: "bp", default: 13_000, confirmed: false },
  },
  check: (facts, { fromBp }, { projects }) =>
    projects.flatMap((project) =>
      facts.texts.indicatorsOf(project.id).flatMap((indicator) => {
        const actual = yearEndActual(facts, project, indicator);
        const done = actual === undefined ? undefined : completionBp(indicator.valueText, actual.valueText);
        if (done === undefined || done < fromBp) return [];
        return {
          subjects: ofBoth(project, indicator),
          figures: { ratioBp: done, target: indicator.valueText, actual: actual?.valueText ?? "" },
          message: `“${indicator.name}”完成率${formatBp(done)}，目标可能偏低。`,
          remedy: "请说明超额的原因，编制下一年度目标时相应调整。",
        };
      }),
    ),
});
