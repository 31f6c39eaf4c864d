import { type Cents, subtractCents, sumCents, zeroCents } from "../../kernel/cents.ts";
import { formatDateText, type IsoDate } from "../../kernel/dates.ts";
import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import type { ScheduleColumn, ScheduleTemplate, Template } from "../templates/template.ts";
import { amount, dateOrEmpty, empty, text } from "../values.ts";
import {
  a4,
  cell,
  emptyCell,
  fill,
  headingRow,
  keptToNext,
  signatureRow,
  sumOf,
  tableRow,
  textCell,
  titleRows,
} from "./cells.ts";
import { type CheckLine, checkStyle, checkText } from "./checkLine.ts";
import { columnHeadings } from "./columnHeadings.ts";

/** A 付款期次, or payments that belong to none: these have no amount that was planned. */
export type ScheduleLine = Readonly<{
  label: string;
  period: string;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
  planned: Readonly<{ amountCents: Cents; deductionCents: Cents }> | null;
  invoicedCents: Cents;
  paidCents: Cents;
  status: string;
  overdue: boolean;
  findings: readonly CheckLine[];
}>;

/** What is paid under one contract, or under none. */
export type ScheduleGroup = Readonly<{
  /** What the line above the group says: number, name, party, sum. */
  heading: readonly string[];
  lines: readonly ScheduleLine[];
  /** What was found about the group as a whole. */
  findings: readonly CheckLine[];
}>;

export type ScheduleSheet = Readonly<{
  project: Readonly<{ name: string; code: string; fiscalYear: number }>;
  implementingName: string;
  asOf: IsoDate;
  groups: readonly ScheduleGroup[];
  /** What was found about nothing on this sheet. */
  otherFindings: readonly CheckLine[];
}>;

type SumColumn = "amount" | "deduction" | "invoiced" | "paid" | "remaining";
const sumColumns: ReadonlySet<ScheduleColumn> = new Set<SumColumn>([
  "amount",
  "deduction",
  "invoiced",
  "paid",
  "remaining",
]);
const isSumColumn = (column: ScheduleColumn): column is SumColumn => sumColumns.has(column);

/** 付款计划与核对表: contract by contract what is to be paid when, what was paid, and what the check says of it. */
export function buildSchedule(sheet: ScheduleSheet, { id, schedule }: Template): Form {
  const { columns } = schedule;
  const rows: FormRow[] = [
    ...titleRows(schedule.title, fill(schedule.yearLine, { year: sheet.project.fiscalYear }), columns.length),
    aboveTable(sheet, columns.length),
    ...columnHeadings(columns),
  ];
  const lastHeading = rows.length - 1;
  const subtotals: { row: number; group: ScheduleGroup }[] = [];
  for (const group of sheet.groups) {
    rows.push(...groupHead(group, columns.length));
    const first = rows.length;
    rows.push(...keptToNext(groupLines(group, columns)));
    subtotals.push({ row: rows.length, group });
    rows.push(
      sumRow("小计", columns, (column, at) =>
        sumOf(
          at,
          group.lines.map((line, index) => ({
            row: first + index,
            cents: amountOf(column, line) ?? zeroCents,
          })),
        ),
      ),
    );
  }
  if (sheet.groups.length === 0) {
    rows.push(tableRow([textCell("（没有合同）", "centred", { colSpan: columns.length })]));
  }
  rows.push(
    sumRow("合计", columns, (column, at) =>
      sumOf(
        at,
        subtotals.map(({ row, group }) => ({
          row,
          cents: sumCents(group.lines.map((line) => amountOf(column, line) ?? zeroCents)),
        })),
      ),
    ),
    ...otherRows(sheet.otherFindings, columns.length),
    signatureRow(schedule.signatures, columns.length),
  );
  return {
    id: "schedule",
    template: id,
    title: schedule.title,
    page: a4(schedule.orientation, { fromRow: 0, toRow: lastHeading }),
    columns: columns.map(({ width }) => ({ width })),
    rows,
  };
}

function aboveTable({ project, implementingName, asOf }: ScheduleSheet, width: number): FormRow {
  const about = [
    `项目名称：${project.name}（${project.code}）`,
    `实施单位：${implementingName}`,
    `截至：${formatDateText(asOf)}`,
  ];
  return {
    cells: [textCell(about.join("　　"), "note", { colSpan: width - 1 }), textCell("单位：元", "noteRight")],
    minHeight: 20,
    keepWithNext: true,
  };
}

const groupHead = ({ heading, findings }: ScheduleGroup, width: number): readonly FormRow[] => [
  headingRow([textCell(heading.join("　　"), "group", { colSpan: width })]),
  ...findings.map((finding) => ({
    ...tableRow([textCell(checkText([finding]), checkStyle([finding]), { colSpan: width })]),
    keepWithNext: true,
  })),
];

const groupLines = ({ lines }: ScheduleGroup, columns: ScheduleTemplate["columns"]): readonly FormRow[] =>
  lines.length === 0
    ? [tableRow([textCell("（没有付款期次）", "centred", { colSpan: columns.length })])]
    : lines.map((line) =>
        tableRow(columns.map(({ key }) => cell(lineValue(key, line), lineStyle(key, line)))),
      );

function lineValue(column: ScheduleColumn, line: ScheduleLine): FormValue {
  if (isSumColumn(column)) {
    const value = amountOf(column, line);
    return value === null ? empty : amount(value);
  }
  switch (column) {
    case "label":
    case "period":
    case "status":
      return text(line[column]);
    case "earliestDate":
    case "dueDate":
      return dateOrEmpty(line[column]);
    case "findings":
      return text(checkText(line.findings) || (line.planned !== null && line.paidCents > 0 ? "无问题" : ""));
  }
}

function lineStyle(column: ScheduleColumn, { overdue, findings }: ScheduleLine): CellStyle {
  if (isSumColumn(column)) return "amount";
  if (column === "findings") return checkStyle(findings);
  return column === "status" && overdue ? "blockedCentred" : "centred";
}

function amountOf(column: SumColumn, { planned, invoicedCents, paidCents }: ScheduleLine): Cents | null {
  switch (column) {
    case "amount":
      return planned?.amountCents ?? null;
    case "deduction":
      return planned?.deductionCents ?? null;
    case "invoiced":
      return invoicedCents;
    case "paid":
      return paidCents;
    case "remaining":
      return planned === null
        ? null
        : subtractCents(subtractCents(planned.amountCents, planned.deductionCents), paidCents);
  }
}

function sumRow(
  label: string,
  columns: ScheduleTemplate["columns"],
  sum: (column: SumColumn, at: number) => FormValue,
): FormRow {
  const labelSpan = columns.findIndex(({ key }) => isSumColumn(key));
  const cells = columns
    .slice(labelSpan)
    .map(
      ({ key }, index): FormCell =>
        isSumColumn(key) ? cell(sum(key, labelSpan + index), "total") : emptyCell("text"),
    );
  return tableRow([textCell(label, "totalLabel", { colSpan: labelSpan }), ...cells]);
}

const otherRows = (findings: readonly CheckLine[], width: number): readonly FormRow[] =>
  findings.length === 0
    ? []
    : [
        headingRow([textCell("其他核对结果", "group", { colSpan: width })]),
        ...findings.map((finding) =>
          tableRow([textCell(checkText([finding]), checkStyle([finding]), { colSpan: width })]),
        ),
      ];
