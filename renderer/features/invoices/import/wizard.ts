import type { InvoiceField } from "#shared/invoices/headerSynonyms.ts";
import type { FileInspection, SheetInspection } from "#shared/invoices/inspection.ts";
import { type Said, type SaidSheet, saidNothing, saidOf } from "#shared/invoices/said.ts";

/** The way of a list into the ledger. */
export const steps = ["file", "sheets", "columns", "check", "done"] as const;
export type Step = (typeof steps)[number];

export const stepWords: Readonly<Record<Step, string>> = {
  file: "文件",
  sheets: "工作表",
  columns: "列对应",
  check: "核对",
  done: "导入",
};

export const nothingSaid: Said = { source: null, sheets: [] };

/**
 * The sheets whose columns matter: those that are used, and those the officer wants although something is missing. A list
 * that is the only one with a header is wanted without being asked about.
 */
export function wantedSheets({ sheets }: FileInspection, said: Said): readonly SheetInspection[] {
  const wantsOf = (name: string) => saidOf(said, name)?.use ?? null;
  const wanted = sheets.filter(({ name, used }) => used || wantsOf(name) === true);
  if (wanted.length > 0) return wanted;
  const lists = sheets.filter(({ name, headerRow }) => headerRow !== null && wantsOf(name) === null);
  return lists.length === 1 ? lists : [];
}

const isSettled = ({ used, missing, columns }: SheetInspection): boolean =>
  used &&
  missing.length === 0 &&
  columns.every(({ doubt, by }) => doubt === null || by === "said" || by === "remembered");

/** The first step that needs the officer: what is known for sure is passed over. */
export function stepAfterFile(inspection: FileInspection, said: Said): Step {
  if (inspection.kind === "eInvoices") return "check";
  const wanted = wantedSheets(inspection, said);
  if (wanted.length === 0) return "sheets";
  return wanted.every(isSettled) ? "check" : "columns";
}

/** What is still in the way of the check; empty when nothing is. */
export function obstacle(inspection: FileInspection, said: Said): string {
  if (inspection.kind === "eInvoices") return "";
  const wanted = wantedSheets(inspection, said);
  if (wanted.length === 0) return "还没有选定从哪张工作表取发票。";
  const lacking = wanted.find(({ used, missing }) => !used || missing.length > 0);
  if (lacking === undefined) return "";
  const where = wanted.length > 1 ? `工作表“${lacking.name}”` : "";
  return lacking.missing.length > 0
    ? `${where}还缺：${lacking.missing.join("、")}。`
    : `工作表“${lacking.name}”：${lacking.why}`;
}

/** What a step came to, said below its name once it is behind. */
export function stepNote(step: Step, inspection: FileInspection | null, said: Said): string {
  if (inspection === null) return "";
  if (inspection.kind === "eInvoices")
    return step === "file" ? inspection.fileName : step === "check" || step === "done" ? "" : "不需要";
  const wanted = wantedSheets(inspection, said);
  switch (step) {
    case "file":
      return inspection.fileName;
    case "sheets":
      return wanted.map(({ name }) => name).join("、");
    case "columns": {
      const known = wanted.reduce(
        (sum, { columns }) => sum + columns.filter(({ field }) => field !== null).length,
        0,
      );
      return known === 0 ? "" : `已识别 ${known} 列`;
    }
    default:
      return "";
  }
}

const change = (said: Said, name: string, next: Partial<SaidSheet>): Said => ({
  ...said,
  sheets: [
    ...said.sheets.filter((sheet) => sheet.name !== name),
    { ...(saidOf(said, name) ?? saidNothing(name)), ...next },
  ],
});

/** Whether invoices are taken from a sheet. */
export const sayUse = (said: Said, sheet: string, use: boolean): Said => change(said, sheet, { use });

/** Which row is the header; its columns are looked at anew. */
export const sayHeader = (
  said: Said,
  sheet: string,
  header: Readonly<{ headerRow: number; headerRows: 1 | 2 }>,
): Said => change(said, sheet, { ...header, use: true, columns: [] });

/** What a column is. Another column that was taken for the same is that no longer. */
export function sayColumn(
  said: Said,
  sheet: SheetInspection,
  index: number,
  field: InvoiceField | null,
): Said {
  const others = sheet.columns.filter(
    (column) => field !== null && column.field === field && column.index !== index,
  );
  const changed = new Set([index, ...others.map((column) => column.index)]);
  const before = saidOf(said, sheet.name)?.columns ?? [];
  return change(said, sheet.name, {
    columns: [
      ...before.filter((column) => !changed.has(column.index)),
      ...others.map((column) => ({ index: column.index, field: null })),
      { index, field },
    ],
  });
}

/** Something about columns or header was said by hand, and is worth being remembered. */
export const isSaid = ({ sheets }: Said): boolean =>
  sheets.some(({ columns, headerRow }) => columns.length > 0 || headerRow !== null);
