import { daysBetween } from "../../kernel/dates.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { type Groups, groupBy } from "../indexing.ts";
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
    const near = byTail(facts, invoices);
    if (near === undefined) return [];
    // Next to most numbers there is no other.
    const candidates = invoices.filter(
      (row) => row.isRed === 0 && near.of(tailOf(row) ?? noTail).includes(row),
    );
    const known = new Map<Invoice, Invoice>();
    const heads = new Set(candidates.map((row) => headOf(near, row, known)));
    return [...heads].flatMap((head) => {
      const run = runFrom(near, head);
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

const noTail = -1;

/** The last eight digits of an invoice's number; `undefined` where they are no digits. */
function tailOf({ number }: Invoice): number | undefined {
  let tail = 0;
  for (let index = number.length - 8; index < number.length; index += 1) {
    const digit = number.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    tail = tail * 10 + digit;
  }
  return tail;
}

/**
 * Invoices of the same sellers by the end of their number; only those next to which there is another number, and
 * `undefined` when there are none.
 */
function byTail(facts: Facts, invoices: readonly Invoice[]): Groups<number, Invoice> | undefined {
  const pool: Readonly<{ invoice: Invoice; tail: number }>[] = [];
  const known = new Set<number>();
  for (const seller of new Set(invoices.map((row) => row.sellerName))) {
    for (const invoice of facts.invoices.soldBy(seller)) {
      const tail = invoice.isRed === 1 || invoice.issueDate > facts.asOf ? undefined : tailOf(invoice);
      if (tail === undefined) continue;
      pool.push({ invoice, tail });
      known.add(tail);
    }
  }
  const near = pool.filter(({ tail }) => known.has(tail - 1) || known.has(tail + 1));
  if (near.length === 0) return undefined;
  const groups = groupBy(near, ({ tail }) => tail);
  return { of: (tail) => groups.of(tail).map(({ invoice }) => invoice) };
}

function neighbourOf(near: Groups<number, Invoice>, invoice: Invoice, step: 1 | -1): Invoice | undefined {
  const tail = tailOf(invoice);
  if (tail === undefined) return undefined;
  return near
    .of(tail + step)
    .find(
      (other) =>
        other.number.slice(0, -8) === invoice.number.slice(0, -8) &&
        other.sellerTaxId === invoice.sellerTaxId &&
        other.sellerName === invoice.sellerName &&
        Math.abs(daysBetween(other.issueDate, invoice.issueDate)) <= 1,
    );
}

/** The first of the run an invoice is in. `known` are those found so far: a run of thousands is walked once. */
function headOf(near: Groups<number, Invoice>, invoice: Invoice, known: Map<Invoice, Invoice>): Invoice {
  const passed: Invoice[] = [];
  let head = invoice;
  for (
    let before: Invoice | undefined = invoice;
    before !== undefined;
    before = neighbourOf(near, before, -1)
  ) {
    const found = known.get(before);
    head = found ?? before;
    if (found !== undefined) break;
    passed.push(before);
  }
  for (const row of passed) known.set(row, head);
  return head;
}

function runFrom(near: Groups<number, Invoice>, head: Invoice): readonly Invoice[] {
  const run = [head];
  for (let next = neighbourOf(near, head, 1); next; next = neighbourOf(near, next, 1)) run.push(next);
  return run;
}
