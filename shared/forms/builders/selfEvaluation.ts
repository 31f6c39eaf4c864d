import type { Evaluated, ScoredIndicator } from "../../indicators/evaluation.ts";
import { gradeOf } from "../../indicators/score.ts";
import { normaliseIndicatorValue } from "../../indicators/value.ts";
import { decimal } from "../../kernel/decimal.ts";
import type { Indicator, SelfEvaluation } from "../../model/project.ts";
import type { Form, FormRow, FormValue } from "../form.ts";
import { type FieldSource, sourceOf } from "../source.ts";
import type { EvaluationColumn, SelfEvaluationTemplate } from "../templates/performance.ts";
import type { Template } from "../templates/template.ts";
import { numberOrEmpty, priceOrEmpty, text } from "../values.ts";
import {
  a4,
  cell,
  fill,
  keptToNext,
  labelCell,
  signatureRow,
  tableRow,
  textCell,
  titleRows,
} from "./cells.ts";
import { columnHeadings } from "./columnHeadings.ts";
import { fundFigures } from "./fundFigures.ts";
import { groupIndicators } from "./indicatorGroups.ts";
import { asLabels, headingOver, underLabel } from "./monitoring.ts";
import type { ProjectPaper } from "./paper.ts";
import { fundingRows, headRows, printActual, remarkRow, textOrEmpty } from "./performanceParts.ts";

/** 财政项目支出绩效自评表. */
export function buildSelfEvaluation(paper: ProjectPaper, evaluated: Evaluated, template: Template): Form {
  const { id, selfEvaluation: sheet } = template;
  const { columns } = sheet.indicators;
  const width = columns.length + 1;
  const words = { year: paper.project.fiscalYear };
  const of = (field: keyof SelfEvaluation) => sourceOf("evaluation", paper.project.id, field);
  const above = [
    ...titleRows(sheet.title, fill(sheet.yearLine, words), width),
    ...headRows(sheet.head, paper),
  ];
  const before = [
    ...above,
    ...fundingRows(sheet.funding, words, above.length, moneyOf(paper, evaluated), (key) =>
      key === "executed" ? of("executedCents") : undefined,
    ),
    ...goalRows(paper, evaluated, sheet, width),
  ];
  const headings = columnHeadings(columns);
  const lines = indicatorRows(evaluated, template);
  const { execution, problems, measures, labelSpan } = sheet.remarks;
  const spans = [labelSpan, width] as const;
  const { row } = evaluated;
  return {
    id: "selfEvaluation",
    template: id,
    title: sheet.title,
    fonts: template.fonts,
    page: a4(
      sheet.orientation,
      // 总分 stands below the points too.
      headingOver(before.length, headings.length, lines.length + 1),
      sheet.title,
    ),
    columns: [{ width: sheet.indicators.labelWidth }, ...columns.map((column) => ({ width: column.width }))],
    rows: [
      ...before,
      ...underLabel(sheet.indicators.label, [...headings.map(asLabels), ...lines]),
      totalRow(evaluated, sheet),
      ...keptToNext([
        ...remarkRow(execution, row?.executionReason ?? "", spans, of("executionReason")),
        ...remarkRow(problems, row?.problems ?? "", spans, of("problems")),
        ...remarkRow(measures, row?.measures ?? "", spans, of("measures")),
      ]),
      signatureRow(sheet.signatures, width),
    ],
  };
}

export const gradesOf = ({ grades }: SelfEvaluationTemplate) =>
  grades.map(({ label, from }) => ({ label, from: decimal(String(from)) }));

type FundColumn = SelfEvaluationTemplate["funding"]["columns"][number]["key"];
type FundRow = SelfEvaluationTemplate["funding"]["rows"][number]["kind"];

const moneyOf = (paper: ProjectPaper, evaluated: Evaluated) => (key: FundColumn, kind: FundRow) => {
  const { weight, points } = evaluated.execution;
  const { budget, executed, rate } = fundFigures(paper, evaluated, kind);
  switch (key) {
    case "initial":
    case "budget":
      return budget;
    case "executed":
      return executed;
    case "weight":
      return kind === "sum" && weight > 0 ? number(String(weight)) : null;
    case "rate":
      return rate;
    case "score":
      return kind === "sum" && points !== null ? priceOrEmpty(points) : null;
  }
};

const number = (value: string): FormValue => ({ kind: "number", value: decimal(value) });

