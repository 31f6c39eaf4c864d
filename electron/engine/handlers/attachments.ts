import type { attachmentRoutes } from "#shared/api/attachments.ts";
import { addAttachments } from "../attachments/addAttachments.ts";
import { changeAttachment, listAttachments, voidAttachment } from "../attachments/attachments.ts";
import { saveAttachment } from "../attachments/saveAttachment.ts";
import type { Desk } from "../desk.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function attachmentHandlers(desk: Desk): Group<typeof attachmentRoutes> {
  const on = onLedger(desk);
  return {
    "attachments.list": on((context, { owner }) => listAttachments(context, owner)),
    "attachments.add": on(async (context, { files, ...adding }) => {
      const paths = files.map((file) => desk.pathOf(file, "read"));
      return listAttachments(context, await addAttachments(context, { ...adding, paths }));
    }),
    "attachments.change": on(thenShow(changeAttachment, listAttachments)),
    "attachments.void": on(thenShow(voidAttachment, listAttachments)),
    "attachments.saveTo": on((context, { id, file }) =>
      saveAttachment(context, { id, path: desk.pathOf(file, "write") }),
    ),
  };
}
