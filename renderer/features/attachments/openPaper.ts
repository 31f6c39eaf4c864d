import type { Attachment } from "#shared/model/attachment.ts";
import { request } from "../../app/client.ts";
import { openCopy } from "../../app/openCopy.ts";
import { formatOf } from "./attachmentWords.ts";

/** Opens a copy of a paper; one of an unknown kind stays closed. */
export async function openPaper(row: Pick<Attachment, "id" | "fileName" | "mediaType">): Promise<void> {
  const format = formatOf(row);
  if (format === undefined) return;
  await openCopy(row.fileName, format, (file) => request("attachments.saveTo", { id: row.id, file }));
}
