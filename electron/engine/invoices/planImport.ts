import { type CheckContext, invoiceFaults } from "#shared/invoices/checks.ts";
import {
  type Comparison,
  compareInvoice,
  conflictMessage,
  type KnownInvoice,
  withMoneyKept,
} from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { paidStatusFault } from "#shared/invoices/stateFaults.ts";
import { toInvoice } from "#shared/invoices/toInvoice.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { ReadableLedger } from "../store/types.ts";
import { comesBack, type GoneInvoices, readGoneInvoices } from "./goneInvoices.ts";
import { type KnownFacts, type KnownInvoices, readKnownFacts, readKnownInvoices } from "./knownFacts.ts";

/** What happens to one invoice of the file. */
export type PlannedInvoice = Readonly<{
  draft: InvoiceDraft;
  outcome: Readonly<{ result: "new" }> | Comparison;
  /** Why, for conflicts, and what is left as it is; empty when nothing needs saying. */
  message: string;
  /** The one in the ledger with its number. */
  invoiceId: Id | null;
  /** What the screen shows of it where the file says nothing. */
  shown: Pick<Invoice, "sellerName" | "status">;
  /** The whole of it, when it is to be changed. */
  before: KnownInvoice | undefined;
}>;

/** What an import would do to the ledger as it stands. Preview and commit both come from here, so they cannot differ. */
export type ImportPlan = Readonly<{
  invoices: readonly PlannedInvoice[];
  issues: readonly ImportIssue[];
  /** The last entry of the change log it was made on: with the same one it still holds. */
  ledgerSeq: number;
}>;

/** Invoices compared at a time: few enough that what the ledger knows of them is gone before it counts as long-lived. */
const chunkSize = 1_000;

type PlanOptions = Readonly<{
  today: IsoDate;
  /** Called with the part that is done, from 0 to 1: says so, and lets a cancel come through. */
  turn?: (part: number) => Promise<void>;
}>;

/** Compares the invoices of a file with the ledger. Reads only. */
export async function planImport(
  ledger: ReadableLedger,
  parsed: ParsedFile,
  { today, turn }: PlanOptions,
): Promise<ImportPlan> {
  const facts = await readKnownFacts(ledger, parsed.invoices);
  const gone = await readGoneInvoices(ledger, parsed.invoices);
  const columns = columnTitles(parsed);
  const invoices: PlannedInvoice[] = [];
  const issues: ImportIssue[] = [];
  for (let from = 0; from < parsed.invoices.length; from += chunkSize) {
    await turn?.(from / parsed.invoices.length);
    const drafts = parsed.invoices.slice(from, from + chunkSize);
    const known = await readKnownInvoices(ledger, drafts);
    for (const draft of drafts) {
      const planned = planInvoice(draft, known, { facts, gone });
      invoices.push(planned);
      for (const { field, ...at } of issuesOf(planned, known, { ...facts, today })) {
        if (facts.isOff(at.ruleId)) continue;
        const severity = facts.severityOf(at.ruleId) ?? at.severity;
        issues.push({ sheet: draft.sheet, row: draft.rowNo, column: columns(draft, field), ...at, severity });
      }
    }
  }
  return { invoices, issues, ledgerSeq: facts.ledgerSeq };
}

function planInvoice(
  draft: InvoiceDraft,
  { byNumber, isFrozen }: KnownInvoices,
  { facts, gone }: Readonly<{ facts: KnownFacts; gone: GoneInvoices }>,
): PlannedInvoice {
  const known = byNumber.get(draft.number);
  if (known === undefined) return comingInvoice(draft, gone);
  const { invoice } = known;
  const compared = compareInvoice(draft, known);
  const outcome = isFrozen(invoice.id) ? withMoneyKept(compared, draft, known) : compared;
  return {
    draft,
    outcome,
    message:
      outcome.result === "conflict"
        ? conflictMessage(draft.number, outcome.changes, facts.enteredOn(invoice))
        : outcome === compared
          ? ""
          : "这张发票已用于关账年度的付款，金额和明细保留账本中的。",
    invoiceId: invoice.id,
    shown: { sellerName: invoice.sellerName, status: invoice.status },
    before: outcome.result === "changed" ? known : undefined,
  };
}

/** One that the ledger does not have, or no longer. */
function comingInvoice(draft: InvoiceDraft, { byHand, blueNumbers }: GoneInvoices): PlannedInvoice {
  const blueNumber = draft.blueNumber ?? blueNumbers.get(draft.number) ?? null;
  const planned = newInvoice(blueNumber === draft.blueNumber ? draft : { ...draft, blueNumber });
  const voided = byHand.get(draft.number);
  if (voided === undefined) return planned;
  const { message, ...outcome } = comesBack(draft, voided);
  return { ...planned, outcome, message };
}

export const newInvoice = (draft: InvoiceDraft): PlannedInvoice => ({
  draft,
  outcome: { result: "new" },
  message: "",
  invoiceId: null,
  shown: { sellerName: "", status: "normal" },
  before: undefined,
});

type Told = Pick<ImportIssue, "ruleId" | "severity" | "message"> & Readonly<{ field: string }>;

function issuesOf(planned: PlannedInvoice, known: KnownInvoices, context: CheckContext): readonly Told[] {
  const { draft, outcome, message, before } = planned;
  switch (outcome.result) {
    case "conflict":
      return planned.invoiceId === null
        ? [{ field: "number", ruleId: "IMP-13", severity: "warn", message }]
        : [{ field: "number", ruleId: "INV-01", severity: "block", message }];
    case "unchanged": {
      const older = `发票${draft.number}在文件中的状态比账本中的旧，保留账本中的状态。`;
      return outcome.olderStatus
        ? [{ field: "status", ruleId: "IMP-04", severity: "warn", message: older }]
        : [];
    }
    case "new":
      return [
        ...(message === ""
          ? []
          : [{ field: "number", ruleId: "IMP-13", severity: "warn", message } as const]),
        ...invoiceFaults(toInvoice(draft, { id: unsaved, batchId: null, vendorId: null }), context),
      ];
    case "changed": {
      if (before === undefined) return [];
      const after = { ...before.invoice, ...outcome.patch };
      const turned = after.status !== before.invoice.status && known.isPaid(after.id);
      return [...invoiceFaults(after, context), ...(turned ? [paidStatusFault(after)] : [])];
    }
    default:
      return outcome satisfies never;
  }
}

const unsaved = asId("unsaved");

/** Tells the title of a field's column on the sheet of a draft. */
function columnTitles({ sheets }: ParsedFile): (draft: InvoiceDraft, field: string) => string {
  const titles = new Map<string, string>();
  for (const { name, columns } of sheets) {
    for (const { title, field } of columns) if (field !== null) titles.set(`${name}\n${field}`, title);
  }
  const titleOf = (sheet: string, field: string): string | undefined => titles.get(`${sheet}\n${field}`);
  return ({ sheet }, field) =>
    field === "number" || field === "digitalNumber"
      ? (titleOf(sheet, "digitalNumber") ?? titleOf(sheet, "paperNumber") ?? "")
      : (titleOf(sheet, field) ?? "");
}
