import { createHash } from "node:crypto";
import { UserError } from "#shared/kernel/errors.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import { findContent } from "../store/attachments.ts";
import type { ReadableLedger } from "../store/types.ts";

/** What is in an attachment. Fails with `bad-ledger` when it is not what was put in: each reading looks at the hash. */
export async function readContent(ledger: ReadableLedger, attachment: Attachment): Promise<Buffer> {
  const content = await findContent(ledger, attachment.contentId);
  const bytes = Buffer.from(content?.base64 ?? "", "base64");
  if (content === undefined || createHash("sha256").update(bytes).digest("hex") !== content.sha256) {
    throw new UserError({
      code: "bad-ledger",
      message: `附件“${attachment.fileName}”的内容与存入时的校验值不符，没有取出。`,
      hint: "账本文件可能已损坏，或被别的程序改动过。请从备份中找回这份附件，并在“设置 › 账本”核验变更记录。",
      details: { attachment: attachment.id },
    });
  }
  return bytes;
}
