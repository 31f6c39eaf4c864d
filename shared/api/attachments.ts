import { z } from "zod";
import type { Attachment } from "../model/attachment.ts";
import { attachment } from "../model/attachment.ts";
import * as field from "../model/fields.ts";
import { byId, fileToken, voiding } from "./fields.ts";
import { route } from "./route.ts";

/** The record that a paper proves: exactly one, named by the column that refers to it. */
export const attachmentOwner = z.union(
  [
    z.strictObject({ projectId: field.id }),
    z.strictObject({ contractId: field.id }),
    z.strictObject({ supplementId: field.id }),
    z.strictObject({ acceptanceId: field.id }),
    z.strictObject({ invoiceId: field.id }),
    z.strictObject({ approvalId: field.id }),
    z.strictObject({ paymentId: field.id }),
  ],
  { error: '应为一条记录，例如 {"contractId": "…"}' },
);
export type AttachmentOwner = z.infer<typeof attachmentOwner>;

/** So many at once: what is more was chosen by mistake. */
export const mostFilesAtOnce = 50;

const { kind, note } = attachment.shape;
const list = route<readonly Attachment[]>();

export const attachmentRoutes = {
  /** In the order in which they were added. */
  "attachments.list": list(z.strictObject({ owner: attachmentOwner })),
  /** All of the files or none. */
  "attachments.add": list(
    z.strictObject({
      owner: attachmentOwner,
      kind,
      files: z
        .array(fileToken)
        .min(1, "请选择文件")
        .max(mostFilesAtOnce, `一次最多添加 ${mostFilesAtOnce} 个文件`),
    }),
  ),
  "attachments.change": list(z.strictObject({ id: field.id, kind, note })),
  "attachments.void": list(voiding),
  /** Writes what is in it to a file that the officer or the shell chose: to be opened, or kept. */
  "attachments.saveTo": route<Readonly<{ fileName: string }>>()(byId.extend({ file: fileToken })),
} as const;
