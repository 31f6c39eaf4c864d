import { daysBetween } from "../../kernel/dates.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { tailOf } from "../invoiceFacts.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv19Consecutive = defineRule({
  id: "INV-19",
  name: "连号发票",
  area: "发票",
  severity: "hint",
  description: "同一销方在同一天或相邻两天开出的号码相连的发票。",
  basis: "审计常见关注点：拆分开票以规避限额",
  reads: ["invoice"],
  params: {},
  check: (facts, _params, { invoices }) => {
    const heads = new Set(withNeighbours(facts, invoices).map((row) => headOf(facts, row)));
    return [...heads].flatMap((head) => {
      const run = runFrom(facts, head);
      if (run.length < 2) return [];
      return {
        subjects: run.map(ofInvoice),
        figures: { invoiceCount: run.length, grossCents: run.reduce((sum, row) => sum + row.grossCents, 0) },
        message: `发票${head.number}起${run.length}张与${run[1]?.number ?? ""}连号，注意是否拆分开票。`,
        remedy: "请核对这些发票是否为同一业务拆开，合计是否达到合同或采购起点。",
      };
    });
  },
});

/** A first, cheap look: most numbers have no neighbour of any seller. */
function withNeighbours(facts: Facts, invoices: readonly Invoice[]): readonly Invoice[] {
  if (invoices.length < facts.rows.invoice.length / 2) return invoices.filter((row) => row.isRed === 0);
  const tails = new Set(facts.rows.invoice.map(tailOf));
  return invoices.filter((row) => {
    const tail = tailOf(row);
    if (tail === undefined || row.isRed === 1) return false;
    return tails.has(tail - 1) || tails.has(tail + 1);
  });
}

function neighbourOf(facts: Facts, invoice: Invoice, step: 1 | -1): Invoice | undefined {
  const tail = tailOf(invoice);
  if (tail === undefined) return undefined;
  const front = invoice.number.slice(0, -8);
  return facts.invoices
    .withTail(tail + step)
    .find(
      (other) =>
        other.isRed === 0 &&
        other.number.slice(0, -8) === front &&
        other.sellerTaxId === invoice.sellerTaxId &&
        other.sellerName === invoice.sellerName &&
        other.issueDate <= facts.asOf &&
        Math.abs(daysBetween(other.issueDate, invoice.issueDate)) <= 1,
    );
}

function headOf(facts: Facts, invoice: Invoice): Invoice {
  let head = invoice;
  for (let before = neighbourOf(facts, head, -1); before; before = neighbourOf(facts, head, -1))
    head = before;
  return head;
}

function runFrom(facts: Facts, head: Invoice): readonly Invoice[] {
  const run = [head];
  for (let next = neighbourOf(facts, head, 1); next; next = neighbourOf(facts, next, 1)) run.push(next);
  return run;
}
