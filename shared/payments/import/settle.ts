import {
  addCents,
  type Cents,
  cents,
  maxCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../../kernel/cents.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { InstalmentFact } from "../../rules/contractFacts.ts";
import type { Facts } from "../../rules/facts.ts";
import { instalmentName, yuan } from "../../rules/words.ts";
import { freeOfInstalment, freeOfInvoice, type Holders } from "../free.ts";
import { mirroredParts, refundableCents, type Settled } from "../refunds.ts";
import { type SharedPart, shareOut } from "../shareOut.ts";
import type { ImportState } from "./preview.ts";
import type { PaymentRow } from "./readRow.ts";
import type { Resolved } from "./resolve.ts";

/** What the rows above already take of papers and of payments that come back. */
export type Claims = Readonly<{
  ofPaper: (id: string) => Cents;
  refundsOf: (paymentId: string) => readonly Settled[];
}>;

export type Settlement =
  | Readonly<{ kind: "parts"; parts: readonly SharedPart[]; leftCents: Cents }>
  | Readonly<{ kind: "refused"; message: string }>;

const refused = (message: string): Settlement => ({ kind: "refused", message });

/**
 * Which instalments and invoices a row settles: those of its contract in its 所属期, and the invoices it names, in order.
 * What was paid must fit into what is left of them; a draft takes what there is, and its check tells the rest.
 */
export function settleRow(
  facts: Facts,
  row: PaymentRow,
  found: Resolved,
  context: Readonly<{ state: ImportState; claims: Claims }>,
): Settlement {
  if (found.original !== undefined) return settleRefund(facts, row, found.original, context.claims);
  const { claims, state } = context;
  // What left the office is a fact, whoever drafted something beside it; a draft takes what nobody asked for yet.
  const taking: Taking = { claims, by: state === "paid" ? "bound" : "asked" };
  const instalments = meantInstalments(row, found).map((fact) => ({
    id: fact.row.id,
    name: `${fact.contract.row.contractNo} ${instalmentName(fact.row)}`,
    freeCents: leftOfInstalment(facts, fact, taking),
  }));
  const invoices = found.invoices.map((invoice) => ({
    id: invoice.id,
    name: `发票${invoice.number}`,
    freeCents: leftOfInvoice(facts, invoice, taking),
  }));
  if (state === "paid") {
    const short = [instalments, invoices].find((papers) => {
      const free = sumCents(papers.map((paper) => paper.freeCents));
      return papers.length > 0 && free < row.amountCents;
    });
    if (short !== undefined) return refused(shortage(row, short));
  }
  return { kind: "parts", ...shareOut(row.amountCents, instalments, invoices) };
}

type Taking = Readonly<{ claims: Claims; by: Holders }>;
type Paper = Readonly<{ name: string; freeCents: Cents }>;

function shortage({ amountCents }: PaymentRow, papers: readonly Paper[]): string {
  const free = sumCents(papers.map((paper) => paper.freeCents));
  const names = papers
    .map(({ name }) => name)
    .slice(0, 3)
    .join("、");
  const what = papers.length > 3 ? `${names}等${papers.length}项` : names;
  return `${what}只剩${yuan(free)}可付，本行${yuan(amountCents)}超出${yuan(subtractCents(amountCents, free))}。`;
}

function meantInstalments(
  { period, isAdvance }: PaymentRow,
  { contract }: Resolved,
): readonly InstalmentFact[] {
  if (contract === undefined) return [];
  if (isAdvance) return contract.instalments.filter(({ row }) => row.kind === "advance");
  if (period === undefined) return [];
  return contract.instalments.filter(
    ({ row }) => row.kind === "regular" && row.periodFrom <= period.to && row.periodTo >= period.from,
  );
}

function leftOfInstalment(facts: Facts, fact: InstalmentFact, { by, claims }: Taking): Cents {
  const free = freeOfInstalment(facts, fact, { by });
  return maxCents(zeroCents, subtractCents(free, claims.ofPaper(fact.row.id)));
}

function leftOfInvoice(facts: Facts, invoice: Invoice, { by, claims }: Taking): Cents {
  const free = freeOfInvoice(facts, invoice, { by });
  return maxCents(zeroCents, subtractCents(free, claims.ofPaper(invoice.id)));
}

function settleRefund(
  facts: Facts,
  { amountCents }: PaymentRow,
  original: Settled["row"],
  claims: Claims,
): Settlement {
  if (amountCents >= 0) return refused("填写了原付款编号，是退款，金额应为负数。");
  if (original.state !== "paid" || original.amountCents <= 0)
    return refused(`${original.paymentNo}不是已付的付款，不能登记退款。`);
  const withParts = (row: Settled["row"]): Settled => ({
    row,
    parts: facts.paymentsById.get(row.id)?.allocations ?? [],
  });
  const settled = withParts(original);
  const earlier = facts.rows.payment.filter((row) => row.refundOfId === original.id).map(withParts);
  const refunds = [...earlier, ...claims.refundsOf(original.id)];
  const left = refundableCents(settled, refunds);
  if (-amountCents > left)
    return refused(`${original.paymentNo}最多再退${yuan(left)}，本行退${yuan(cents(-amountCents))}。`);
  const parts = mirroredParts(settled, refunds, cents(-amountCents)).map(
    ({ instalmentId, invoiceId, amountCents: back }) => ({ instalmentId, invoiceId, amountCents: back }),
  );
  return {
    kind: "parts",
    parts,
    leftCents: subtractCents(amountCents, addCents(...parts.map((part) => part.amountCents))),
  };
}
