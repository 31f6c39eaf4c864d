import type { FileToken } from "#shared/api/fields.ts";
import type { Exported } from "#shared/api/filings.ts";
import type { SaveFormat } from "#shared/api/shell.ts";
import { type RequestOptions, request } from "../app/client.ts";
import { usePrintable } from "../app/missingCharacters.ts";
import { useNotify } from "../app/notify.ts";
import { useReportError } from "../app/reportError.ts";
import { useLongWork } from "../app/useLongWork.ts";

type Write<Format> = (
  file: FileToken,
  format: Format,
  options: RequestOptions,
  /** Characters that no font has may be printed as 〓. */
  allowMissing: boolean,
) => Promise<Exported>;
type SaveExport = Readonly<{
  busy: boolean;
  start: <Format extends SaveFormat>(name: string, format: Format, write: Write<Format>) => void;
}>;

/** Asks where a paper is to go, has it written, and then offers to show it. */
export function useSaveExport(): SaveExport {
  const work = useLongWork();
  const printable = usePrintable();
  const notify = useNotify();
  const report = useReportError();
  const save = async <Format extends SaveFormat>(
    suggestedName: string,
    format: Format,
    write: Write<Format>,
  ) => {
    const picked = await request("shell.pickSave", { purpose: "export", suggestedName, format });
    if (picked === null) return;
    const written = await work.run(`正在导出 ${picked.name}`, (options) =>
      printable((allowMissing) => write(picked.file, format, options, allowMissing)),
    );
    if (written !== undefined) notify.exported(written.fileName, picked.file, written.warnings);
  };
  return {
    busy: work.running !== null,
    start: (name, format, write) => void save(name, format, write).catch(report),
  };
}
