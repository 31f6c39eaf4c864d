import { type Cents, formatYuan, sumCents } from "../kernel/cents.ts";
import type { Amounts } from "./invoiceDraft.ts";

type LineSums = Readonly<{ netCents: Cents; taxCents: Cents }>;

/** INV-13 of one ticket: its lines add up to it within one 分; the sentence where they do not. */
export function linesGap(lines: readonly LineSums[], { net, tax }: Amounts): string | undefined {
  if (lines.length === 0) return undefined;
  const [netSum, taxSum] = [
    sumCents(lines.map(({ netCents }) => netCents)),
    sumCents(lines.map(({ taxCents }) => taxCents)),
  ];
  if (Math.abs(netSum - net) > 1) return told("金额", netSum, net);
  return Math.abs(taxSum - tax) > 1 ? told("税额", taxSum, tax) : undefined;
}

const told = (what: string, lines: Cents, whole: Cents): string =>
  `明细${what}合计${formatYuan(lines)}元，与发票${what}${formatYuan(whole)}元不一致。`;
