import { z } from "zod";
import * as field from "../model/fields.ts";
import type { ImportBatch } from "../model/invoice.ts";
import { importStates, type PaymentImportPreview } from "../payments/import/preview.ts";
import { fileToken, nothing } from "./fields.ts";
import type { Exported } from "./filings.ts";
import { route } from "./route.ts";

const choice = {
  state: z.enum(importStates),
  /** For rows that say nothing of a project. */
  projectId: field.id.nullable(),
} as const;

export const paymentImportRoutes = {
  /** Reads the file and says what an import would do. Reports progress, can be cancelled, writes nothing. */
  "paymentImport.preview": route<PaymentImportPreview>()(z.strictObject({ file: fileToken, ...choice })),
  /** The same file with another choice. `leaveOut`, `asNew`: keys of entries. */
  "paymentImport.choose": route<PaymentImportPreview>()(
    z.strictObject({
      previewId: z.string(),
      ...choice,
      leaveOut: z.array(z.string()),
      asNew: z.array(z.string()),
    }),
  ),
  /** Imports exactly what was shown, in one transaction. */
  "paymentImport.commit": route<Readonly<{ batch: ImportBatch }>>()(
    z.strictObject({ previewId: z.string() }),
  ),
  "paymentImport.batches": route<readonly ImportBatch[]>()(nothing),
  "paymentImport.undo": route<ImportBatch>()(
    z.strictObject({ batchId: field.id, reason: z.string().trim().min(2, "请写明撤销原因") }),
  ),
  /** An empty list to fill in, with what each column means. */
  "paymentImport.template": route<Exported>()(z.strictObject({ file: fileToken })),
} as const;
