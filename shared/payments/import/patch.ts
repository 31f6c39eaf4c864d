import type { Payment } from "../../model/payment.ts";
import { payMethodWords } from "../../words/words.ts";
import { fieldWords } from "./columns.ts";
import type { FieldChange } from "./preview.ts";
import type { PaymentRow } from "./readRow.ts";

const texts = ["voucherNo", "purpose", "capitalText", "payeeTaxId", "payeeAccountNo", "note"] as const;
const names = ["handledBy", "reviewedBy", "approvedBy"] as const;

/** What is written beside a payment after it was approved, and is no part of what was signed. */
const besides: ReadonlySet<string> = new Set(["voucherNo", "note"] satisfies (typeof texts)[number][]);

export const isSigned = (field: string): boolean => !besides.has(field);

export type Patch = Readonly<{
  patch: Partial<Payment>;
  changes: readonly FieldChange[];
  /** Of what the ledger says otherwise, or was signed without: an import leaves it alone. */
  differing: readonly FieldChange[];
}>;

/** What a file says that the ledger does not, of a payment that both know. It fills in what is empty, and only that. */
export function patchOf(row: PaymentRow, before: Payment): Patch {
  const told = texts.filter((field) => row[field] !== "" && plain(row[field]) !== plain(before[field]));
  const filled = told.filter(
    (field) => before[field] === "" && !(before.state === "approved" && isSigned(field)),
  );
  // Who signed is told by the steps; an import only fills in what nobody wrote down.
  const signers = names.filter((name) => before.state === "paid" && before[name] === "" && row[name] !== "");
  const set = [...filled, ...signers];
  const change = (field: (typeof set)[number]): FieldChange => ({
    label: fieldWords[field],
    before: before[field],
    after: row[field],
  });
  return {
    patch: Object.fromEntries(set.map((field) => [field, row[field]])),
    changes: set.map(change),
    differing: [...told.filter((field) => !filled.includes(field)).map(change), ...methodChange(row, before)],
  };
}

/** A cell of a file holds one line. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

const methodChange = ({ method }: PaymentRow, before: Payment): readonly FieldChange[] =>
  method === undefined || method === before.method
    ? []
    : [{ label: fieldWords.method, before: payMethodWords[before.method], after: payMethodWords[method] }];
