import { cellText } from "../excel/cellValues.ts";
import type { PlainRow } from "../excel/plainCell.ts";
import type { SheetRows, SheetTitle } from "./collectedSheet.ts";
import { controlTotals } from "./controlTotals.ts";
import type { RowDraft } from "./invoiceDraft.ts";
import type { Header } from "./matchHeader.ts";
import type { HeldTotal, ImportIssue } from "./preview.ts";
import { type Refusal, type RowRead, readRow } from "./readRow.ts";
import { rememberedReaders } from "./remembered.ts";
import { cellOf, issueAt, type SheetContext } from "./sheetContext.ts";
import {
  addDouble,
  addLine,
  addUnclear,
  appended,
  type Group,
  hasLine,
  isAgain,
  startGroup,
} from "./sheetGroups.ts";
import { sheetKind } from "./sheetSource.ts";

export type Reading = Readonly<{ take: (row: PlainRow) => void; end: () => SheetRows }>;

/** Cells of refused rows that are kept: a list of nothing but wrong rows must not fill the memory. */
const mostCells = 1_000_000;

type TotalRow = Extract<RowRead, { kind: "total" }>;

/** Reads the rows below a known header: groups them by invoice number and holds them against the 合计 rows. */
export function startReading(title: SheetTitle, header: Header): Reading {
  const kind = sheetKind(header);
  const context: SheetContext = {
    ...title,
    header,
    kind: kind === "lines" ? "lines" : "invoices",
    remembered: rememberedReaders(title.date1904),
  };
  const groups = new Map<string, Group>();
  const refusals: Refusal[] = [];
  const issues: ImportIssue[] = [];
  const wrongTotals: ImportIssue[] = [];
  const held: HeldTotal[] = [];
  const totals = controlTotals();
  const isOfficial = header.at.taxCategoryCode !== undefined;
  // Without quantity and price a row may as well be the whole invoice once more, under another project.
  const hasAmounts = isOfficial || header.at.quantity !== undefined || header.at.unitPrice !== undefined;
  let [dataRows, hiddenRows] = [0, 0];
  let last: Group | undefined;
  // A row of bare amounts is a total when nothing follows it, else a row that lost its number.
  let bareRows: TotalRow[] = [];

  let keptCells = 0;

  function refuse(refusal: Refusal): void {
    dataRows += 1;
    keptCells += refusal.cells.length;
    refusals.push(keptCells > mostCells ? { ...refusal, cells: [] } : refusal);
    totals.add(refusal.amounts);
  }

  /** Rows that lost their number may be lines of the invoice above, which then is not whole. */
  function refuseBare(): void {
    for (const { refusal } of bareRows) {
      refuse(refusal);
      if (context.kind === "lines" && last !== undefined) last.brokenBy ??= refusal.rowNo;
    }
    bareRows = [];
  }

  /** A row of lines without any number may be a line of the invoice above. */
  function breakLast(row: PlainRow): void {
    const isBare = (["digitalNumber", "paperNumber", "code"] as const).every(
      (field) => cellText(cellOf(context, row, field)) === "",
    );
    if (isBare && context.kind === "lines" && last !== undefined) last.brokenBy ??= row.rowNo;
  }

  function addRow(draft: RowDraft): void {
    dataRows += 1;
    totals.add(draft.amounts);
    const group = groups.get(draft.number);
    last = group ?? startGroup(draft);
    if (group === undefined) groups.set(draft.number, last);
    // In a list made by hand the same line twice is a slip; in the tax bureau's an invoice may have two alike.
    else if (context.kind === "lines" && !hasAmounts && isAgain(group, draft)) addUnclear(group, draft);
    else if (context.kind === "lines" && (isOfficial || !hasLine(group, draft))) addLine(group, draft);
    else if (context.kind === "lines") group.rowNos = appended(group.rowNos, draft.rowNo);
    else addDouble(group, draft);
  }

  function checkTotal({ amounts, refusal }: TotalRow): void {
    const result = totals.check(amounts);
    for (const { label, stated, read } of result.sums) {
      const met = result.kind === "unknown" ? null : Math.abs(stated - read) <= 1;
      const at = { sheet: title.name, row: refusal.rowNo, column: label };
      held.push({ ...at, statedCents: stated, readCents: read, met });
    }
    const issue = (severity: "block" | "warn", message: string): ImportIssue =>
      issueAt(context, refusal.rowNo, "gross", { ruleId: "INV-13", severity, message });
    if (result.kind === "different") wrongTotals.push(issue("block", result.message));
    if (result.kind === "unknown") issues.push(issue("warn", "有的行金额无法识别，“合计”行没有核对。"));
  }

  function take(row: PlainRow): void {
    const read = readRow(context, row);
    if (read.kind === "none") return;
    if (read.kind === "total" && !read.named) {
      bareRows.push(read);
      return;
    }
    refuseBare();
    if (row.hidden && read.kind !== "total") hiddenRows += 1;
    if (read.kind === "total") checkTotal(read);
    else if (read.kind === "refused") {
      refuse(read.refusal);
      breakLast(row);
    } else {
      issues.push(...read.issues);
      addRow(read.draft);
    }
  }

  return {
    take,
    end: () => {
      for (const bare of bareRows) checkTotal(bare);
      for (const { number, rowNo } of refusals) {
        const group = number === undefined ? undefined : groups.get(number);
        if (group !== undefined) group.brokenBy ??= rowNo;
      }
      return { dataRows, groups, refusals, issues, wrongTotals, totals: held, hiddenRows };
    },
  };
}
