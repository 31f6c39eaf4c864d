import type { TaxExportOptions } from "./taxExportInvoice.ts";
import { packageParts, type StringTable, sharedXml, sheetXml } from "./taxExportXml.ts";
import { createZipFile } from "./zipFile.ts";

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
export async function writeTaxExport(path: string, options: TaxExportOptions): Promise<void> {
  const sheets = options.sheets ?? ["lines", "invoices"];
  const shared: StringTable | undefined = options.strings === "shared" ? new Map() : undefined;
  const zip = await createZipFile(path);
  try {
    for (const [name, xml] of Object.entries(packageParts(sheets, shared !== undefined))) {
      await zip.add(name, [xml]);
    }
    for (const [index, kind] of sheets.entries()) {
      await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(kind, options, shared));
    }
    if (shared !== undefined) await zip.add("xl/sharedStrings.xml", sharedXml(shared));
  } finally {
    await zip.close();
  }
}
