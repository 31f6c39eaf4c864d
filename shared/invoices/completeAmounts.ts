import { type Cents, cents, formatYuan, zeroCents } from "../kernel/cents.ts";
import { amountsGap, amountsGapTold } from "./amountsGap.ts";
import type { Amounts } from "./invoiceDraft.ts";

/** `null` where nothing was typed. */
export type TypedAmounts = Readonly<{ net: Cents | null; tax: Cents | null; gross: Cents | null }>;

export type Completed = Readonly<{ amounts: Amounts }> | Readonly<{ fault: string }>;

/**
 * The three amounts of a ticket from two of them. All three must agree within one 分; the sign is that of a blue ticket, or
 * with `isRed` that of a red one. Where there is no tax (`hasTax` false) the gross amount alone is enough.
 */
export function completeAmounts(
  typed: TypedAmounts,
  { hasTax, isRed }: Readonly<{ hasTax: boolean; isRed: boolean }>,
): Completed {
  const amounts = whole(hasTax ? typed : { ...typed, tax: typed.tax ?? zeroCents });
  if (amounts === undefined) return { fault: "金额、税额、价税合计请至少填写两项。" };
  const gap = amountsGap(amounts);
  if (gap > 0) return { fault: amountsGapTold("", gap) };
  const { net, tax, gross } = amounts;
  if (gross === 0) return { fault: "价税合计不能为 0。" };
  if (isRed && (gross > 0 || net > 0 || tax > 0))
    return { fault: "红字发票的金额、税额、价税合计应填负数。" };
  if (!isRed && (gross < 0 || net < 0 || tax < 0))
    return { fault: "金额为负的是红字发票，请勾选“红字发票”。" };
  if (!hasTax && tax !== 0) return { fault: `这种票据没有税额，税额应为 0，现为${formatYuan(tax)}。` };
  return { amounts };
}

function whole({ net, tax, gross }: TypedAmounts): Amounts | undefined {
  if (net !== null && gross !== null) return { net, tax: tax ?? cents(gross - net), gross };
  if (tax === null) return undefined;
  if (net !== null) return { net, tax, gross: cents(net + tax) };
  return gross === null ? undefined : { net: cents(gross - tax), tax, gross };
}
