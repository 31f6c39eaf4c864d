import type { Id } from "#shared/kernel/id.ts";
import type { ImportChoice } from "#shared/payments/import/planRows.ts";
import type { PaymentImportPreview } from "#shared/payments/import/preview.ts";
import type { Context } from "../../context.ts";
import { commitPayments } from "./commitPayments.ts";
import { choosePayments, previewPayments } from "./previewPayments.ts";

type ImportRequest = Readonly<{
  path: string;
  state: ImportChoice["state"];
  projectId: Id | null;
  dryRun?: boolean;
  /** Takes rows that look like another payment as payments of their own. */
  takeAlike?: boolean;
}>;

/** Reads a file and imports it at once, or only says what would happen (`batch` is then `null`). */
export async function importPayments(
  context: Context,
  { path, state, projectId, dryRun = false, takeAlike = false }: ImportRequest,
): Promise<Readonly<{ batch: Id | null; preview: PaymentImportPreview }>> {
  const choice: ImportChoice = { state, projectId, leaveOut: new Set(), asNew: new Set() };
  const first = await previewPayments(context, path, choice);
  const alike = first.preview.entries.filter(({ canTakeAsNew }) => canTakeAsNew).map(({ key }) => key);
  const prepared = takeAlike
    ? await choosePayments(context, first, { ...choice, asNew: new Set(alike) })
    : first;
  const batch = dryRun ? null : await commitPayments(context, prepared);
  return { batch: batch?.id ?? null, preview: prepared.preview };
}
