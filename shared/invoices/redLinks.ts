import { sumCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { Invoice } from "../model/invoice.ts";
import { heldCents } from "../payments/free.ts";
import type { Facts } from "../rules/facts.ts";
import { yuan } from "../rules/words.ts";
import { readRedNotice } from "./blueNumber.ts";
import { invoiceBrief } from "./invoiceBrief.ts";
import { isSameSeller, leftCents, overReversedCents, overReversedTold, strangerTold } from "./redFits.ts";
import type { BlueCandidate, LoneRed, RedPair } from "./relation.ts";

const isLiveRed = (invoice: Invoice): boolean => invoice.isRed === 1 && invoice.status !== "void";

/** A red invoice of the ledger whose blue one is not there, with those that it may take back. */
export function loneRed(facts: Facts, red: Invoice): LoneRed | undefined {
  if (!isLiveRed(red)) return undefined;
  const named = red.blueNumber === null ? undefined : facts.invoices.withNumber(red.blueNumber);
  if (named !== undefined) return undefined;
  return {
    invoice: invoiceBrief(red),
    remark: red.remark,
    namedNumber: red.blueNumber,
    candidates: blueCandidates(facts, red),
  };
}

const mostCandidates = 5;

/**
 * Blue invoices that a red one may take back, the likeliest first. The same seller and the same amount never settle it:
 * twelve monthly rents are alike, so a person is asked.
 */
export function blueCandidates(facts: Facts, red: Invoice): readonly BlueCandidate[] {
  const chained = chainedNumber(facts, red);
  const scored = facts.rows.invoice.flatMap((blue) => {
    const candidate = candidateOf(facts, red, blue, chained);
    return candidate === undefined ? [] : [candidate];
  });
  return scored
    .toSorted((a, b) => b.points - a.points || compareText(b.blue.issueDate, a.blue.issueDate))
    .slice(0, mostCandidates)
    .map(({ blue, reasons }) => ({ invoice: invoiceBrief(blue), reasons }));
}

/** What another red invoice of the same 信息表 or 确认单 names. */
function chainedNumber(facts: Facts, red: Invoice): string | null {
  const notice = readRedNotice(red.remark);
  if (notice === null) return null;
  const other = facts.rows.invoice.find(
    (row) =>
      row.id !== red.id && isLiveRed(row) && row.blueNumber !== null && readRedNotice(row.remark) === notice,
  );
  return other?.blueNumber ?? null;
}

type Scored = Readonly<{ blue: Invoice; points: number; reasons: readonly string[] }>;

function candidateOf(facts: Facts, red: Invoice, blue: Invoice, chained: string | null): Scored | undefined {
  if (blue.isRed === 1 || blue.status === "void" || blue.issueDate > red.issueDate) return undefined;
  if (!isSameSeller(red, blue)) return undefined;
  const before = sumCents(facts.invoices.redOf(blue).map(({ grossCents }) => grossCents));
  if (blue.grossCents + before + red.grossCents < 0) return undefined;
  const isChained = blue.number === chained;
  const isMirrored = blue.grossCents === -red.grossCents;
  const waits = blue.status !== "normal" && before === 0;
  if (!isChained && !isMirrored && !waits) return undefined;
  const reasons = [
    ...(isChained ? ["同一红字信息确认单的另一张红字发票对应它"] : []),
    ...(isMirrored ? ["同一销方，金额正好相反"] : ["同一销方"]),
    ...(waits ? ["已标为红冲，还没有对应的红字发票"] : []),
  ];
  return { blue, points: (isChained ? 4 : 0) + (waits ? 2 : 0) + (isMirrored ? 1 : 0), reasons };
}

/** A blue invoice that something took back, or that says so; `undefined` for all others. */
export function redPair(facts: Facts, blue: Invoice): RedPair | undefined {
  const reds = facts.invoices.redOf(blue);
  const saysSo = blue.status === "redFull" || blue.status === "redPartial";
  if (blue.isRed === 1 || (reds.length === 0 && !saysSo)) return undefined;
  return {
    blue: invoiceBrief(blue),
    reds: reds.map(invoiceBrief),
    payableCents: facts.invoices.payableCents(blue),
    usedCents: heldCents(facts.usesOfInvoice.of(blue), { by: "asked" }),
    doubt: pairDoubt(blue, reds),
  };
}

/** What does not fit between a blue invoice and its red ones, in a sentence. */
export function pairDoubt(blue: Invoice, reds: readonly Invoice[]): string | null {
  const over = overReversedCents(blue, reds);
  if (over !== undefined) return overReversedTold(blue, over);
  const stranger = reds.find((red) => !isSameSeller(red, blue));
  if (stranger !== undefined) return strangerTold(stranger, blue);
  if (reds.length === 0) return "状态是已红冲，账本中还没有对应的红字发票。";
  const left = leftCents(blue, reds);
  if (blue.status === "redFull" && left > 0) {
    return `状态是全额红冲，账本中的红字发票还差${yuan(left)}。`;
  }
  return blue.status === "normal" ? "账本中的状态还是正常，请重新导出、导入这张蓝字发票更新状态。" : null;
}
