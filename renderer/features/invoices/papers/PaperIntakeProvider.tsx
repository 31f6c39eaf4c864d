import { type ReactNode, useCallback, useState } from "react";
import { useNavigate } from "react-router";
import type { SortedFile } from "#shared/api/papers.ts";
import type { PickedFile } from "#shared/api/shell.ts";
import { request } from "../../../app/client.ts";
import { useReportError } from "../../../app/reportError.ts";
import { IntakeDialog } from "./IntakeDialog.tsx";
import { type Arrival, PaperIntakeContext } from "./intake.ts";

/** Takes files from anywhere in the window: a list alone goes to its import, everything else is shown first. */
export function PaperIntakeProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [files, setFiles] = useState<readonly SortedFile[] | null>(null);
  const navigate = useNavigate();
  const report = useReportError();
  const importLists = useCallback(
    ([importFile, ...waiting]: readonly PickedFile[]) => {
      setFiles(null);
      if (importFile === undefined) return;
      void navigate("/invoices?import=1", { state: { importFile, waiting } satisfies Arrival });
    },
    [navigate],
  );
  const offer = useCallback(
    (picked: readonly PickedFile[]) => {
      if (picked.length === 0) return;
      request("papers.sort", { files: picked.map(({ file }) => file) }).then((sorted) => {
        const [only] = sorted;
        if (only !== undefined && sorted.length === 1 && only.is === "list")
          importLists([{ file: only.file, name: only.fileName }]);
        else setFiles(sorted);
      }, report);
    },
    [importLists, report],
  );
  return (
    <PaperIntakeContext value={offer}>
      {children}
      {files === null ? null : (
        <IntakeDialog files={files} onImport={importLists} onClose={() => setFiles(null)} />
      )}
    </PaperIntakeContext>
  );
}
