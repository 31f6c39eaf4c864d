import type { KnownInvoice } from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { type FirstIssueDay, firstIssueDay } from "#shared/invoices/issueDateFault.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { RuleSetting, Severity } from "#shared/model/check.ts";
import type { Invoice, InvoiceLine } from "#shared/model/invoice.ts";
import { inv14IssueDate } from "#shared/rules/invoice/inv14IssueDate.ts";
import { type OwnUnits, ownUnitsOf } from "#shared/rules/partyNames.ts";
import { ruleValues, settingsByRule } from "#shared/rules/ruleValues.ts";
import { listBatches } from "../store/batches.ts";
import { lastChange } from "../store/changeLog.ts";
import { listRuleSettings } from "../store/checks.ts";
import { invoiceLinesOf, invoicesByNumbers, invoicesOfClosedYears } from "../store/invoices.ts";
import { listOwnUnitNames, listOwnUnits } from "../store/office.ts";
import { allocationsOfInvoices, listPayments } from "../store/payments.ts";
import { listProjects } from "../store/projects.ts";
import type { ReadableLedger } from "../store/types.ts";

/** What the ledger knows that bears on all invoices of a file. */
export type KnownFacts = Readonly<{
  /** Whether a number is in the ledger or in the file. */
  isKnown: (number: string) => boolean;
  /** The day an invoice was imported; `null` when it was typed in. */
  enteredOn: (invoice: Invoice) => string | null;
  ownUnits: OwnUnits;
  /** Whether this office switched a rule off: then the import does not speak of it either. */
  isOff: (ruleId: string) => boolean;
  /** How grave this office calls what a rule finds, where it says so. */
  severityOf: (ruleId: string) => Severity | undefined;
  /** Of the earliest project, as far back as this office set for INV-14. */
  firstDay: FirstIssueDay | undefined;
  ledgerSeq: number;
}>;

export async function readKnownFacts(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
): Promise<KnownFacts> {
  // First: what is written from here on must be noticed.
  const ledgerSeq = await lastChange(ledger);
  const numbers = new Set(drafts.map(({ number }) => number));
  const elsewhere = await otherBlueNumbers(ledger, drafts, numbers);
  const importDays = (await listBatches(ledger)).map(
    ({ id, importedAt }) => [id, importedAt.slice(0, 10)] as const,
  );
  const batches = new Map(importDays);
  const settings = settingsByRule(await listRuleSettings(ledger));
  return {
    isKnown: (number) => numbers.has(number) || elsewhere.has(number),
    enteredOn: ({ batchId }) => (batchId === null ? null : (batches.get(batchId) ?? null)),
    ownUnits: ownUnitsOf(await listOwnUnits(ledger), await listOwnUnitNames(ledger)),
    firstDay: await firstDayOf(ledger, settings.get(inv14IssueDate.id)),
    isOff: (ruleId) => settings.get(ruleId)?.severity === "off",
    severityOf: (ruleId) => {
      const severity = settings.get(ruleId)?.severity ?? null;
      return severity === null || severity === "off" ? undefined : severity;
    },
    ledgerSeq,
  };
}

async function firstDayOf(
  ledger: ReadableLedger,
  setting: RuleSetting | undefined,
): Promise<FirstIssueDay | undefined> {
  const starts = (await listProjects(ledger)).map(({ startDate }) => startDate).filter((day) => day !== null);
  const [start] = starts.toSorted();
  const { earlyDays } = ruleValues(inv14IssueDate, setting);
  return start === undefined || typeof earlyDays !== "number" ? undefined : firstIssueDay(start, earlyDays);
}

/** The invoices of the ledger that bear the numbers of some drafts. */
export type KnownInvoices = Readonly<{
  byNumber: ReadonlyMap<string, KnownInvoice>;
  /** Whether money went out on the invoice. */
  isPaid: (invoiceId: Id) => boolean;
  /** Whether a closed year paid the invoice. */
  isFrozen: (invoiceId: Id) => boolean;
}>;

export async function readKnownInvoices(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
): Promise<KnownInvoices> {
  const rows = await invoicesByNumbers(
    ledger,
    drafts.map(({ number }) => number),
  );
  const linesOf = await readLines(ledger, drafts, rows);
  const ids = rows.map(({ id }) => id);
  const allocations = await allocationsOfInvoices(ledger, ids);
  const frozen = await invoicesOfClosedYears(ledger, ids);
  const payments = allocations.length === 0 ? [] : await listPayments(ledger);
  const paid = new Set(payments.filter(({ state }) => state === "paid").map(({ id }) => id));
  const used = new Set(
    allocations.filter(({ paymentId }) => paid.has(paymentId)).map(({ invoiceId }) => invoiceId),
  );
  return {
    byNumber: new Map(
      rows.map((invoice) => [invoice.number, { invoice, lines: linesOf.get(invoice.id) ?? [] }]),
    ),
    isPaid: (invoiceId) => used.has(invoiceId),
    isFrozen: (invoiceId) => frozen.has(invoiceId),
  };
}

/** Lines are compared only where the file has some; a long list of known invoices without need is not read. */
async function readLines(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
  rows: readonly Invoice[],
): Promise<ReadonlyMap<Id, readonly InvoiceLine[]>> {
  const withLines = new Set(drafts.flatMap(({ number, lines }) => (lines === undefined ? [] : [number])));
  const wanted = rows.filter(({ number }) => withLines.has(number)).map(({ id }) => id);
  const byInvoice = new Map<Id, InvoiceLine[]>();
  for (const line of await invoiceLinesOf(ledger, wanted)) {
    const lines = byInvoice.get(line.invoiceId);
    if (lines === undefined) byInvoice.set(line.invoiceId, [line]);
    else lines.push(line);
  }
  return byInvoice;
}

/** Which of the invoices that red ones take back are in the ledger though not in the file. */
async function otherBlueNumbers(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
  numbers: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const blue = drafts.flatMap(({ blueNumber }) =>
    blueNumber === null || numbers.has(blueNumber) ? [] : [blueNumber],
  );
  return new Set((await invoicesByNumbers(ledger, blue)).map(({ number }) => number));
}
