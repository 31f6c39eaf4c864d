import type { BudgetLine, Project } from "../../model/project.ts";
import { listedItems, paidItems } from "../../text/components.ts";
import { isAlike } from "../../text/likeness.ts";
import { sectionOf } from "../../text/paper.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofLine, ofProject } from "../words.ts";

export const perf07Components = defineRule({
  id: "PERF-07",
  name: "说明与预算构成不一致",
  area: "绩效",
  severity: "warn",
  description: "“项目概述”列出的支出内容、“实施方案”写明支付办法的支出内容与预算明细，有一处有、另一处没有。",
  basis: "预算编制要求：情况说明、预算明细应当相互印证",
  reads: ["narrativeSection", "budgetLine"],
  params: {},
  check: (facts, _params, { projects }) => projects.flatMap((project) => compare(facts, project)),
});

function compare(facts: Facts, project: Project): readonly Hit[] {
  const narrative = facts.texts.narrativeOf(project);
  const lines = facts.budget.linesOf(project.id);
  const listed = listedItems(sectionOf(narrative, "项目概述"));
  const paid = paidItems(sectionOf(narrative, "实施方案"));
  const isListed = (name: string) => listed.some((item) => isAlike(item, name));
  const lineOf = (name: string): BudgetLine | undefined => lines.find((line) => isAlike(line.name, name));
  const notInLines = lines.length === 0 ? [] : listed.filter((item) => lineOf(item) === undefined);
  const notListed = listed.length === 0 ? [] : lines.filter(({ name }) => !isListed(name));
  // What is paid by a line that is missing in the list was said of the line.
  const onlyPaid =
    listed.length === 0 ? [] : paid.filter((item) => !isListed(item) && lineOf(item) === undefined);
  return [
    ...notListed.map((line) => ({
      subjects: [ofLine(line), ofProject(project)],
      figures: { name: line.name },
      message: `“${line.name}”在预算明细${paid.some((item) => isAlike(item, line.name)) ? "和“实施方案”" : ""}中有，“项目概述”的支出内容里没有。`,
      remedy: "请在“项目概述”中补上，或核对预算明细。",
    })),
    ...[...new Set([...notInLines, ...onlyPaid])].map((item) => ({
      subjects: [ofProject(project)],
      figures: { name: item },
      message: `“${item}”在说明中出现，${onlyPaid.includes(item) ? "“项目概述”和预算明细" : "预算明细"}无此项。`,
      remedy: "请在预算明细中增加，或从说明中删去；名称不同的请统一。",
      aspect: item,
    })),
  ];
}
