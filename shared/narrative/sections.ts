import { formatDateText } from "../kernel/dates.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { paperDay } from "../rules/performance/textFacts.ts";
import { calledProject, type Draft } from "./draft.ts";

const sure = (text: string, from: string): Draft => ({ text, from: [from], doubts: [] });

const linesOf = (facts: Facts, project: Project): readonly BudgetLine[] =>
  facts.budget.linesOf(project.id).toSorted((a, b) => a.seq - b.seq);

/** 项目概述: what the money goes to. */
export function componentsOf(facts: Facts, project: Project): Draft | undefined {
  const names = linesOf(facts, project).map(({ name }) => name.trim());
  return names.length === 0
    ? undefined
    : sure(`${calledProject(project.name)}的支出内容包括${names.join("、")}。`, "预算明细");
}

/** 立项依据: the documents, and what each says of the project where that was put down. */
export function policiesText(facts: Facts, project: Project): Draft | undefined {
  const policies = facts.texts.policiesOf(project.id);
  if (policies.length === 0) return undefined;
  const named = policies.map(({ title, documentNo, content }) => ({
    title: `${/《/.test(title) ? title.trim() : `《${title.trim()}》`}${documentNo.trim() === "" ? "" : `（${documentNo.trim()}）`}`,
    content: content.trim().replace(/。$/, ""),
  }));
  const isPlain = named.every(({ content }) => content === "");
  return sure(
    isPlain
      ? `${named.map(({ title }) => title).join("、")}。`
      : named
          .map(
            ({ title, content }, index) => `${index + 1}.${title}${content === "" ? "" : `：${content}`}。`,
          )
          .join("\n"),
    "立项依据",
  );
}

/** 实施主体, by the name in force when the project begins. */
export function responsibleText(facts: Facts, project: Project): Draft | undefined {
  const { implementingUnitId } = project;
  const unit =
    implementingUnitId === null ? "" : facts.ownUnits.nameOn(implementingUnitId, paperDay(project));
  return unit === ""
    ? undefined
    : sure(`${calledProject(project.name)}经费具体由${unit}负责实施。`, "基本信息");
}

/** How each mode of paying is put, with a contract and without. */
const ways: Readonly<Record<BudgetLine["payMode"], Readonly<{ contract: string; none: string }>>> = {
  quarterly: { contract: "依据合同价格按季度支付", none: "按季度支付" },
  monthly: { contract: "根据合同约定按月支付", none: "按月支付" },
  oneOff: { contract: "按照合同约定一次性支付", none: "按规定一次性支付" },
  asNeeded: { contract: "按照合同约定据实支付", none: "按实际工作需要据实支付" },
};

/** 实施方案, as far as money goes: how each line is paid. */
export function waysOfPaying(facts: Facts, project: Project): Draft | undefined {
  const lines = linesOf(facts, project);
  if (lines.length === 0) return undefined;
  const contracted = new Set(facts.contracts.map(({ row }) => row.budgetLineId));
  const clauses = lines.map(
    ({ id, name, payMode }) => `${name.trim()}${ways[payMode][contracted.has(id) ? "contract" : "none"]}`,
  );
  return {
    text: `${clauses.join("，")}。`,
    from: ["预算明细", "合同"],
    doubts: ["只写了怎样支付。实施阶段和内容账本里没有，可以接在原文后面，或自己补写。"],
  };
}

/** 实施周期. */
export const termText = (_facts: Facts, { startDate, endDate }: Project): Draft | undefined =>
  startDate === null || endDate === null || endDate < startDate
    ? undefined
    : sure(`${formatDateText(startDate)}至${formatDateText(endDate)}。`, "基本信息");

/** 绩效目标: the year's goal, and how many indicators measure it. */
export function goalsOf(facts: Facts, project: Project): Draft | undefined {
  const goal = project.annualGoal.trim();
  if (goal === "") return undefined;
  const indicators = facts.texts.indicatorsOf(project.id);
  const levels = [...new Set(indicators.map(({ level1 }) => level1))].map(
    (level) => `${level}${indicators.filter(({ level1 }) => level1 === level).length}项`,
  );
  const counted =
    indicators.length === 0
      ? ""
      : `\n本年度设绩效指标${indicators.length}项，其中${levels.join("、")}，详见项目绩效目标申报表。`;
  return {
    text: `${goal}${counted}`,
    from: ["绩效目标", ...(counted === "" ? [] : ["绩效指标"])],
    doubts: [],
  };
}
