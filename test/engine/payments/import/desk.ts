import { writeFileSync } from "node:fs";
import path from "node:path";
import { getPayment } from "#engine/payments/getPayment.ts";
import { commitPayments } from "#engine/payments/import/commitPayments.ts";
import { choosePayments, previewPayments } from "#engine/payments/import/previewPayments.ts";
import { undoPayments } from "#engine/payments/import/undoPayments.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportChoice } from "#shared/payments/import/planRows.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type SheetRow, writePayments } from "#test/engine/support/paymentSheets.ts";
import type { TestDesk } from "#test/engine/support/sampleDesk.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const byItself: ImportChoice = { state: "paid", projectId: null, leaveOut: new Set(), asNew: new Set() };

/** The import of payments on a desk: each call writes the rows to a workbook and reads it as the window would. */
export function importing({ context }: TestDesk) {
  const folder = testFolder();
  let files = 0;
  const preview = async (rows: readonly SheetRow[], choice: Partial<ImportChoice> = {}) => {
    files += 1;
    const file = await writePayments(path.join(folder, `付款${files}.xlsx`), rows);
    return previewPayments(await context(), file, { ...byItself, ...choice });
  };
  const previewFile = async (name: string, content: string | Buffer) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return (await previewPayments(await context(), file, byItself)).preview;
  };
  const commit = async (rows: readonly SheetRow[], choice: Partial<ImportChoice> = {}) =>
    commitPayments(await context(), await preview(rows, choice));
  return {
    preview,
    /** Reads a file with this content, whatever it is. */
    previewFile,
    commit,
    choose: async (prepared: Awaited<ReturnType<typeof preview>>, choice: Partial<ImportChoice>) =>
      choosePayments(await context(), prepared, { ...byItself, ...choice }),
    /** What becomes of each row: its result and why. */
    told: async (rows: readonly SheetRow[], choice: Partial<ImportChoice> = {}) =>
      (await preview(rows, choice)).preview.entries.map(({ result, message }) => `${result}：${message}`),
    undo: async (batchId: Id) => undoPayments(await context(), { batchId, reason: "导错了文件" }),
    payments: async () => {
      const listed = await listPayments(await context(), {});
      return Promise.all(listed.map(async ({ id }) => (await getPayment(await context(), id)).payment));
    },
  };
}

export async function sampleImport() {
  const desk = await sampleDesk(testClock());
  return { ...desk, ...importing(desk) };
}
