import { parseIndicatorValue } from "../../indicators/value.ts";
import { defineRule } from "../rule.ts";
import { ofBoth } from "./about.ts";

export const perf09Unmeasured = defineRule({
  id: "PERF-09",
  name: "定性无标准",
  area: "绩效",
  severity: "hint",
  description: "定性的指标值（下降、提升、健全等）没有写基期值，也没有写评判标准。",
  basis: "财预〔2021〕101号：定性指标应当可衡量、可评价",
  reads: ["indicator"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) =>
      facts.texts
        .indicatorsOf(project.id)
        .filter(
          ({ valueText, baseValue, evidence }) =>
            parseIndicatorValue(valueText)?.kind === "words" &&
            baseValue.trim() === "" &&
            evidence.trim() === "",
        )
        .map((indicator) => ({
          subjects: ofBoth(project, indicator),
          figures: { value: indicator.valueText },
          message: `“${indicator.name}：${indicator.valueText}”无基期值或评判标准，自评时难以打分。`,
          remedy: "请在指标上填写基期值，或在设定依据中写明怎样算达到。",
        })),
    ),
});