function goalRows(
  { project }: ProjectPaper,
  { row }: Evaluated,
  { goal }: SelfEvaluationTemplate,
  width: number,
): readonly FormRow[] {
  const rest = width - goal.labelSpan - goal.expectedSpan;
  return [
    {
      ...tableRow([
        labelCell(goal.label, goal.labelSpan, 2),
        labelCell(goal.expected, goal.expectedSpan),
        labelCell(goal.result, rest),
      ]),
      keepWithNext: true,
    },
    {
      cells: [
        textCell(project.annualGoal.trim(), "text", {
          colSpan: goal.expectedSpan,
          source: sourceOf("project", project.id, "annualGoal"),
        }),
        textCell(row?.goalResult.trim() ?? "", "text", {
          colSpan: rest,
          source: sourceOf("evaluation", project.id, "goalResult"),
        }),
      ],
      minHeight: 60,
    },
  ];
}

function indicatorRows({ indicators }: Evaluated, { selfEvaluation, targets }: Template): readonly FormRow[] {
  const { columns } = selfEvaluation.indicators;
  const rest = columns.filter(({ key }) => key !== "level1" && key !== "level2");
  const byId = new Map(indicators.map((one) => [one.indicator.id, one]));
  const rows = groupIndicators(
    indicators.map(({ indicator }) => indicator),
    targets.indicators.levels,
  ).flatMap(({ level1, size, groups }) =>
    groups.flatMap(({ level2, indicators: members }, groupIndex) =>
      members.map((indicator, index) => {
        const one = byId.get(indicator.id);
        return tableRow([
          ...(groupIndex === 0 && index === 0 ? [labelCell(level1, 1, size)] : []),
          ...(index === 0 ? [labelCell(level2, 1, members.length)] : []),
          ...rest.map((column) =>
            cell(
              one === undefined ? text("") : valueIn(column, one, targets),
              column.key === "name" || column.key === "reason" ? "text" : "centred",
              { source: placeOf(column, indicator) },
            ),
          ),
        ]);
      }),
    ),
  );
  return rows.length > 0
    ? rows
    : [tableRow([textCell("（未填写绩效指标）", "centred", { colSpan: columns.length })])];
}

/** The indicator's own name, target and points, or what came of it in the year. */
function placeOf({ key }: EvaluationColumn, { id }: Indicator): FieldSource | undefined {
  switch (key) {
    case "level1":
    case "level2":
      return undefined;
    case "name":
    case "weight":
      return sourceOf("indicator", id, key);
    case "target":
      return sourceOf("indicator", id, "valueText");
    case "actual":
      return sourceOf("actual", id, "valueText");
    case "score":
    case "reason":
      return sourceOf("actual", id, key);
  }
}

function valueIn(
  { key }: EvaluationColumn,
  { indicator, actual, points }: ScoredIndicator,
  { valueStyle }: Template["targets"],
): FormValue {
  switch (key) {
    case "level1":
    case "level2":
    case "name":
      return textOrEmpty(indicator[key]);
    case "target":
      return textOrEmpty(normaliseIndicatorValue(indicator.valueText, valueStyle));
    case "actual":
      // Words whose actual value was not written out are told by what the officer chose.
      return textOrEmpty(printActual(actual?.valueText ?? "", valueStyle) || (actual?.outlook ?? ""));
    case "weight":
      return numberOrEmpty(indicator.weight);
    case "score":
      return priceOrEmpty(points);
    case "reason":
      return textOrEmpty(actual?.reason ?? "");
  }
}

/** 总分 in the columns of the points; the grade stands in the last one. */
function totalRow({ weights, total, unscored }: Evaluated, sheet: SelfEvaluationTemplate): FormRow {
  const { columns } = sheet.indicators;
  const at = Math.max(
    0,
    columns.findIndex(({ key }) => key === "weight"),
  );
  const values = columns.slice(at).map(({ key }) => {
    if (key === "weight") return cell(numberOrEmpty(weights), "centred");
    if (key === "score") return cell(priceOrEmpty(total), "centred");
    const grade =
      unscored > 0 ? `还有 ${unscored} 项没有得分` : `评价等级：${gradeOf(gradesOf(sheet), total)}`;
    return textCell(key === "reason" ? grade : "", "centred");
  });
  return tableRow([labelCell(sheet.total, at + 1), ...values]);
}
