import type { FundKind } from "../../budget/fundUse.ts";
import { hindrancesOf } from "../../indicators/hindrances.ts";
import type { Monitored, MonitoredIndicator } from "../../indicators/monitored.ts";
import { normaliseIndicatorValue } from "../../indicators/value.ts";
import { sumCents } from "../../kernel/cents.ts";
import { monthNumber } from "../../kernel/dates.ts";
import type { Indicator, Monitoring } from "../../model/project.ts";
import type { Form, FormCell, FormRow, Page } from "../form.ts";
import { type FieldSource, sourceOf } from "../source.ts";
import type { MonitoringColumn, MonitoringTemplate } from "../templates/performance.ts";
import type { Template } from "../templates/template.ts";
import { empty } from "../values.ts";
import {
  a4,
  fill,
  headingRow,
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
import type { ProjectPaper } from "./paper.ts";
import { fundingRows, headRows, printActual, remarkRow } from "./performanceParts.ts";

/** 绩效运行监控表 up to the cut-off day of what was monitored. */
export function buildMonitoring(paper: ProjectPaper, monitored: Monitored, template: Template): Form {
  const { id, monitoring, targets } = template;
  const { remarks } = monitoring;
  const { columns } = monitoring.indicators;
  const width = columns.length + 1;
  const spans = [remarks.labelSpan, width] as const;
  const { id: projectId } = paper.project;
  const of = (field: keyof Monitoring) => sourceOf("monitoring", projectId, field);
  const words = { year: paper.project.fiscalYear, month: monthNumber(monitored.cutoff) };
  const above = [
    ...titleRows(monitoring.title, fill(monitoring.yearLine, words), width),
    ...headRows(monitoring.head, paper),
  ];
  const before = [
    ...above,
    ...fundingRows(monitoring.funding, words, above.length, moneyOf(paper, monitored), (key) =>
      key === "expected" ? of("expectedCents") : undefined,
    ),
    tableRow([
      labelCell(monitoring.goal.label, monitoring.goal.labelSpan),
      textCell(paper.project.annualGoal.trim(), "text", {
        colSpan: width - monitoring.goal.labelSpan,
        source: sourceOf("project", projectId, "annualGoal"),
      }),
    ]),
  ];
  const headings = columnHeadings(
    columns.map((column) => ({ ...column, heading: fill(column.heading, words) })),
  );
  const lines = indicatorRows(monitored.indicators, template, (column, one) =>
    valueText(column, one, monitoring, targets),
  );
  return {
    id: "monitoring",
    template: id,
    title: monitoring.title,
    fonts: template.fonts,
    page: a4(
      monitoring.orientation,
      headingOver(before.length, headings.length, lines.length),
      monitoring.title,
    ),
    columns: [
      { width: monitoring.indicators.labelWidth },
      ...columns.map((column) => ({ width: column.width })),
    ],
    rows: [
      ...before,
      ...underLabel(monitoring.indicators.label, [...headings.map(asLabels), ...lines]),
      ...keptToNext([
        ...remarkRow(remarks.problems, monitored.row?.problems ?? "", spans, of("problems")),
        ...remarkRow(remarks.measures, monitored.row?.measures ?? "", spans, of("measures")),
      ]),
      signatureRow(monitoring.signatures, width),
    ],
  };
}

/** The heading stands again on pages that go on with its rows, and not above the remarks under them. */
export const headingOver = (
  fromRow: number,
  headings: number,
  rows: number,
): NonNullable<Page["repeat"]> => ({
  fromRow,
  toRow: fromRow + headings - 1,
  until: fromRow + headings + rows - 1,
});

/** The block's own label stands left of all its rows. */
export function underLabel(label: string, rows: readonly FormRow[]): readonly FormRow[] {
  return rows.map((row, index) =>
    index === 0 ? { ...row, cells: [labelCell(label, 1, rows.length), ...row.cells] } : row,
  );
}

/** Headings inside a paper look like its labels. */
export const asLabels = (row: FormRow): FormRow =>
  headingRow(row.cells.map((one): FormCell => ({ ...one, style: "label" })));

const moneyOf =
  (paper: ProjectPaper, monitored: Monitored) =>
  (key: "initial" | "executed" | "rate" | "expected", kind: "sum" | FundKind) => {
    const { expected } = monitored;
    const { budget, executed, rate } = fundFigures(paper, monitored, kind);
    switch (key) {
      case "initial":
        return budget;
      case "executed":
        return executed;
      case "rate":
        return rate;
      case "expected":
        if (expected === null) return empty;
        return kind === "sum"
          ? sumCents(expected.map((fund) => fund.executedCents))
          : (expected.find((fund) => fund.kind === kind)?.executedCents ?? null);
    }
  };

function indicatorRows(
  monitored: readonly MonitoredIndicator[],
  { monitoring, targets }: Template,
  valueIn: (column: MonitoringColumn, one: MonitoredIndicator) => string,
): readonly FormRow[] {
  const { columns } = monitoring.indicators;
  const rest = columns.filter(({ key }) => key !== "level1" && key !== "level2");
  const byId = new Map(monitored.map((one) => [one.indicator.id, one]));
  const rows = groupIndicators(
    monitored.map(({ indicator }) => indicator),
    targets.indicators.levels,
  ).flatMap(({ level1, size, groups }) =>
    groups.flatMap(({ level2, indicators }, groupIndex) =>
      indicators.map((indicator, index) => {
        const one = byId.get(indicator.id);
        return tableRow([
          ...(groupIndex === 0 && index === 0 ? [labelCell(level1, 1, size)] : []),
          ...(index === 0 ? [labelCell(level2, 1, indicators.length)] : []),
          ...rest.map((column) =>
            textCell(one === undefined ? "" : valueIn(column, one), isLong(column) ? "text" : "centred", {
              source: placeOf(column, indicator),
            }),
          ),
        ]);
      }),
    ),
  );
  return rows.length > 0
    ? rows
    : [tableRow([textCell("（未填写绩效指标）", "centred", { colSpan: columns.length })])];
}

/** The indicator's own name and target, or what came of it by the cut-off day. */
function placeOf({ key }: MonitoringColumn, { id }: Indicator): FieldSource | undefined {
  switch (key) {
    case "level1":
    case "level2":
    // Where a value was taken from comes with the value.
    case "note":
      return undefined;
    case "name":
      return sourceOf("indicator", id, "name");
    case "target":
      return sourceOf("indicator", id, "valueText");
    default:
      return sourceOf("actual", id, actualFields[key]);
  }
}

const actualFields = {
  actual: "valueText",
  expected: "expectedText",
  hindrance: "hindrances",
  reason: "reason",
  outlook: "outlook",
} as const;

const isLong = ({ key }: MonitoringColumn): boolean => key === "name" || key === "reason" || key === "note";

function valueText(
  { key, heading }: MonitoringColumn,
  { indicator, actual }: MonitoredIndicator,
  { hindrances }: MonitoringTemplate,
  { valueStyle }: Template["targets"],
): string {
  switch (key) {
    case "level1":
    case "level2":
      return indicator[key];
    case "name":
      return indicator.name.trim();
    case "target":
      return normaliseIndicatorValue(indicator.valueText, valueStyle);
    case "actual":
      return printActual(actual?.valueText ?? "", valueStyle);
    case "expected":
      return printActual(actual?.expectedText ?? "", valueStyle);
    case "hindrance":
      return hindrances.includes(heading) && hindrancesOf(actual?.hindrancesJson).includes(heading)
        ? "√"
        : "";
    case "reason":
      return actual?.reason.trim() ?? "";
    case "outlook":
      return actual?.outlook ?? "";
    case "note":
      return actual?.source.trim() ?? "";
  }
}
