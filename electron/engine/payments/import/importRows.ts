import type { Id } from "#shared/kernel/id.ts";
import type { ImportRow } from "#shared/model/invoice.ts";
import { keyOf, type PlannedRow } from "#shared/payments/import/planRows.ts";
import type { RefusedRow } from "#shared/payments/import/readRow.ts";
import { newId } from "../../store/newId.ts";
import type { PaymentFile } from "./readPaymentFile.ts";

/** What became of a row of the file. */
export const importRowOf = (batchId: Id, { row, result, message }: PlannedRow): ImportRow => ({
  id: newId(),
  batchId,
  sheet: row.sheet,
  rowNo: row.rowNo,
  number: row.paymentNo || row.voucherNo || keyOf(row),
  result,
  message,
  invoiceId: null,
  beforeJson: null,
  cellsJson: null,
  paymentId: null,
});

/** What was read and not taken: conflicts, refused rows, and what the officer left out. Unchanged ones are counted. */
export function untakenRows(
  batchId: Id,
  { sheets }: PaymentFile,
  plan: readonly PlannedRow[],
): readonly ImportRow[] {
  const untaken = plan.flatMap((planned): readonly ImportRow[] => {
    const row = importRowOf(batchId, planned);
    switch (planned.result) {
      case "conflict":
      case "rejected":
        return [{ ...row, cellsJson: JSON.stringify(planned.row) }];
      case "new":
      case "changed":
        return planned.isLeftOut ? [{ ...row, result: "unchanged", message: "没有选取，未导入。" }] : [];
      case "unchanged":
        return [];
      default:
        return planned satisfies never;
    }
  });
  return [...untaken, ...sheets.flatMap(({ refused }) => refused.map((row) => refusedRow(batchId, row)))];
}

const refusedRow = (batchId: Id, refused: RefusedRow): ImportRow => ({
  id: newId(),
  batchId,
  sheet: refused.sheet,
  rowNo: refused.rowNo,
  number: "",
  result: "rejected",
  message: refused.message,
  invoiceId: null,
  beforeJson: null,
  cellsJson: JSON.stringify(refused.cells),
  paymentId: null,
});
