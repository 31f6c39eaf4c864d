import type { PlainRow } from "#shared/excel/plainCell.ts";
import type { CollectedSheet } from "#shared/invoices/collectedSheet.ts";
import { collectSheets } from "#shared/invoices/collectSheet.ts";
import type { FileInspection, SheetInspection } from "#shared/invoices/inspection.ts";
import { headerScan } from "#shared/invoices/recognise/sheetHead.ts";
import type { Said } from "#shared/invoices/said.ts";
import { usableSheets, whyUsed } from "#shared/invoices/sheetUse.ts";
import { sourceNameOf } from "#shared/invoices/sourceName.ts";
import type { VisitSheet } from "../excel/readSheets.ts";
import type { ImportContext } from "./importContext.ts";
import type { ListSource } from "./invoiceFile.ts";
import { readListHints } from "./listHints.ts";
import { type KeptList, keyOf, nameOf, readListRows, replay } from "./listRows.ts";
import { eInvoiceSource } from "./readEInvoices.ts";
import { sourceKind } from "./sourceKind.ts";

/**
 * Looks at the beginning of each sheet and says what an import would take for what. Reads no further, however long the
 * list is. Fails with `bad-file` when the file cannot be read.
 */
export async function inspectSource(
  { ledger, signal }: Pick<ImportContext, "ledger" | "signal">,
  source: ListSource,
  said: Said | null = null,
  kept?: KeptList,
): Promise<FileInspection> {
  const kind = "path" in source ? await sourceKind(source.path) : "text";
  const fileName = nameOf(source);
  if (kind === "eInvoices")
    return { kind, fileName, sourceName: said?.source || eInvoiceSource, remembered: null, sheets: [] };
  const hints = await readListHints(ledger);
  const collector = collectSheets({ ...hints, said, headOnly: true });
  const heads = new Map<string, SheetInspection["head"]>();
  const visit = noteHeads(collector.visit, heads);
  if (kept !== undefined && kept.key === (await keyOf(source))) replay(kept, visit);
  else await readListRows(kind, source, visit, { signal });
  const sheets = collector.sheets();
  const used = usableSheets(sheets);
  const known = used.find(({ head }) => head?.remembered !== undefined)?.head?.remembered;
  return {
    kind,
    fileName,
    sourceName: said?.source || sourceNameOf(used),
    remembered:
      known === undefined
        ? null
        : { fingerprint: known.fingerprint, name: known.name, savedAt: known.savedAt },
    sheets: sheets.map((sheet) => inspectionOf(sheet, used, heads.get(sheet.name) ?? [])),
  };
}

function inspectionOf(
  sheet: CollectedSheet,
  used: readonly CollectedSheet[],
  head: SheetInspection["head"],
): SheetInspection {
  return {
    name: sheet.name,
    used: used.includes(sheet),
    why: whyUsed(sheet, used),
    hidden: sheet.hidden === true,
    headerRow: sheet.head?.header.rowNo ?? null,
    headerRows: sheet.head?.headerRows ?? 1,
    head,
    columns: sheet.head?.columns ?? [],
    missing: sheet.head?.missing ?? [],
  };
}

const mostColumns = 60;
const longestCell = 80;

/** Notes the first rows of each sheet as they are written. */
function noteHeads(visit: VisitSheet, heads: Map<string, SheetInspection["head"]>): VisitSheet {
  return (info) => {
    const { row, end } = visit(info);
    const noted: { row: number; cells: readonly string[] }[] = [];
    heads.set(info.name, noted);
    return {
      row: (read) => {
        if (noted.length < headerScan) noted.push({ row: read.rowNo, cells: textsOf(read) });
        return row(read);
      },
      end,
    };
  };
}

const textsOf = ({ cells }: PlainRow): readonly string[] =>
  Array.from(cells.slice(0, mostColumns), (cell) => {
    const text = (cell?.text ?? "").replace(/\s+/g, " ").trim();
    return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
  });
