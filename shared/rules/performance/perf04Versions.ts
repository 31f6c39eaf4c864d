import {
  differenceText,
  type IndicatorDifference,
  indicatorDifferences,
} from "../../indicators/differences.ts";
import type { Indicator, Project } from "../../model/project.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { ofBoth } from "./about.ts";

const mostShown = 5;

export const perf04Versions = defineRule({
  id: "PERF-04",
  name: "两版指标不一致",
  area: "绩效",
  severity: "hint",
  description:
    "账本里的绩效指标与最近一次定稿的或带入的申报表不同：新增、删除、改名、指标值变化；名称被单元格截断的，作警告。",
  basis: "绩效目标一经批复不得随意调整；确需调整的按程序报批",
  reads: ["indicator", "filing", "filingVersion", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) =>
      [...facts.texts.handedInOf(project), ...facts.texts.broughtOf(project)].flatMap((paper) => {
        const now = facts.texts.indicatorsOf(project.id);
        if (paper.indicators === null || now.length === 0) return [];
        const all = indicatorDifferences(paper.indicators, now);
        const cut = all.flatMap((difference) => cutOff(project, paper.name, difference) ?? []);
        const differences = all.filter(({ kind }) => kind !== "cut").map(differenceText);
        if (differences.length === 0) return cut;
        const more = differences.length > mostShown ? `等${differences.length}处` : "";
        const found = {
          subjects: [ofProject(project)],
          figures: { paper: paper.name, differences: differences.join("；") },
          message: `与${paper.name}相比：${differences.slice(0, mostShown).join("；")}${more}。`,
          remedy: "请确认是有意的调整：是，则办理绩效目标调整后重新定稿；不是，则改回。",
          texts: [{ paper: paper.name, place: "绩效指标", text: differences.join("；") }],
          aspect: paper.name,
        };
        return [found, ...cut];
      }),
    ),
});

/** A name that a narrow cell cut off. Where it is the ledger's own, the whole one is known. */
function cutOff(
  project: Project,
  paper: string,
  difference: IndicatorDifference<Indicator>,
): Hit | undefined {
  if (difference.kind !== "cut") return undefined;
  const { before, after } = difference;
  const isOwn = after.name.length < before.name.length;
  const [short, whole] = isOwn ? [after.name, before.name] : [before.name, after.name];
  return {
    subjects: ofBoth(project, after),
    severity: "warn",
    figures: { paper, written: short, expected: whole },
    message: `${isOwn ? "绩效目标申报表" : paper}的指标“${short}”像是被截断，应为“${whole}”。`,
    remedy: isOwn ? "可以一键补全。" : "单元格放不下的名称要折行、加高，不能截断；请以账本打印的为准。",
    texts: [
      { paper, place: "三级指标", text: before.name },
      { paper: "绩效目标申报表", place: "三级指标", text: after.name },
    ],
    aspect: `${paper}|cut`,
    ...(isOwn && {
      mend: { entity: "indicator" as const, id: after.id, field: "name", from: short, to: whole },
    }),
  };
}
