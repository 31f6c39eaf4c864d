import type { ContractLine } from "#shared/forms/builders/contracts.ts";
import type { InvoiceLine } from "#shared/forms/builders/invoices.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { contractKindWords, contractStateWords, invoiceWords } from "#shared/words/words.ts";
import { contractView } from "../contracts/views.ts";
import { invoiceRow } from "../invoices/listInvoiceViews.ts";
import { mapWithPauses } from "../pause.ts";
import { projectsInScope } from "../scope.ts";
import { goodsOfInvoices } from "../store/invoices.ts";
import type { YearSource } from "./sources.ts";

/** 合同台账: the contracts of the scope by number, as the list on the screen has them. */
export function contractsSheet({ facts, scope, sheet }: YearSource) {
  const projects = projectsInScope(facts, scope);
  const lines = facts.contracts
    .filter(({ row }) => projects.has(row.projectId))
    .map((contract): ContractLine => {
      const view = contractView(facts, contract);
      return {
        ...view,
        endDate: view.endNow,
        kind: contractKindWords[view.kind],
        state: contractStateWords[view.stateNow],
      };
    });
  return { scope: sheet, lines };
}

/** 发票台账: the invoices of the year by day, or those that payments of one project rest on. */
export async function invoicesSheet({ context, facts, scope, sheet }: YearSource) {
  const isWanted = invoiceFilter(facts, scope);
  const wanted = facts.rows.invoice
    .filter((invoice) => invoice.issueDate <= facts.asOf && isWanted(invoice))
    .toSorted((a, b) => compareText(a.issueDate, b.issueDate) || compareText(a.number, b.number));
  const goods = await goodsOfInvoices(
    context.ledger,
    wanted.map(({ id }) => id),
  );
  const lines = await mapWithPauses(context, wanted, (invoice): InvoiceLine => {
    const row = invoiceRow(facts, invoice, goods.get(invoice.id) ?? "");
    return {
      ...row,
      status: row.isRed === 1 && row.status === "normal" ? "红字" : invoiceWords[row.status],
    };
  });
  return { scope: sheet, lines };
}

function invoiceFilter(
  facts: Facts,
  { fiscalYear, projectId }: YearSource["scope"],
): (invoice: Invoice) => boolean {
  if (projectId === undefined || projectId === null)
    return ({ issueDate }) => yearOf(issueDate) === fiscalYear;
  return (invoice) =>
    facts.usesOfInvoice.of(invoice).some(({ payment }) => payment.row.projectId === projectId);
}
