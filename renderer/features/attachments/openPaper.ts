import type { Attachment } from "#shared/model/attachment.ts";
import { request } from "../../app/client.ts";
import { copyName, formatOf } from "./attachmentWords.ts";

/** Opens a copy of a paper with the desktop's own program; one of an unknown kind stays closed. */
export async function openPaper(row: Pick<Attachment, "id" | "fileName" | "mediaType">): Promise<void> {
  const format = formatOf(row);
  if (format === undefined) return;
  const { file } = await request("shell.placeToOpen", { name: copyName(row), format });
  await request("attachments.saveTo", { id: row.id, file });
  await request("shell.openFile", { file });
}
