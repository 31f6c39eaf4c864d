import { z } from "zod";
import * as field from "./fields.ts";

export const attachmentKinds = [
  "contractScan",
  "countersign",
  "legalReview",
  "invoice",
  "goodsList",
  "acceptance",
  "approval",
  "minutes",
  "payeeProof",
  "other",
] as const;

/** 附件: a paper behind one record. What is in it lies under its hash, once, however many records it proves. */
export const attachment = z.strictObject({
  id: field.id,
  contentId: field.id,
  kind: z.enum(attachmentKinds),
  fileName: field.name,
  mediaType: field.name.describe("例如 application/pdf"),
  sizeBytes: z.int().min(0),
  projectId: field.id.nullable(),
  contractId: field.id.nullable(),
  supplementId: field.id.nullable(),
  acceptanceId: field.id.nullable(),
  invoiceId: field.id.nullable(),
  approvalId: field.id.nullable(),
  paymentId: field.id.nullable(),
  addedAt: field.instant,
  addedBy: field.text,
  note: field.text,
  ...field.voidable,
  invoiceNumber: field.name.nullable().describe("票面上的发票号码；账本里还没有这张发票时，附件等着它"),
});
export type Attachment = Readonly<z.infer<typeof attachment>>;

/** 附件内容: the bytes of a file as base64, once for each SHA-256. It never changes and is never taken away. */
export const attachmentContent = z.strictObject({
  id: field.id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "校验值不正确"),
  base64: field.text,
});
export type AttachmentContent = Readonly<z.infer<typeof attachmentContent>>;
