import type { AttachmentOwner } from "#shared/api/attachments.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { Context } from "../context.ts";
import { attachmentsOf } from "../store/attachments.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import { ownerOf, ownerOfRow } from "./owner.ts";

/** The papers behind one record. */
export async function listAttachments(
  { ledger }: Context,
  owner: AttachmentOwner,
): Promise<readonly Attachment[]> {
  const { column, id } = ownerOf(owner);
  return attachmentsOf(ledger, column, id);
}

/** What kind of paper it is, and a note. What is in it never changes. */
export const changeAttachment = (
  context: Context,
  { id, kind, note }: ApiParsed<"attachments.change">,
): Promise<AttachmentOwner> =>
  context.write("修改附件", async (tx) => ownerOfRow(await updateRow(tx, "attachment", id, { kind, note })));

/** Takes a paper away from its record. Its content stays, for the log and for others that rest on it. */
export const voidAttachment = (
  context: Context,
  { id, reason }: ApiParsed<"attachments.void">,
): Promise<AttachmentOwner> =>
  context.write("作废附件", async (tx) => ownerOfRow(await voidRow(tx, "attachment", id, reason)));
