import type { ParsedFile } from "#shared/invoices/parseInvoices.ts";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { toInvoice, toInvoiceLine } from "#shared/invoices/toInvoice.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { checkScope } from "#shared/rules/check.ts";
import type { InvoiceGoods } from "#shared/rules/derivedRows.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { vendorNamesOf } from "#shared/rules/partyNames.ts";
import { factRows } from "../store/facts.ts";
import type { ReadableLedger } from "../store/types.ts";
import { listVendorNames, listVendors } from "../store/vendors.ts";
import type { PlannedInvoice } from "./planImport.ts";

/** An invoice as it will be, and where it stands in the file. */
type Touched = Readonly<{
  planned: PlannedInvoice;
  after: Invoice;
  goods: readonly InvoiceGoods[] | undefined;
}>;

/** Of more invoices at once the rules are asked after the import. */
export const mostRuled = 20_000;

/**
 * What the rules of invoices will say once the file is imported, of the invoices that it brings or changes: the rules
 * themselves, as the office set them, on the ledger as it will be. Of files beyond `mostRuled` it says that they were not
 * asked.
 */
export async function ruleIssues(
  ledger: ReadableLedger,
  { sheets }: ParsedFile,
  planned: readonly PlannedInvoice[],
  today: IsoDate,
): Promise<readonly ImportIssue[]> {
  const taken = planned.filter(({ outcome }) => outcome.result === "new" || outcome.result === "changed");
  if (taken.length === 0) return [];
  if (taken.length > mostRuled) return [notRuled(taken.length)];
  const touched = await touchedOf(ledger, taken);
  const facts = buildFacts(rowsAfter(await factRows(ledger), touched), today);
  const places = new Map(touched.map((one) => [one.after.id as string, one]));
  const invoices = touched
    .map(({ after }) => facts.invoices.byId.get(after.id))
    .filter((row) => row !== undefined);
  const payments = paymentsUsing(facts, invoices);
  const nothing = { projects: [], budgetLines: [], contracts: [] };
  const findings = checkScope(facts, { ...nothing, invoices, payments }, (rule) =>
    rule.id.startsWith("INV-"),
  );
  return findings.flatMap(({ ruleId, severity, message, subjects }): readonly ImportIssue[] => {
    const place = subjects.map(({ id }) => places.get(id)).find((one) => one !== undefined);
    if (place === undefined) return [];
    const { sheet, rowNo } = place.planned.draft;
    const columns = sheets.find(({ name }) => name === sheet)?.columns ?? [];
    const column = columns.find(({ field }) => field !== null && field === fieldOfRule[ruleId])?.title ?? "";
    return [{ sheet, row: rowNo, column, ruleId, severity, message }];
  });
}

const notRuled = (count: number): ImportIssue => ({
  sheet: "",
  row: 0,
  column: "",
  ruleId: "IMP-14",
  severity: "warn",
  message: `要新增或变更的发票有${count}张，超过${mostRuled}张，与合同、付款、别的发票对照的规则还没有核对；导入后请到“核对”查看。`,
});

/** The column that a rule is about, where it is about one. */
const fieldOfRule: Readonly<Record<string, string>> = {
  "INV-03": "status",
  "INV-05": "status",
  "INV-06": "risk",
  "INV-07": "buyerName",
  "INV-12": "gross",
  "INV-14": "issueDate",
  "INV-18": "remark",
};

async function touchedOf(
  ledger: ReadableLedger,
  taken: readonly PlannedInvoice[],
): Promise<readonly Touched[]> {
  const vendors = vendorNamesOf(await listVendors(ledger), await listVendorNames(ledger));
  return taken.map((planned) => {
    const { draft, outcome, before } = planned;
    const { sellerTaxId = "", sellerName = "", issueDate } = draft.stated;
    const id = before?.invoice.id ?? asId(`new ${draft.number}`);
    const vendorId = vendors.find(sellerTaxId, sellerName, issueDate)?.id ?? null;
    const after =
      before !== undefined && outcome.result === "changed"
        ? { ...before.invoice, ...outcome.patch }
        : toInvoice(draft, { id, batchId: null, vendorId });
    const replaces = outcome.result === "new" || (outcome.result === "changed" && outcome.replacesLines);
    const lines = replaces ? (draft.lines ?? []) : undefined;
    const goods = lines?.map((line, index) =>
      toInvoiceLine(line, { id: asId(`${id} ${index}`), invoiceId: id, seq: index + 1 }),
    );
    return { planned, after, goods };
  });
}

function rowsAfter(rows: FactRows, touched: readonly Touched[]): FactRows {
  const ids = new Set(touched.map(({ after }) => after.id));
  const withGoods = new Set(touched.flatMap(({ after, goods }) => (goods === undefined ? [] : [after.id])));
  return {
    ...rows,
    invoice: [...rows.invoice.filter(({ id }) => !ids.has(id)), ...touched.map(({ after }) => after)],
    invoiceGoods: [
      ...rows.invoiceGoods.filter(({ invoiceId }) => !withGoods.has(invoiceId)),
      ...touched.flatMap(({ goods }) => goods ?? []),
    ],
  };
}

const paymentsUsing = (facts: Facts, invoices: readonly Invoice[]) => [
  ...new Set(invoices.flatMap((invoice) => facts.usesOfInvoice.of(invoice).map(({ payment }) => payment))),
];
