import { writeZip, type ZipPart } from "../files/writeZip.ts";
import type { TaxExportOptions } from "./taxExportInvoice.ts";
import { packageParts, type StringTable, sharedXml, sheetXml } from "./taxExportXml.ts";

export type {
  TaxExportInvoice,
  TaxExportLine,
  TaxExportOptions,
  TaxExportSheet,
} from "./taxExportInvoice.ts";

/**
 * Writes a workbook in the real shape of the tax bureau's 全量发票查询导出结果: every cell text, 合计 below, a sheet extent
 * that is wrong. Rows are made as they are written, so 100,000 lines do no harm.
 */
export const writeTaxExport = (path: string, options: TaxExportOptions): Promise<void> =>
  writeZip(path, workbookParts(options));

function workbookParts(options: TaxExportOptions): readonly ZipPart[] {
  const sheets = options.sheets ?? ["lines", "invoices"];
  const shared: StringTable | undefined = options.strings === "shared" ? new Map() : undefined;
  return [
    ...Object.entries(packageParts(sheets, shared !== undefined)).map(
      ([name, xml]) => [name, [xml]] as const,
    ),
    ...sheets.map(
      (kind, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(kind, options, shared)] as const,
    ),
    // Behind the sheets, whose making fills it.
    ...(shared === undefined ? [] : [["xl/sharedStrings.xml", sharedXml(shared)] as const]),
  ];
}
