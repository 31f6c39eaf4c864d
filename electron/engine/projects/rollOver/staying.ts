import type { RollOverItem } from "#shared/api/rollOver.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { isPerPerson } from "#shared/needs/needFigures.ts";
import { isDue, personDue } from "#shared/needs/personDue.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { needSources } from "../../needs/views.ts";
import type { ProjectRows } from "./projectRows.ts";

/** What stays with the old project, and what the officer has to think of in the new year because of it. */
export const stayingItems = (facts: Facts, old: ProjectRows): readonly RollOverItem[] => [
  ...contractItems(facts, old),
  ...adjustedLines(facts, old),
  ...dueItems(facts, old),
  ...writtenAmounts(old),
  ...recordItems(facts, old),
];

const left = (area: string, name: string, before: string, note: string): RollOverItem => ({
  area,
  name,
  kind: "left",
  before,
  after: "",
  note,
});

function contractItems(facts: Facts, { project }: ProjectRows): readonly RollOverItem[] {
  const lastDay = `${project.fiscalYear}-12-31`;
  return facts.contracts
    .filter(({ row }) => row.projectId === project.id)
    .map(({ row }) => {
      const rentals = facts.rows.rental.filter(({ contractId }) => contractId === row.id);
      const rented = rentals.length === 0 ? "" : `（月租：${rentals.map(({ name }) => name).join("、")}）`;
      return left(
        "合同和月租",
        `${row.contractNo} ${row.name}${rented}`,
        `${row.startDate} 至 ${row.endDate}`,
        row.endDate > lastDay ? "继续履行，不复制：仍记在原项目下" : "年内到期：下年需要的请续签",
      );
    });
}

function adjustedLines(facts: Facts, { lines }: ProjectRows): readonly RollOverItem[] {
  return lines
    .filter((line) => facts.budget.allocatedCents(line) !== line.amountCents)
    .map((line) =>
      left(
        "预算调剂",
        line.name,
        `调剂后 ${formatYuan(facts.budget.allocatedCents(line))}`,
        `带入的是原预算 ${formatYuan(line.amountCents)}`,
      ),
    );
}

/** Who is due next year: the quantity is worked out anew from the staff list. */
function dueItems(facts: Facts, { project, needs }: ProjectRows): readonly RollOverItem[] {
  const sources = needSources(facts);
  const fiscalYear = project.fiscalYear + 1;
  const year = { fiscalYear, asOf: isoDate(`${fiscalYear}-01-01`) };
  return needs.filter(isPerPerson).map((need) => {
    const issues = groupBy(sources.issuesOfMatter(need), ({ staffId }) => staffId);
    const people = [...sources.staff.values()].flatMap((person) => {
      const due = personDue(need, person, issues.of(person.id), year);
      return due !== undefined && isDue(due) ? [person] : [];
    });
    return {
      area: "其他需求",
      name: `${need.name}（按人配发）`,
      kind: "wanted",
      before: "",
      after: `${fiscalYear} 年到期 ${people.length} 人`,
      note: "按现在的发放记录；请核对预算明细的数量",
    };
  });
}

/** What belongs to the year that was: it stays where it is, and can be looked up there. */
function recordItems(facts: Facts, { project, lines, indicators }: ProjectRows): readonly RollOverItem[] {
  const { rows, texts } = facts;
  const lineIds = new Set<string>(lines.map(({ id }) => id));
  const actuals = indicators.flatMap(({ id }) => texts.actualsOf(id)).length;
  const unpaid = facts.payments.filter(({ row, isPaid }) => row.projectId === project.id && !isPaid).length;
  const plans = rows.quarterPlan.filter(({ budgetLineId }) => lineIds.has(budgetLineId)).length;
  const names = rows.projectName.filter(({ projectId }) => projectId === project.id);
  const counted = [
    ["绩效完成情况", "各季完成值", actuals, "项", "下年重新填写"],
    ["绩效完成情况", "运行监控", texts.monitoringsOf(project.id).length, "次", "下年重新填写"],
    ["绩效完成情况", "绩效自评", texts.evaluationOf(project.id) === undefined ? 0 : 1, "份", "下年重新填写"],
    ["付款", "还没有付的付款单", unpaid, "笔", "仍在原项目下办理"],
    ["分季用款计划", "预算明细的分季计划", plans, "项", "按下年的预算重新编制"],
    ["带入的材料", "带入的申报材料", texts.broughtOf(project).length, "份", "留在原项目下备查"],
    ["曾用名", names.map(({ name }) => name).join("、"), names.length, "个", "项目再次改名时重新登记"],
  ] as const;
  return counted
    .filter(([, , count]) => count > 0)
    .map(([area, name, count, unit, note]) => left(area, name, `${count} ${unit}`, note));
}

/** Amounts in running text are not changed: nobody but their writer knows what they are of. */
const writtenAmounts = ({ sections }: ProjectRows): readonly RollOverItem[] =>
  sections.flatMap(({ heading, body }) => {
    const amounts = body.match(/\d[\d,]*(?:\.\d+)?\s*(?:万元|元)/g) ?? [];
    return amounts.length === 0
      ? []
      : [left("情况说明", `${heading}中的金额`, amounts.join("、"), "没有改动，请按新的预算核对")];
  });
