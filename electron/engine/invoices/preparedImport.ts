import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import type { ImportAsk, InvoiceFile, ListSource } from "./invoiceFile.ts";
import type { KeptList } from "./listRows.ts";
import type { ImportPlan } from "./planImport.ts";

/** A file that was read and compared with the ledger, ready to be imported as it was shown. */
export type PreparedImport = Readonly<{
  preview: ImportPreview;
  file: InvoiceFile;
  plan: ImportPlan;
  ledgerPath: string;
  source: ListSource;
  ask: ImportAsk;
  /** The rows of the list, when they are few enough. */
  kept: KeptList | undefined;
  /** With the same key the same is read; `null` where that cannot be said. */
  readingKey: string | null;
  /** The file was not read again, since this batch says all of it: `file` and `plan` have no invoices. */
  repeats: ImportBatch | null;
}>;
