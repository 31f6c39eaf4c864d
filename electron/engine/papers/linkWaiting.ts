import type { Id } from "#shared/kernel/id.ts";
import { attachmentsByNumber, waitingAttachments } from "../store/attachments.ts";
import { invoicesByNumbers } from "../store/invoices.ts";
import { updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Gives papers that wait the invoices that are there by now. Called where invoices come in; tells how many it gave. */
export async function linkWaitingPapers(tx: WritableLedger): Promise<number> {
  const waiting = await waitingAttachments(tx);
  if (waiting.length === 0) return 0;
  const numbers = [...new Set(waiting.flatMap(({ invoiceNumber }) => invoiceNumber ?? []))];
  const invoices = new Map((await invoicesByNumbers(tx, numbers)).map((row) => [row.number, row.id]));
  let linked = 0;
  for (const { id, invoiceNumber } of waiting) {
    const invoiceId = invoices.get(invoiceNumber ?? "");
    if (invoiceId === undefined) continue;
    await updateRow(tx, "attachment", id, { invoiceId });
    linked += 1;
  }
  return linked;
}

/** Lets the papers that came to these invoices by their number wait again, before the invoices are voided. */
export async function releasePapers(tx: WritableLedger, invoiceIds: readonly Id[]): Promise<void> {
  for (const { id } of await attachmentsByNumber(tx, invoiceIds))
    await updateRow(tx, "attachment", id, { invoiceId: null });
}
