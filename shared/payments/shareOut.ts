import { type Cents, cents, minCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Id } from "../kernel/id.ts";

/** A paper with what is left of it. */
export type Open = Readonly<{ id: Id; freeCents: Cents }>;
export type SharedPart = Readonly<{ instalmentId: Id | null; invoiceId: Id | null; amountCents: Cents }>;

/**
 * Lays an amount over instalments and invoices, both in their order and each up to what is left of it: a part for every
 * pair that meets. What finds no paper on one side stands alone on the other; what finds none at all is `leftCents`.
 */
export function shareOut(
  amount: Cents,
  instalments: readonly Open[],
  invoices: readonly Open[],
): Readonly<{ parts: readonly SharedPart[]; leftCents: Cents }> {
  const cuts = [...cutsOf(amount, instalments), ...cutsOf(amount, invoices)];
  const edges = [...new Set(cuts)].filter((cut) => cut > 0).toSorted((a, b) => a - b);
  const parts: SharedPart[] = [];
  let from = 0;
  for (const to of edges) {
    const instalmentId = paperAt(instalments, from);
    const invoiceId = paperAt(invoices, from);
    if (instalmentId !== null || invoiceId !== null)
      parts.push({ instalmentId, invoiceId, amountCents: cents(to - from) });
    from = to;
  }
  const covered = sumCents(parts.map((part) => part.amountCents));
  return { parts, leftCents: subtractCents(amount, covered) };
}

const freeOf = ({ freeCents }: Open): number => Math.max(0, freeCents);

/** How far the papers reach, one after the other, within the amount. */
function cutsOf(amount: Cents, papers: readonly Open[]): readonly Cents[] {
  let reach = 0;
  return papers.map((paper) => {
    reach += freeOf(paper);
    return minCents(cents(reach), amount < 0 ? zeroCents : amount);
  });
}

function paperAt(papers: readonly Open[], position: number): Id | null {
  let reach = 0;
  for (const paper of papers) {
    reach += freeOf(paper);
    if (position < reach) return paper.id;
  }
  return null;
}
