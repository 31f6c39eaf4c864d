import { useState } from "react";
import type { ListInput } from "#shared/api/filings.ts";
import { request } from "../../app/client.ts";
import { useNotify } from "../../app/notify.ts";
import { useReportError } from "../../app/reportError.ts";

/** Saves a list as a workbook where the officer says, and then offers to show it. */
export function useExportList(): Readonly<{ busy: boolean; start: (list: ListInput) => void }> {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const report = useReportError();

  const save = async (list: ListInput) => {
    const picked = await request("shell.pickSave", {
      purpose: "export",
      suggestedName: list.title,
      format: "xlsx",
    });
    if (picked === null) return;
    setBusy(true);
    const { fileName } = await request("lists.export", { list, file: picked.file });
    notify.exported(fileName, picked.file);
  };
  return {
    busy,
    start: (list) => {
      save(list)
        .catch(report)
        .finally(() => setBusy(false));
    },
  };
}
