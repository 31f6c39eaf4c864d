import type { AttachmentOwner } from "#shared/api/attachments.ts";
import type { PickedFile } from "#shared/api/shell.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import { dropped, request } from "../../app/client.ts";
import { useNotify } from "../../app/notify.ts";
import { copyName } from "../../app/openCopy.ts";
import { useReportError } from "../../app/reportError.ts";
import { useApi } from "../../app/useApi.ts";
import { type LongWork, useLongWork } from "../../app/useLongWork.ts";
import { formatOf } from "./attachmentWords.ts";
import { openPaper } from "./openPaper.ts";

type Kind = Attachment["kind"];

/** The papers of a record, and what can be done with them. */
export type AttachmentDesk = Readonly<{
  query: ReturnType<typeof useApi<"attachments.list">>;
  work: LongWork;
  /** Asks for files and adds them. */
  pick: (kind: Kind) => void;
  drop: (files: readonly File[], kind: Kind) => void;
  open: (row: Attachment) => void;
  saveAs: (row: Attachment) => void;
}>;

export function useAttachments(owner: AttachmentOwner): AttachmentDesk {
  const query = useApi("attachments.list", { owner });
  const work = useLongWork();
  const notify = useNotify();
  const report = useReportError();

  const add = async (files: readonly PickedFile[], kind: Kind) => {
    if (files.length === 0) return;
    const rows = await work.run(
      files.length === 1 ? `正在添加“${files[0]?.name ?? ""}”` : `正在添加 ${files.length} 个文件`,
      (options) => request("attachments.add", { owner, kind, files: files.map(({ file }) => file) }, options),
      true,
    );
    if (rows !== undefined) notify.done(`已添加 ${files.length} 份附件`);
  };
  const saveAs = async (row: Attachment) => {
    const format = formatOf(row);
    if (format === undefined) return;
    const place = { purpose: "export", suggestedName: copyName(row.fileName), format } as const;
    const picked = await request("shell.pickSave", place);
    if (picked === null) return;
    const { fileName } = await request("attachments.saveTo", { id: row.id, file: picked.file });
    notify.exported(fileName, picked.file);
  };

  return {
    query,
    work,
    pick: (kind) => {
      request("shell.pickPapers", {})
        .then((files) => add(files, kind))
        .catch(report);
    },
    drop: (files, kind) => {
      Promise.all(files.map(dropped))
        .then((picked) => add(picked, kind))
        .catch(report);
    },
    open: (row) => void openPaper(row).catch(report),
    saveAs: (row) => void saveAs(row).catch(report),
  };
}
