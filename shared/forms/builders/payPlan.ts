import { type Cents, subtractCents, sumCents, zeroCents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { CellStyle, Form, FormRow, FormValue } from "../form.ts";
import type { PayPlanColumn } from "../templates/ledgerSheets.ts";
import { isSummed, type summedColumns } from "../templates/summedColumns.ts";
import type { Template } from "../templates/template.ts";
import { amountOrEmpty, dateOrEmpty, text } from "../values.ts";
import { cell, headingRow, keptToNext, sumOf, tableRow, textCell } from "./cells.ts";
import { type SheetScope, sheetForm, sheetHead, totalsRow, wideRow } from "./ledgerTable.ts";

/** A 付款期次, or payments that belong to none: these have no amount that was planned. */
export type PayPlanLine = Readonly<{
  label: string;
  period: string;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
  planned: Readonly<{ amountCents: Cents; deductionCents: Cents }> | null;
  invoicedCents: Cents;
  paidCents: Cents;
  status: string;
  overdue: boolean;
  /** What it waits for, and by which payments it was paid. */
  note: string;
}>;

/** What is paid under one contract, or under none. */
export type PayPlanGroup = Readonly<{
  /** What the line above the group says: number, name, party, sum. */
  heading: readonly string[];
  lines: readonly PayPlanLine[];
}>;

export type PayPlanSheet = Readonly<{ scope: SheetScope; groups: readonly PayPlanGroup[] }>;

type SumColumn = (typeof summedColumns.payPlan)[number];

/** 付款计划表: contract by contract what is to be paid when, and what of it was paid. */
export function buildPayPlan({ scope, groups }: PayPlanSheet, template: Template): Form {
  const { columns } = template.payPlan;
  const head = sheetHead(template.payPlan, scope);
  const rows: FormRow[] = [...head];
  const subtotals: { row: number; group: PayPlanGroup }[] = [];
  for (const group of groups) {
    rows.push(headingRow([textCell(group.heading.join("　　"), "group", { colSpan: columns.length })]));
    const first = rows.length;
    rows.push(...keptToNext(groupRows(group, columns)));
    subtotals.push({ row: rows.length, group });
    rows.push(
      totalsRow("小计", columns, (column, at) =>
        isSummed("payPlan", column)
          ? sumOf(
              at,
              group.lines.map((line, index) => ({
                row: first + index,
                cents: amountOf(column, line) ?? zeroCents,
              })),
            )
          : undefined,
      ),
    );
  }
  if (groups.length === 0) rows.push(wideRow("（没有合同）", "centred", columns.length));
  rows.push(
    totalsRow("合计", columns, (column, at) =>
      isSummed("payPlan", column)
        ? sumOf(
            at,
            subtotals.map(({ row, group }) => ({
              row,
              cents: sumCents(group.lines.map((line) => amountOf(column, line) ?? zeroCents)),
            })),
          )
        : undefined,
    ),
  );
  return sheetForm("payPlan", template, template.payPlan, rows, head.length);
}

const groupRows = ({ lines }: PayPlanGroup, columns: Template["payPlan"]["columns"]): readonly FormRow[] =>
  lines.length === 0
    ? [wideRow("（没有付款期次）", "centred", columns.length)]
    : lines.map((line) =>
        tableRow(columns.map(({ key }) => cell(lineValue(key, line), lineStyle(key, line)))),
      );

function lineValue(column: PayPlanColumn, line: PayPlanLine): FormValue {
  if (isSummed("payPlan", column)) return amountOrEmpty(amountOf(column, line));
  switch (column) {
    case "label":
    case "period":
    case "status":
    case "note":
      return text(line[column]);
    case "earliestDate":
    case "dueDate":
      return dateOrEmpty(line[column]);
  }
}

function lineStyle(column: PayPlanColumn, { overdue }: PayPlanLine): CellStyle {
  if (isSummed("payPlan", column)) return "amount";
  if (column === "note") return "text";
  return column === "status" && overdue ? "blockedCentred" : "centred";
}

function amountOf(column: SumColumn, { planned, invoicedCents, paidCents }: PayPlanLine): Cents | null {
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
