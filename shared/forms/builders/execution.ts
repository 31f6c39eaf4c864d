import { type Cents, ratioBp, subtractCents, sumCents, zeroCents } from "../../kernel/cents.ts";
import { decimal } from "../../kernel/decimal.ts";
import type { Form, FormCell, FormRow, FormValue } from "../form.ts";
import type { ExecutionColumn, FundColumn } from "../templates/ledgerSheets.ts";
import type { Template } from "../templates/template.ts";
import { amount, amountOrEmpty, empty, seqValue, text } from "../values.ts";
import { cell, headingRow, sumOf, tableRow, textCell } from "./cells.ts";
import { type SheetScope, sheetForm, sheetHead, totalsRow, wideRow } from "./ledgerTable.ts";

/** What was paid in each quarter, the first before the second. */
type Quarters = readonly [Cents, Cents, Cents, Cents];

export type ExecutedLine = Readonly<{
  name: string;
  /** Null for what was paid without a line. */
  originalCents: Cents | null;
  /** With 调剂. */
  allocatedCents: Cents;
  paidByQuarter: Quarters;
}>;

export type FundLine = Readonly<{ name: string; amountCents: Cents; usedCents: Cents; leftCents: Cents }>;

export type ExecutedProject = Readonly<{
  name: string;
  lines: readonly ExecutedLine[];
  funds: readonly FundLine[];
  /** Paid beyond all sources. */
  beyondCents: Cents;
}>;

export type ExecutionSheet = Readonly<{
  scope: SheetScope;
  /** 序时进度 of months that are over, in hundredths of a percent. */
  progressBp: number;
  /** Which month's end that is, for example 6月末序时进度. */
  progressName: string;
  projects: readonly ExecutedProject[];
}>;

const quarterColumns = ["q1", "q2", "q3", "q4"] as const;
type AmountColumn = (typeof quarterColumns)[number] | "original" | "allocated" | "paid" | "unspent";

/** 预算执行情况表: what each line has, what it spent quarter by quarter, and how that stands against the time gone by. */
export function buildExecution(sheet: ExecutionSheet, template: Template): Form {
  const { scope, progressBp, progressName, projects } = sheet;
  const { columns } = template.execution;
  const head = sheetHead(template.execution, scope);
  const rows: FormRow[] = [...head];
  const placed: Placed[] = [];
  for (const project of projects) {
    if (projects.length > 1)
      rows.push(headingRow([textCell(project.name, "group", { colSpan: columns.length })]));
    const first = placed.length;
    for (const line of project.lines) {
      rows.push(lineRow(line, placed.length - first + 1, rows.length, columns, progressBp));
      placed.push({ row: rows.length - 1, line });
    }
    if (project.lines.length === 0) rows.push(wideRow("（没有预算明细）", "centred", columns.length));
    if (projects.length > 1) rows.push(totalRow("小计", placed.slice(first), columns, progressBp));
  }
  if (projects.length === 0) rows.push(wideRow("（没有项目）", "centred", columns.length));
  rows.push({ ...totalRow("合计", placed, columns, progressBp), keepWithNext: true });
  rows.push(...fundRows(projects, template.execution.funding, columns.length, rows.length));
  rows.push(noteRow(progressName, columns.length));
  return sheetForm("execution", template, template.execution, rows, head.length);
}

const noteRow = (progressName: string, width: number): FormRow => ({
  cells: [
    textCell(`注：执行率＝累计支出÷调整后预算；${progressName}按已结束的月份÷12计算。`, "note", {
      colSpan: width,
    }),
  ],
  minHeight: 20,
  keepWithNext: true,
});

/** A line and the row it stands in. */
type Placed = Readonly<{ row: number; line: ExecutedLine }>;
type Columns = Template["execution"]["columns"];

const paidOf = ({ paidByQuarter }: ExecutedLine): Cents => sumCents(paidByQuarter);

function amountOf(column: AmountColumn, line: ExecutedLine): Cents {
  switch (column) {
    case "original":
      return line.originalCents ?? zeroCents;
    case "allocated":
      return line.allocatedCents;
    case "paid":
      return paidOf(line);
    case "unspent":
      return subtractCents(line.allocatedCents, paidOf(line));
    default:
      return line.paidByQuarter[quarterColumns.indexOf(column)] ?? zeroCents;
  }
}

function lineRow(
  line: ExecutedLine,
  seq: number,
  row: number,
  columns: Columns,
  progressBp: number,
): FormRow {
  const cellOf = (column: ExecutionColumn): FormCell => {
    switch (column) {
      case "seq":
        return cell(seqValue(seq), "centred");
      case "name":
        return textCell(line.name, "text");
      case "original":
        return cell(amountOrEmpty(line.originalCents), "amount");
      case "paid":
        return cell(paidValue(line, row, columns), "amount");
      case "rate":
      case "progress":
      case "difference":
        return cell(pace(column, paidOf(line), line.allocatedCents, progressBp), "amount");
      default:
        return cell(amount(amountOf(column, line)), "amount");
    }
  };
  return tableRow(columns.map(({ key }) => cellOf(key)));
}

