import { fundingTotal } from "../../budget/funding.ts";
import { governmentCodeOf } from "../../budget/governmentCodes.ts";
import { payModeNames, procurementNames } from "../../budget/words.ts";
import { subtractCents, sumCents } from "../../kernel/cents.ts";
import type { BudgetLine } from "../../model/project.ts";
import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import { sourceOf } from "../source.ts";
import type { BudgetColumn, BudgetTemplate, Template } from "../templates/template.ts";
import { amount, numberOrEmpty, priceOrEmpty, seqValue, text } from "../values.ts";
import {
  a4,
  cell,
  emptyCell,
  fill,
  keptToNext,
  signatureRow,
  sumOf,
  tableRow,
  textCell,
  titleRows,
} from "./cells.ts";
import { columnHeadings } from "./columnHeadings.ts";
import { governmentNote } from "./governmentNote.ts";
import type { ProjectPaper } from "./paper.ts";

/**
 * 项目支出预算明细表: the lines, their totals by economic code, and 年度资金申请总额, which they must come to. It is the budget
 * as filed; what was moved during the year is in the 预算执行情况表, and the sheet says so.
 */
export function buildBudget(paper: ProjectPaper, { id, fonts, budget }: Template): Form {
  const { project } = paper;
  const width = budget.columns.length;
  const lines = [...paper.budgetLines].sort((left, right) => left.seq - right.seq);
  const top: readonly FormRow[] = [
    ...titleRows(budget.title, fill(budget.yearLine, { year: project.fiscalYear }), width),
    aboveTable(paper, width),
    ...columnHeadings(budget.columns),
  ];
  const amountColumn = budget.columns.findIndex(({ key }) => key === "amount");
  const parts = lines.map(({ amountCents }, index) => ({ row: top.length + index, cents: amountCents }));
  const body =
    lines.length === 0
      ? [tableRow([textCell("（未填写预算明细）", "centred", { colSpan: width })])]
      : lines.map((line) => lineRow(line, paper, budget.columns));
  return {
    id: "budget",
    template: id,
    title: budget.title,
    fonts,
    page: a4(budget.orientation, { fromRow: 0, toRow: top.length - 1 }, budget.title),
    columns: budget.columns.map(({ width: columnWidth }) => ({ width: columnWidth })),
    rows: [
      ...top,
      ...keptToNext(body),
      totalRow("合计", sumOf(amountColumn, parts), amountColumn, width),
      ...byCodeRows(lines, paper, top.length, amountColumn, width),
      ...keptToNext(applicationRows(paper, lines, amountColumn, width)),
      ...(paper.isAdjusted === true ? [adjustedNote(width)] : []),
      ...governmentNote(paper, budget.columns),
      signatureRow(budget.signatures, width),
    ],
  };
}

const aboveTable = ({ project, implementingName }: ProjectPaper, width: number): FormRow => ({
  cells: [
    textCell(`项目名称：${project.name}（${project.code}）　　实施单位：${implementingName}`, "note", {
      colSpan: width - 2,
    }),
    textCell("单位：元", "noteRight", { colSpan: 2 }),
  ],
  minHeight: 20,
  keepWithNext: true,
});

const adjustedNote = (width: number): FormRow => ({
  cells: [
    textCell("注：本表为原预算，不含年内调剂；调剂后的预算见预算执行情况表。", "note", { colSpan: width }),
  ],
  minHeight: 20,
  keepWithNext: true,
});

const columnStyles: Readonly<Record<BudgetColumn, CellStyle>> = {
  seq: "centred",
  name: "text",
  economicCode: "centred",
  economicName: "text",
  governmentCode: "centred",
  governmentName: "text",
  payMode: "centred",
  quantity: "amount",
  unitName: "centred",
  unitPrice: "amount",
  periods: "amount",
  amount: "amount",
  basis: "text",
  procurementType: "centred",
  note: "text",
};

const lineRow = (line: BudgetLine, paper: ProjectPaper, columns: BudgetTemplate["columns"]): FormRow =>
  tableRow(
    columns.map(({ key }) => {
      const field = lineFields[key];
      const source = field === undefined ? undefined : sourceOf("budgetLine", line.id, field);
      return cell(lineValue(key, line, paper), columnStyles[key], { source });
    }),
  );

