import { addCents, type Cents, formatYuan, subtractCents } from "../../kernel/cents.ts";
import { formatDateText, formatPeriodText, type IsoDate } from "../../kernel/dates.ts";
import type { InstalmentStatus } from "../../schedule/status.ts";
import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import type { ScheduleColumn, ScheduleTemplate, Template } from "../templates/template.ts";
import { amount, dateOrEmpty, text } from "../values.ts";
import {
  a4,
  cell,
  emptyCell,
  fill,
  headingRow,
  signatureRow,
  sumOf,
  tableRow,
  textCell,
  titleRows,
} from "./cells.ts";
import { type CheckLine, checkStyle, checkText } from "./checkLine.ts";
import { columnHeadings } from "./columnHeadings.ts";

export type ScheduleInstalment = Readonly<{
  label: string;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
  amountCents: Cents;
  deductionCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  status: InstalmentStatus;
  findings: readonly CheckLine[];
}>;

export type ScheduleContract = Readonly<{
  contractNo: string;
  name: string;
  vendorName: string;
  /** With supplements; null for a contract without a sum. */
  totalCents: Cents | null;
  instalments: readonly ScheduleInstalment[];
  /** What was found about the contract as a whole. */
  findings: readonly CheckLine[];
}>;

export type ScheduleSheet = Readonly<{
  project: Readonly<{ name: string; code: string; fiscalYear: number }>;
  implementingName: string;
  asOf: IsoDate;
  contracts: readonly ScheduleContract[];
  /** What was found about payments and invoices outside these instalments. */
  otherFindings: readonly CheckLine[];
}>;

const statusNames: Readonly<Record<InstalmentStatus, string>> = {
  notDue: "未到期",
  dueSoon: "即将到期",
  due: "可支付",
  overdue: "已逾期",
  partlyPaid: "部分支付",
  paid: "已付清",
  blocked: "待验收",
};

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
  const subtotals: { row: number; contract: ScheduleContract }[] = [];
  for (const contract of sheet.contracts) {
    rows.push(...contractHead(contract, columns.length));
    const first = rows.length;
    rows.push(...instalmentRows(contract, columns));
    subtotals.push({ row: rows.length, contract });
    rows.push(
      sumRow("小计", columns, (column, at) =>
        sumOf(
          at,
          contract.instalments.map((instalment, index) => ({
            row: first + index,
            cents: amountOf(column, instalment),
          })),
        ),
      ),
    );
  }
  if (sheet.contracts.length === 0) {
    rows.push(tableRow([textCell("（没有合同）", "centred", { colSpan: columns.length })]));
  }
  rows.push(
    sumRow("合计", columns, (column, at) =>
      sumOf(
        at,
        subtotals.map(({ row, contract }) => ({
          row,
          cents: addCents(...contract.instalments.map((instalment) => amountOf(column, instalment))),
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

function contractHead(contract: ScheduleContract, width: number): readonly FormRow[] {
  const total = contract.totalCents === null ? "未约定（据实支付）" : formatYuan(contract.totalCents);
  const about = [
    `合同 ${contract.contractNo}`,
    contract.name,
    `乙方：${contract.vendorName}`,
    `合同金额：${total}`,
  ];
  return [
    headingRow([textCell(about.join("　　"), "group", { colSpan: width })]),
    ...contract.findings.map((finding) => ({
      ...tableRow([textCell(checkText([finding]), checkStyle([finding]), { colSpan: width })]),
      keepWithNext: true,
    })),
  ];
}

const instalmentRows = (
  { instalments }: ScheduleContract,
  columns: ScheduleTemplate["columns"],
): readonly FormRow[] =>
  instalments.length === 0
    ? [tableRow([textCell("（没有付款期次）", "centred", { colSpan: columns.length })])]
    : instalments.map((instalment) => instalmentRow(instalment, columns));

const instalmentRow = (instalment: ScheduleInstalment, columns: ScheduleTemplate["columns"]): FormRow =>
  tableRow(
    columns.map(({ key }) => cell(instalmentValue(key, instalment), instalmentStyle(key, instalment))),
  );

function instalmentValue(column: ScheduleColumn, instalment: ScheduleInstalment): FormValue {
  if (isSumColumn(column)) return amount(amountOf(column, instalment));
  switch (column) {
    case "label":
      return text(instalment.label);
    case "period":
      return text(formatPeriodText(instalment.periodFrom, instalment.periodTo));
    case "earliestDate":
    case "dueDate":
      return dateOrEmpty(instalment[column]);
    case "status":
      return text(statusNames[instalment.status]);
    case "findings":
      return text(checkText(instalment.findings) || (instalment.paidCents === 0 ? "" : "无问题"));
  }
}

function instalmentStyle(column: ScheduleColumn, { status, findings }: ScheduleInstalment): CellStyle {
  if (isSumColumn(column)) return "amount";
  if (column === "findings") return checkStyle(findings);
  return column === "status" && status === "overdue" ? "blockedCentred" : "centred";
}

function amountOf(column: SumColumn, instalment: ScheduleInstalment): Cents {
  switch (column) {
    case "amount":
      return instalment.amountCents;
    case "deduction":
      return instalment.deductionCents;
    case "invoiced":
      return instalment.invoicedCents;
    case "paid":
      return instalment.paidCents;
    case "remaining":
      return subtractCents(
        subtractCents(instalment.amountCents, instalment.deductionCents),
        instalment.paidCents,
      );
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