/** The quarters of the row added up, where the paper shows all four. */
function paidValue(line: ExecutedLine, row: number, columns: Columns): FormValue {
  const places = quarterColumns.map((key) => columns.findIndex((column) => column.key === key));
  if (places.includes(-1)) return amount(paidOf(line));
  return {
    kind: "sum",
    cents: paidOf(line),
    of: places.map((column) => ({ fromRow: row, toRow: row, fromColumn: column, toColumn: column })),
  };
}

/** 执行率, 序时进度, and by how many points the first is ahead of the second; blank where there is no budget. */
function pace(
  column: "rate" | "progress" | "difference",
  paidCents: Cents,
  allocatedCents: Cents,
  progressBp: number,
): FormValue {
  const rateBp = ratioBp(paidCents, allocatedCents);
  if (column === "progress") return { kind: "percent", bp: progressBp };
  if (rateBp === undefined) return empty;
  if (column === "rate") return { kind: "percent", bp: rateBp };
  return { kind: "price", value: decimal(((rateBp - progressBp) / 100).toFixed(2)) };
}

function totalRow(label: string, placed: readonly Placed[], columns: Columns, progressBp: number): FormRow {
  const sum = (column: AmountColumn) => sumCents(placed.map(({ line }) => amountOf(column, line)));
  return totalsRow(label, columns, (column, at) => {
    switch (column) {
      case "seq":
      case "name":
        return undefined;
      case "rate":
      case "progress":
      case "difference":
        return pace(column, sum("paid"), sum("allocated"), progressBp);
      default:
        return sumOf(
          at,
          placed.map(({ row, line }) => ({ row, cents: amountOf(column, line) })),
        );
    }
  });
}

type FundingBlock = Template["execution"]["funding"];

/** Which money it was paid from; together the sources are what was spent. */
function fundRows(
  projects: readonly ExecutedProject[],
  { heading, columns }: FundingBlock,
  width: number,
  firstRow: number,
): readonly FormRow[] {
  const funds = projects.flatMap((project) => fundsOf(project, projects.length > 1));
  if (funds.length === 0) return [];
  const top = [
    headingRow([textCell(heading, "group", { colSpan: width })]),
    headingRow(columns.map(({ heading: name, span }) => textCell(name, "heading", { colSpan: span }))),
  ];
  const from = firstRow + top.length;
  const body = funds.map((fund) =>
    tableRow(columns.map(({ key, span }) => cell(fundValue(key, fund), fundStyle(key), { colSpan: span }))),
  );
  let column = 0;
  const totals = columns.map(({ key, span }): FormCell => {
    const at = column;
    column += span;
    if (key === "source") return textCell("合计", "totalLabel", { colSpan: span });
    if (key === "rate")
      return cell(rateOf(sumFunds(funds, "used"), sumFunds(funds, "amount")), "total", { colSpan: span });
    const parts = funds.map((fund, index) => ({ row: from + index, cents: fund[`${key}Cents`] }));
    return cell(sumOf(at, parts), "total", { colSpan: span });
  });
  return [
    ...top,
    ...body.map((row) => ({ ...row, keepWithNext: true })),
    { ...tableRow(totals), keepWithNext: true },
  ];
}

function fundsOf({ name, funds, beyondCents }: ExecutedProject, isNamed: boolean): readonly FundLine[] {
  const named = (fund: string): string => (isNamed ? `${name}：${fund}` : fund);
  const own = funds.map((fund) => ({ ...fund, name: named(fund.name) }));
  if (beyondCents === 0) return own;
  const beyond = {
    amountCents: zeroCents,
    usedCents: beyondCents,
    leftCents: subtractCents(zeroCents, beyondCents),
  };
  return [...own, { name: named("超出资金来源"), ...beyond }];
}

const sumFunds = (funds: readonly FundLine[], of: "amount" | "used"): Cents =>
  sumCents(funds.map((fund) => fund[`${of}Cents`]));

const fundStyle = (column: FundColumn) => (column === "source" ? "text" : "amount");

function fundValue(column: FundColumn, fund: FundLine): FormValue {
  if (column === "source") return text(fund.name);
  if (column === "rate") return rateOf(fund.usedCents, fund.amountCents);
  return amount(fund[`${column}Cents`]);
}

function rateOf(used: Cents, of: Cents): FormValue {
  const bp = ratioBp(used, of);
  return bp === undefined ? empty : { kind: "percent", bp };
}
