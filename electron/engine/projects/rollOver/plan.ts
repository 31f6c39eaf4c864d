import type { RollOverChoices, RollOverLine, YearMention } from "#shared/api/rollOver.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { fundingAmount } from "#shared/budget/funding.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { addCents, type Cents, cents, multiplyToCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { type IsoDate, isIsoDate, isoDate, yearOf } from "#shared/kernel/dates.ts";
import { type Decimal, decimal, multiplyDecimals, roundScaled, toScaled } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ProjectRows } from "./projectRows.ts";
import { movedText, yearMentions, yearTexts } from "./yearMentions.ts";

export type RollOverPlan = Readonly<{
  rows: ProjectRows;
  lines: readonly RollOverLine[];
  years: readonly YearMention[];
}>;

type Planning = Readonly<{
  choices: RollOverChoices;
  template: Template;
  /** Makes the ids of the new rows. */
  newId: () => Id;
}>;

/** The project of the next year as it would be written. Pure but for the ids. */
export function planRollOver(old: ProjectRows, { choices, template, newId }: Planning): RollOverPlan {
  const { project } = old;
  const fiscalYear = project.fiscalYear + 1;
  const years = yearMentions(yearTexts(old), project.fiscalYear, choices.years);
  const moved = (key: string, text: string): string => movedText(key, text, years);
  const lines = old.lines.map((line) => plannedLine(line, choices));
  const taken = lines.filter(({ take }) => take);
  const id = newId();
  const lineIds = new Map(taken.map((line) => [line.id, newId()]));
  const newLines = old.lines.flatMap((line): readonly Row<"budgetLine">[] => {
    const planned = taken.find((candidate) => candidate.id === line.id);
    const lineId = lineIds.get(line.id);
    if (planned === undefined || lineId === undefined) return [];
    const texts = { name: moved(`line ${line.id}`, line.name), basis: moved(`basis ${line.id}`, line.basis) };
    return [{ ...line, ...planned.after, ...texts, id: lineId, projectId: id }];
  });
  const lineOf = (budgetLineId: Id | null): Id | null =>
    budgetLineId === null ? null : (lineIds.get(budgetLineId) ?? null);
  const headings = template.narrative.headings.filter(
    ({ heading }) => !old.sections.some((section) => section.heading === heading),
  );
  const rows: ProjectRows = {
    project: {
      ...project,
      ...formFields(project, template),
      ...datesOf(project),
      id,
      code: choices.code ?? nextCode(project),
      name: choices.name ?? moved("name", project.name),
      fiscalYear,
      overallGoal: moved("overallGoal", project.overallGoal),
      annualGoal: moved("annualGoal", project.annualGoal),
      previousProjectId: project.id,
    },
    sections: [
      ...old.sections.map((section) => ({
        ...section,
        id: newId(),
        projectId: id,
        body: moved(`body ${section.id}`, section.body),
      })),
      ...headings.map(({ heading }, index) => ({
        id: newId(),
        projectId: id,
        seq: old.sections.length + index + 1,
        heading,
        body: "",
      })),
    ],
    policies: old.policies.map((policy) => ({ ...policy, id: newId(), projectId: id })),
    funding: fundingRows(old, newLines, choices.carryOverCents, { projectId: id, newId }),
    lines: newLines.map((line, index) => ({ ...line, seq: index + 1 })),
    indicators: old.indicators.map((row) => ({
      ...row,
      id: newId(),
      projectId: id,
      name: moved(`indicator ${row.id}`, row.name),
      valueText: moved(`value ${row.id}`, row.valueText),
      budgetLineId: lineOf(row.budgetLineId),
    })),
    needs: old.needs.map((row) => ({
      ...row,
      id: newId(),
      projectId: id,
      budgetLineId: lineOf(row.budgetLineId),
    })),
  };
  return { rows, lines, years };
}

/** SQZL-2022 becomes SQZL-2023; a code without its year gets the new one. */
export function nextCode({ code, fiscalYear }: Pick<Row<"project">, "code" | "fiscalYear">): string {
  const [year, next] = [String(fiscalYear), String(fiscalYear + 1)];
  return code.includes(year) ? code.replace(year, next) : `${code}-${next}`;
}

