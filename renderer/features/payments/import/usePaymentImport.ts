import { useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import type { ImportState, PaymentImportPreview } from "#shared/payments/import/preview.ts";
import { request } from "../../../app/client.ts";
import { type LongWork, useLongWork } from "../../../app/useLongWork.ts";
import { type EntryChoice, noChoice } from "./previewParts.ts";

export type PaymentImport = Readonly<{
  work: LongWork;
  /** What was read and waits for the officer. */
  preview: PaymentImportPreview | null;
  choice: EntryChoice;
  read: (file: PickedFile) => void;
  /** Asks anew what the import would do: how it is taken, or which rows. */
  choose: (state: ImportState, choice: EntryChoice) => void;
  commit: () => void;
  giveUp: () => void;
}>;

/** From a file to a batch: reads, shows, and writes exactly what was shown. Each step can be stopped. */
export function usePaymentImport(
  projectId: Id | null,
  onImported: (batch: ImportBatch) => void,
): PaymentImport {
  const work = useLongWork();
  const [preview, setPreview] = useState<PaymentImportPreview | null>(null);
  const [choice, setChoice] = useState<EntryChoice>(noChoice);

  const read = async ({ file, name }: PickedFile) => {
    const answer = await work.run(`读取 ${name}`, (options) =>
      request("paymentImport.preview", { file, state: "paid", projectId }, options),
    );
    if (answer === undefined) return;
    setChoice(noChoice);
    setPreview(answer);
  };
  const choose = async (state: ImportState, next: EntryChoice) => {
    if (preview === null) return;
    const input = { previewId: preview.id, state, projectId, leaveOut: [...next.leaveOut] };
    const answer = await work.run(`重新比较 ${preview.fileName}`, (options) =>
      request("paymentImport.choose", { ...input, asNew: [...next.asNew] }, options),
    );
    if (answer === undefined) return;
    setChoice(next);
    setPreview(answer);
  };
  const commit = async () => {
    if (preview === null) return;
    const answer = await work.run(
      `导入 ${preview.fileName}`,
      (options) => request("paymentImport.commit", { previewId: preview.id }, options),
      true,
    );
    if (answer === undefined) return;
    setPreview(null);
    onImported(answer.batch);
  };
  return {
    work,
    preview,
    choice,
    read: (file) => void read(file),
    choose: (state, next) => void choose(state, next),
    commit: () => void commit(),
    giveUp: () => setPreview(null),
  };
}
