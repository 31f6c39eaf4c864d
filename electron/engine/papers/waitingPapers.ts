import type { ApiParsed } from "#shared/api/contract.ts";
import type { WaitingPaper } from "#shared/api/papers.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { Context } from "../context.ts";
import { liveInvoice } from "../invoices/liveInvoice.ts";
import { findAttachment, waitingAttachments } from "../store/attachments.ts";
import { notThere } from "../store/found.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Papers whose invoice is not in the ledger yet. */
export async function waitingPapers({ ledger }: Pick<Context, "ledger">): Promise<readonly WaitingPaper[]> {
  const rows = await waitingAttachments(ledger);
  return rows.map(({ id, fileName, mediaType, sizeBytes, addedAt, addedBy, note, invoiceNumber }) => ({
    ...{ id, fileName, mediaType, sizeBytes, addedAt, addedBy, note },
    number: invoiceNumber ?? "",
  }));
}

/** Gives a waiting paper an invoice by hand: the officer saw that its number was read or entered wrongly. */
export const assignPaper = (
  context: Context,
  { attachmentId, invoiceId }: ApiParsed<"papers.assign">,
): Promise<void> =>
  context.write("指定发票原件", async (tx) => {
    const paper = await waitingOne(tx, attachmentId);
    const invoice = await liveInvoice(tx, invoiceId);
    await updateRow(tx, "attachment", paper.id, { invoiceId: invoice.id });
  });

/** Voids a waiting paper that belongs to no invoice of this office. */
export const discardPaper = (context: Context, { id, reason }: ApiParsed<"papers.discard">): Promise<void> =>
  context.write("作废等发票的原件", async (tx) => {
    await voidRow(tx, "attachment", (await waitingOne(tx, id)).id, reason);
  });

async function waitingOne(ledger: ReadableLedger, id: Id): Promise<Attachment> {
  const paper = await findAttachment(ledger, id);
  if (
    paper === undefined ||
    paper.voidedAt !== null ||
    paper.invoiceNumber === null ||
    paper.invoiceId !== null
  )
    throw notThere("这份等发票的原件");
  return paper;
}
