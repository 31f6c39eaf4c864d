import type { AttachmentOwner } from "#shared/api/attachments.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { OwnerColumn } from "../store/attachments.ts";

export const noOwner = {
  projectId: null,
  contractId: null,
  supplementId: null,
  acceptanceId: null,
  invoiceId: null,
  approvalId: null,
  paymentId: null,
} as const satisfies Record<OwnerColumn, null>;

const columns = Object.keys(noOwner) as readonly OwnerColumn[];

/** The column an owner is named by, and its id. */
export function ownerOf(owner: AttachmentOwner): Readonly<{ column: OwnerColumn; id: Id }> {
  const named: Partial<Record<OwnerColumn, Id>> = owner;
  for (const column of columns) {
    const id = named[column];
    if (id !== undefined) return { column, id };
  }
  throw new Error("an owner without a name");
}

/** Whom a row belongs to, as the window asks for it. Fails with `refused` for one that waits for its invoice. */
export function ownerOfRow(row: Attachment): AttachmentOwner {
  for (const column of columns) {
    const id = row[column];
    // Exactly one column is set, which is what the union says.
    if (id !== null) return { [column]: id } as AttachmentOwner;
  }
  throw new UserError({
    code: "refused",
    message: `附件“${row.fileName}”还在等它的发票，没有改动。`,
    hint: "请在“发票 › 原件 › 等发票的原件”里指定发票，或作废它。",
  });
}
