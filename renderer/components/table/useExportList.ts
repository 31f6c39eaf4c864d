import { useState } from "react";
import type { FileFormat, ListInput } from "#shared/api/filings.ts";
import { request } from "../../app/client.ts";
import { usePrintable } from "../../app/missingCharacters.ts";
import { useNotify } from "../../app/notify.ts";
import { useReportError } from "../../app/reportError.ts";

type ExportList = Readonly<{ busy: boolean; start: (list: ListInput, format: FileFormat) => void }>;

/** Saves a list as a workbook or a PDF where the officer says, and then offers to show it, whichever page is open then. */
export function useExportList(): ExportList {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const report = useReportError();
  const printable = usePrintable();

  const save = async (list: ListInput, format: FileFormat) => {
    const picked = await request("shell.pickSave", {
      purpose: "export",
      suggestedName: list.title,
      format,
    });
    if (picked === null) return;
    setBusy(true);
    const written = await printable((allowMissing) =>
      request("lists.export", { list, format, file: picked.file, allowMissing }),
    );
    if (written !== undefined) notify.exported(written.fileName, picked.file);
  };
  return {
    busy,
    start: (list, format) => {
      save(list, format)
        .catch(report)
        .finally(() => setBusy(false));
    },
  };
}
