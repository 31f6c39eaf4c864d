import { useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { request } from "../../../app/client.ts";
import { type LongWork, useLongWork } from "../../../app/useLongWork.ts";

export type InvoiceImport = Readonly<{
  work: LongWork;
  /** What was read and waits for the officer. */
  preview: ImportPreview | null;
  read: (file: PickedFile) => void;
  commit: (leaveOut: ReadonlySet<string>) => void;
  giveUp: () => void;
}>;

/** From a file to a batch: reads, shows, and writes exactly what was shown. Each step can be stopped. */
export function useInvoiceImport(onImported: (batch: ImportBatch) => void): InvoiceImport {
  const work = useLongWork();
  const [preview, setPreview] = useState<ImportPreview | null>(null);

  const read = async ({ file, name }: PickedFile) => {
    const answer = await work.run(`读取 ${name}`, (options) =>
      request("invoices.previewImport", { file }, options),
    );
    if (answer !== undefined) setPreview(answer);
  };
  const commit = async (leaveOut: ReadonlySet<string>) => {
    if (preview === null) return;
    const answer = await work.run(
      `导入 ${preview.fileName}`,
      (options) =>
        request("invoices.commitImport", { previewId: preview.id, leaveOut: [...leaveOut] }, options),
      true,
    );
    if (answer === undefined) return;
    setPreview(null);
    onImported(answer.batch);
  };
  return {
    work,
    preview,
    read: (file) => void read(file),
    commit: (leaveOut) => void commit(leaveOut),
    giveUp: () => setPreview(null),
  };
}
