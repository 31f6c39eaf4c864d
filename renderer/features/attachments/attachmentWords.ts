import type { AttachmentOwner } from "#shared/api/attachments.ts";
import { type PaperFormat, paperTypeOf } from "#shared/attachments/paperTypes.ts";
import type { Attachment } from "#shared/model/attachment.ts";

type Kind = Attachment["kind"];

/** What kinds of paper a record usually has; the first is what is most often added. */
const usualKinds: Readonly<Record<string, readonly Kind[]>> = {
  projectId: ["minutes", "approval", "other"],
  contractId: ["contractScan", "countersign", "legalReview", "payeeProof", "other"],
  supplementId: ["contractScan", "countersign", "legalReview", "other"],
  acceptanceId: ["acceptance", "other"],
  invoiceId: ["invoice", "goodsList", "other"],
  approvalId: ["minutes", "approval", "other"],
  paymentId: ["approval", "payeeProof", "goodsList", "minutes", "other"],
};

export const kindsOf = (owner: AttachmentOwner): readonly Kind[] =>
  usualKinds[Object.keys(owner)[0] ?? ""] ?? ["other"];

/** 3 KB, 1.4 MB: as file managers count. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1_024;
  if (kilobytes < 1_000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1_024).toFixed(1)} MB`;
}

/** The format a copy is written in; `undefined` for a kind of file that this program does not know. */
export const formatOf = ({ mediaType }: Pick<Attachment, "mediaType">): PaperFormat | undefined =>
  paperTypeOf(mediaType)?.extension;
