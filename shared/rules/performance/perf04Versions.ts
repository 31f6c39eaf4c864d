import { differenceText, indicatorDifferences } from "../../indicators/differences.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";

const mostShown = 5;

export const perf04Versions = defineRule({
  id: "PERF-04",
  name: "两版指标不一致",
  area: "绩效",
  severity: "hint",
  description: "账本里的绩效指标与最近一次定稿的申报表不同：新增、删除、改名、指标值变化。",
  basis: "绩效目标一经批复不得随意调整；确需调整的按程序报批",
  reads: ["indicator", "filing", "filingVersion"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) =>
      facts.texts.handedInOf(project).flatMap((paper) => {
        const now = facts.texts.targetsOf(project).indicators;
        if (paper.indicators === null || now === null) return [];
        const differences = indicatorDifferences(paper.indicators, now).map(differenceText);
        if (differences.length === 0) return [];
        const more = differences.length > mostShown ? `等${differences.length}处` : "";
        return {
          subjects: [ofProject(project)],
          figures: { paper: paper.name, differences: differences.join("；") },
          message: `与${paper.name}相比：${differences.slice(0, mostShown).join("；")}${more}。`,
          remedy: "请确认是有意的调整：是，则办理绩效目标调整后重新定稿；不是，则改回。",
          aspect: paper.name,
        };
      }),
    ),
});
