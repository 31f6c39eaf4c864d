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

/** Ways of paying that go for everything of a kind. */
const kinds = /月租|经费/;

/** Whether the plan says of a thing itself, or of its kind, how it is paid or bought. */
const isPaid = (item: string, paid: readonly string[], plan: string): boolean => {
  const kind = kinds.exec(item)?.[0];
  const isOfKind = (other: string): boolean => kind !== undefined && other.includes(kind);
  const goods = /用品|工作服|服装|器材|设备/.exec(item)?.[0];
  // 装备 and 用品 are alike, but a rule for the one says nothing of the other.
  if (goods !== undefined) return plan.includes(goods);
  return paid.some((other) => isOfKind(other) || isAlike(item, other));
};

function compare(facts: Facts, project: Project): readonly Hit[] {
  const narrative = facts.texts.narrativeOf(project);
  const lines = facts.budget.linesOf(project.id);
  const listed = listedItems(sectionOf(narrative, "项目概述"));
  const plan = sectionOf(narrative, "实施方案");
  const paid = paidItems(plan);
  const isListed = (name: string) => listed.some((item) => isAlike(item, name));
  const lineOf = (name: string): BudgetLine | undefined => lines.find((line) => isAlike(line.name, name));
  const notInLines = lines.length === 0 ? [] : listed.filter((item) => lineOf(item) === undefined);
  const notListed = listed.length === 0 ? [] : lines.filter(({ name }) => !isListed(name));
  // What is paid by a line that is missing in the list was said of the line.
  const onlyPaid =
    listed.length === 0 ? [] : paid.filter((item) => !isListed(item) && lineOf(item) === undefined);
  // A plan that goes through the parts one by one should leave none out.
  const goesThrough = paid.length > 1;
  const unpaid = listed.filter(
    (item) => goesThrough && !notInLines.includes(item) && !isPaid(item, paid, plan),
  );
  return [
    ...unpaid.map((item) => ({
      subjects: [ofProject(project)],
      severity: "hint" as const,
      figures: { name: item },
      message: `“项目概述”列出“${item}”，“实施方案”没有写它怎样支付。`,
      remedy: "请在“实施方案”中写明支付办法，或确认已包含在其他各项之内。",
      texts: [{ paper: "情况说明", place: "项目概述", text: item }],
      aspect: `unpaid|${item}`,
    })),
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
