import type { ManualLine } from "#shared/api/invoiceLife.ts";
import { addCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { InvoiceLine } from "#shared/model/invoice.ts";
import { invoiceLinesOf } from "../store/invoices.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Puts the lines in the place of those the invoice has, one by one, so that the step can be taken back. */
export async function saveManualLines(
  tx: WritableLedger,
  invoiceId: Id,
  lines: readonly ManualLine[],
): Promise<void> {
  const before = await invoiceLinesOf(tx, [invoiceId]);
  if (before.length === lines.length && before.every((row, index) => isSame(row, lines[index]))) return;
  for (const { id } of before) await removeRow(tx, "invoiceLine", id);
  for (const [index, line] of lines.entries()) {
    await insertRow(tx, "invoiceLine", {
      ...line,
      id: newId(),
      invoiceId,
      seq: index + 1,
      taxCategoryCode: "",
      grossCents: addCents(line.netCents, line.taxCents),
    });
  }
}

const isSame = (row: InvoiceLine, line: ManualLine | undefined): boolean =>
  line !== undefined &&
  row.goodsName === line.goodsName &&
  row.spec === line.spec &&
  row.unitName === line.unitName &&
  row.quantity === line.quantity &&
  row.unitPrice === line.unitPrice &&
  row.taxRate === line.taxRate &&
  row.netCents === line.netCents &&
  row.taxCents === line.taxCents;