/** The column of the line that each column of the sheet comes from; names of codes come from the code. */
const lineFields: Readonly<Partial<Record<BudgetColumn, keyof BudgetLine>>> = {
  name: "name",
  economicCode: "economicCode",
  economicName: "economicCode",
  payMode: "payMode",
  quantity: "quantity",
  unitName: "unitName",
  unitPrice: "unitPrice",
  periods: "periods",
  amount: "amountCents",
  basis: "basis",
  procurementType: "procurementType",
  note: "note",
};

function lineValue(
  column: BudgetColumn,
  line: BudgetLine,
  { economicNames, unitNature = "agency" }: ProjectPaper,
): FormValue {
  switch (column) {
    case "seq":
      return seqValue(line.seq);
    case "economicName":
      return text(economicNames.get(line.economicCode) ?? "");
    case "governmentCode":
      return text(governmentCodeOf(line.economicCode, unitNature)?.code ?? "");
    case "governmentName":
      return text(governmentCodeOf(line.economicCode, unitNature)?.name ?? "");
    case "payMode":
      return text(payModeNames[line.payMode]);
    case "quantity":
    case "periods":
      return numberOrEmpty(line[column]);
    case "unitPrice":
      return priceOrEmpty(line.unitPrice);
    case "amount":
      return amount(line.amountCents);
    case "procurementType":
      return text(procurementNames[line.procurementType]);
    default:
      return text(line[column].trim());
  }
}

const totalRow = (label: string, total: FormValue, amountColumn: number, width: number): FormRow =>
  tableRow([
    textCell(label, "totalLabel", { colSpan: amountColumn }),
    cell(total, "total"),
    ...afterAmount(emptyCell("text", width - amountColumn - 1), amountColumn, width),
  ]);

/** The cell behind the amount, where there are columns behind it. */
const afterAmount = (behind: FormCell, amountColumn: number, width: number): readonly FormCell[] =>
  width - amountColumn - 1 > 0 ? [behind] : [];

/** One row for each economic code: the lines that are booked under it, wherever they stand. */
function byCodeRows(
  lines: readonly BudgetLine[],
  { economicNames }: ProjectPaper,
  firstRow: number,
  amountColumn: number,
  width: number,
): readonly FormRow[] {
  const codes = [...new Set(lines.map(({ economicCode }) => economicCode))].sort();
  return codes.map((code, index) => {
    const parts = lines.flatMap(({ economicCode, amountCents }, line) =>
      economicCode === code ? [{ row: firstRow + line, cents: amountCents }] : [],
    );
    return tableRow([
      ...codeCells(code === "" ? "未填" : code, economicNames.get(code) ?? "", {
        columns: amountColumn,
        rows: index === 0 ? codes.length : 0,
      }),
      cell(sumOf(amountColumn, parts), "amount"),
      ...afterAmount(emptyCell("text", width - amountColumn - 1), amountColumn, width),
    ]);
  });
}

/** Code and name in the columns before the amount, with a label over all rows (`rows`: 0 below the first) where there is room. */
function codeCells(
  code: string,
  name: string,
  { columns, rows }: Readonly<{ columns: number; rows: number }>,
): readonly FormCell[] {
  if (columns < 4) return [textCell(`${code} ${name}`.trim(), "text", { colSpan: columns })];
  return [
    ...(rows > 0 ? [textCell("按经济分类\n汇总", "label", { colSpan: 2, rowSpan: rows })] : []),
    textCell(code, "centred"),
    textCell(name, "text", { colSpan: columns - 3 }),
  ];
}

/** The amount applied for, and what is lacking where the lines do not come to it. */
function applicationRows(
  { funding }: ProjectPaper,
  lines: readonly BudgetLine[],
  amountColumn: number,
  width: number,
): readonly FormRow[] {
  const applied = fundingTotal(funding, "annual");
  const difference = subtractCents(sumCents(lines.map(({ amountCents }) => amountCents)), applied);
  const row = totalRow("年度资金申请总额", amount(applied), amountColumn, width);
  if (difference === 0) return [row];
  return [
    row,
    tableRow([
      textCell("合计与年度资金申请总额相差", "totalLabel", { colSpan: amountColumn }),
      cell(amount(difference), "blocked"),
      ...afterAmount(
        textCell("两者应当一致", "blocked", { colSpan: width - amountColumn - 1 }),
        amountColumn,
        width,
      ),
    ]),
  ];
}
