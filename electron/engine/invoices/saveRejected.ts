import { cellFixer } from "#shared/invoices/cellFixer.ts";
import type { CellFix } from "#shared/invoices/said.ts";
import type { VisitSheet } from "../excel/readSheets.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { readListRows, replay } from "./listRows.ts";
import type { PreparedImport } from "./preparedImport.ts";
import { type Reread, rejectedWorkbook } from "./rejectedWorkbook.ts";
import { sourceKind } from "./sourceKind.ts";

/** Writes the workbook of refused rows, with the cells that were said anew as they were said. */
export async function saveRejected(prepared: PreparedImport, target: string): Promise<void> {
  await writeFileWhole(target, await rejectedWorkbook(prepared.preview, await rereadOf(prepared)));
}

async function rereadOf({ source, kept, ask }: PreparedImport): Promise<Reread> {
  if (kept !== undefined) return async (visit) => replay(kept, withFixes(visit, ask.fixes ?? []));
  const kind = "path" in source ? await sourceKind(source.path) : "text";
  if (kind === "eInvoices") return undefined;
  return (visit) => readListRows(kind, source, withFixes(visit, ask.fixes ?? []), {});
}

const withFixes =
  (visit: VisitSheet, fixes: readonly CellFix[]): VisitSheet =>
  (info) => {
    const { row, end } = visit(info);
    const fixer = cellFixer(fixes.filter(({ sheet }) => sheet === info.name));
    return { row: (read) => row(fixer.row(read)), end };
  };
