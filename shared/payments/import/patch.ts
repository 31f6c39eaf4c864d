import type { Payment } from "../../model/payment.ts";
import { payMethodWords } from "../../words/words.ts";
import { fieldWords } from "./columns.ts";
import type { FieldChange } from "./preview.ts";
import type { PaymentRow } from "./readRow.ts";

const texts = ["voucherNo", "purpose", "capitalText", "payeeTaxId", "payeeAccountNo", "note"] as const;
const names = ["handledBy", "reviewedBy", "approvedBy"] as const;

/** What a file says that the ledger does not, of a payment that both know: never what makes it that payment. */
export function patchOf(
  row: PaymentRow,
  before: Payment,
): Readonly<{ patch: Partial<Payment>; changes: readonly FieldChange[] }> {
  // Who signed is told by the steps; an import only fills in what nobody wrote down.
  const fields = [...texts, ...names.filter((name) => before.state === "paid" && before[name] === "")];
  const changed = fields.filter((field) => row[field] !== "" && row[field] !== before[field]);
  const method = row.method !== undefined && row.method !== before.method ? row.method : undefined;
  return {
    patch: {
      ...Object.fromEntries(changed.map((field) => [field, row[field]])),
      ...(method === undefined ? {} : { method }),
    },
    changes: [
      ...changed.map((field) => ({ label: fieldWords[field], before: before[field], after: row[field] })),
      ...(method === undefined
        ? []
        : [
            {
              label: fieldWords.method,
              before: payMethodWords[before.method],
              after: payMethodWords[method],
            },
          ]),
    ],
  };
}
