import { createHash } from "node:crypto";
import path from "node:path";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { findContent } from "../store/attachments.ts";
import { findFilingFile } from "../store/filings.ts";
import { found } from "../store/found.ts";
import type { ReadableLedger } from "../store/types.ts";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A file that is kept in the ledger; `what` as in "版本文件“…”". Fails with `bad-ledger` when it no longer has its hash. */
export async function keptBytes(ledger: ReadableLedger, contentId: Id, what: string): Promise<Buffer> {
  const content = await findContent(ledger, contentId);
  const bytes = Buffer.from(content?.base64 ?? "", "base64");
  if (content === undefined || sha256(bytes) !== content.sha256) {
    throw new UserError({
      code: "bad-ledger",
      message: `${what}的内容与存入时的校验值不符，没有取出。`,
      hint: "账本文件可能已损坏，或被别的程序改动过。请从备份中找回，并在“设置 › 账本”核验变更记录。",
      details: { content: contentId },
    });
  }
  return bytes;
}

/** A version's file as it was handed in. */
export const readVersionFile = (
  ledger: ReadableLedger,
  { contentId, fileName }: Row<"filingFile">,
): Promise<Buffer> => keptBytes(ledger, contentId, `版本文件“${fileName}”`);

/** Writes a file of a version where it is wanted, byte for byte as it was frozen. */
export async function saveVersionFile(
  { ledger }: Context,
  { fileId, path: target }: Readonly<{ fileId: Id; path: string }>,
): Promise<Readonly<{ fileName: string }>> {
  const file = found(await findFilingFile(ledger, fileId), "filingFile", fileId);
  await writeFileWhole(target, await readVersionFile(ledger, file));
  return { fileName: path.basename(target) };
}
