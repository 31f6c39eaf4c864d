import { invoiceFaults, paidStatusFault } from "#shared/invoices/checks.ts";
import {
  type Comparison,
  compareInvoice,
  conflictMessage,
  type KnownInvoice,
} from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { toInvoice } from "#shared/invoices/toInvoice.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { ReadableLedger } from "../store/types.ts";
import { type KnownFacts, readKnownFacts } from "./knownFacts.ts";

/** What happens to one invoice of the file. */
export type PlannedInvoice = Readonly<{
  draft: InvoiceDraft;
  known: KnownInvoice | undefined;
  outcome: Readonly<{ result: "new" }> | Comparison;
  /** Why, for conflicts; empty when nothing needs saying. */
  message: string;
}>;

/** What an import would do to the ledger as it stands. Preview and commit both come from here, so they cannot differ. */
export type ImportPlan = Readonly<{
  invoices: readonly PlannedInvoice[];
  issues: readonly ImportIssue[];
  /** The last entry of the change log it was made on: with the same one it still holds. */
  ledgerSeq: number;
}>;

/** Compares the invoices of a file with the ledger. Reads only. */
export async function planImport(
  ledger: ReadableLedger,
  parsed: ParsedFile,
  { today }: Readonly<{ today: IsoDate }>,
): Promise<ImportPlan> {
  const facts = await readKnownFacts(ledger, parsed.invoices);
  const issues: ImportIssue[] = [];
  const titles = columnTitles(parsed);
  const context = { ...facts, today };
  const invoices = parsed.invoices.map((draft) => {
    const planned = planInvoice(draft, facts);
    const { known, outcome, message } = planned;
    const issue = (field: string, at: Omit<ImportIssue, "sheet" | "row" | "column">): void => {
      const column = titles.get(`${draft.sheet}\n${field}`) ?? "";
      issues.push({ sheet: draft.sheet, row: draft.rowNo, column, ...at });
    };
    switch (outcome.result) {
      case "conflict":
        issue(fieldOfNumber(draft, titles), { ruleId: "INV-01", severity: "block", message });
        break;
      case "unchanged":
        if (outcome.olderStatus) {
          const text = `发票${draft.number}在文件中的状态比账本中的旧，保留账本中的状态。`;
          issue("status", { ruleId: "IMP-04", severity: "warn", message: text });
        }
        break;
      default: {
        const after = invoiceAfter(planned);
        for (const { field, ...fault } of invoiceFaults(after, context)) issue(field, fault);
        if (
          known !== undefined &&
          after.status !== known.invoice.status &&
          facts.isAllocated(known.invoice.id)
        ) {
          const { field, ...fault } = paidStatusFault(after);
          issue(field, fault);
        }
      }
    }
    return planned;
  });
  return { invoices, issues, ledgerSeq: facts.ledgerSeq };
}

const unsaved = asId("unsaved");

/** The invoice as it will stand. */
function invoiceAfter({ draft, known, outcome }: PlannedInvoice) {
  if (known !== undefined && outcome.result === "changed") return { ...known.invoice, ...outcome.patch };
  return toInvoice(draft, { id: unsaved, batchId: null, vendorId: null });
}

function planInvoice(draft: InvoiceDraft, facts: KnownFacts): PlannedInvoice {
  const known = facts.knownByNumber.get(draft.number);
  if (known === undefined) return { draft, known, outcome: { result: "new" }, message: "" };
  const outcome = compareInvoice(draft, known);
  const message =
    outcome.result === "conflict"
      ? conflictMessage(draft.number, outcome.changes, facts.enteredOn(known.invoice))
      : "";
  return { draft, known, outcome, message };
}

const columnTitles = ({ sheets }: ParsedFile): ReadonlyMap<string, string> =>
  new Map(
    sheets.flatMap(({ name, columns }) =>
      columns.flatMap(({ title, field }) => (field === null ? [] : [[`${name}\n${field}`, title] as const])),
    ),
  );

const fieldOfNumber = ({ sheet }: InvoiceDraft, titles: ReadonlyMap<string, string>): string =>
  titles.has(`${sheet}\ndigitalNumber`) ? "digitalNumber" : "paperNumber";
