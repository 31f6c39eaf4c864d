import { type Cents, cents, formatYuan, zeroCents } from "../kernel/cents.ts";
import type { Amounts } from "./invoiceDraft.ts";

/** INV-12: by how much net and tax miss the gross amount. Each is rounded to 分 alone, so together they may be one off. */
export function amountsGap({ net, tax, gross }: Amounts): Cents {
  const gap = Math.abs(net + tax - gross);
  return gap > 1 ? cents(gap) : zeroCents;
}

/** The sentence for it. `what` has the amounts: "第3行", or an invoice. */
export const amountsGapTold = (what: string, gap: Cents): string =>
  `${what}金额+税额≠价税合计，差${formatYuan(gap)}元。`;
