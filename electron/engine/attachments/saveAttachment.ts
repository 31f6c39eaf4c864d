import path from "node:path";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { findAttachment } from "../store/attachments.ts";
import { found } from "../store/found.ts";
import { readContent } from "./readContent.ts";

/** Writes what is in an attachment to a file, void or not: the history leads to those that were voided. */
export async function saveAttachment(
  { ledger }: Context,
  { id, path: target }: Readonly<{ id: Id; path: string }>,
): Promise<Readonly<{ fileName: string }>> {
  const attachment = found(await findAttachment(ledger, id), "attachment", id);
  await writeFileWhole(target, await readContent(ledger, attachment));
  return { fileName: path.basename(target) };
}