/** A project of several years keeps its days; one of a year moves on with it, and one that came to its end begins anew. */
function datesOf({ startDate, endDate, fiscalYear }: Row<"project">) {
  if (endDate !== null && yearOf(endDate) > fiscalYear) return { startDate, endDate };
  if (startDate !== null && yearOf(startDate) < fiscalYear)
    return { startDate: isoDate(`${fiscalYear + 1}-01-01`), endDate: yearLater(endDate) };
  return { startDate: yearLater(startDate), endDate: yearLater(endDate) };
}

export const isOfSeveralYears = ({ endDate, fiscalYear }: Row<"project">): boolean =>
  endDate !== null && yearOf(endDate) > fiscalYear;

function yearLater(date: IsoDate | null): IsoDate | null {
  if (date === null) return null;
  const next = `${yearOf(date) + 1}${date.slice(4)}`;
  return isoDate(isIsoDate(next) ? next : `${next.slice(0, 8)}28`);
}

const natures = ["一次性项目", "阶段性项目", "经常性项目"];

/** The 2026 form calls 项目性质 what the form before called 项目类别. */
function formFields({ nature, category, template: before }: Row<"project">, template: Template) {
  const hasNature = template.targets.head.flat().some(({ field }) => field === "nature");
  const isMoved = template.id !== before && hasNature && nature === "" && natures.includes(category);
  return { template: template.id, ...(isMoved ? { nature: category, category: "" } : {}) };
}

function plannedLine(line: Row<"budgetLine">, { lines, percent }: RollOverChoices): RollOverLine {
  const { id, name, unitName, quantity, unitPrice, periods, amountCents } = line;
  const before = { quantity, unitPrice, periods, amountCents };
  const byHand = lines.find((choice) => choice.id === id);
  if (byHand !== undefined) {
    const after = {
      quantity: byHand.quantity,
      unitPrice: byHand.unitPrice,
      periods: byHand.periods,
      amountCents: byHand.amountCents,
    };
    return { id, name, unitName, take: byHand.take, before, after: withAmount(after) };
  }
  const factor = factorOf(percent);
  const after = {
    ...before,
    unitPrice: unitPrice === null ? null : rounded(multiplyDecimals(unitPrice, factor)),
    amountCents: multiplyToCents(decimal(String(amountCents / 100)), factor),
  };
  return {
    id,
    name,
    unitName,
    take: true,
    before,
    after: Number(percent) === 0 ? before : withAmount(after),
  };
}

const withAmount = (figures: RollOverLine["after"]): RollOverLine["after"] => ({
  ...figures,
  amountCents: calculatedAmount(figures) ?? figures.amountCents,
});

/** 1.03 for 3, exactly. */
const factorOf = (percent: string): Decimal =>
  decimal(String(Number((1 + Number(percent) / 100).toFixed(6))));

/** To 分, as prices are written. */
const rounded = (value: Decimal): Decimal => {
  const units = roundScaled(toScaled(value), 2);
  return decimal(String(Number(units) / 100));
};

/** 年度资金申请总额 is what the lines come to: what is taken over of last year need not be appropriated. */
function fundingRows(
  { project, funding }: ProjectRows,
  lines: readonly Row<"budgetLine">[],
  carryOver: Cents,
  { projectId, newId }: Readonly<{ projectId: Id; newId: () => Id }>,
): readonly Row<"fundingSource">[] {
  const other = fundingAmount(funding, "annual", "other") ?? zeroCents;
  const sum = sumCents(lines.map(({ amountCents }) => amountCents));
  const current = cents(Math.max(0, sum - carryOver - other));
  const annual = [
    ["annual", "sum", addCents(current, carryOver, other)],
    ["annual", "currentAppropriation", current],
    ["annual", "carryOver", carryOver],
    ["annual", "other", other],
  ] as const;
  const total = isOfSeveralYears(project)
    ? funding
        .filter(({ scope }) => scope === "total")
        .map(({ scope, kind, amountCents }) => [scope, kind, amountCents] as const)
    : ([
        ["total", "sum", addCents(current, carryOver, other)],
        ["total", "fiscal", addCents(current, carryOver)],
        ["total", "other", other],
      ] as const);
  return [...total, ...annual].map(([scope, kind, amountCents]) => ({
    id: newId(),
    projectId,
    scope,
    kind,
    amountCents,
  }));
}
