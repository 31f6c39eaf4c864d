import type { CellLock } from "#shared/api/rentals.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import type { MonthTerms } from "#shared/rentals/editSegments.ts";
import { readDecimal } from "../../../components/inputs/readDecimal.ts";

/** What a number alone means when it is typed into a month. */
export type PlainNumber = "quantity" | "unitPrice";

/** What a month holds before something is typed; null where there is nothing to go on from. */
export type Base = Readonly<{ quantity: Decimal | null; unitPrice: Decimal | null }>;

export type TypedCell =
  | Readonly<{ kind: "terms"; terms: MonthTerms }>
  /** Nothing is let in that month. */
  | Readonly<{ kind: "none" }>
  | Readonly<{ kind: "wrong"; problem: string }>;

/** "26×85", "26×85免" for a free month, nothing where nothing is let: as a month is shown, copied and typed. */
export const cellText = (terms: MonthTerms | null): string =>
  terms === null ? "" : `${terms.quantity}×${terms.unitPrice}${terms.free ? "免" : ""}`;

const pattern = /^([^×]*?)(?:×([^×]*?))?(免租?|m)?$/;

/**
 * Reads a month as it is typed: "26" (a quantity, or a price where `plain` says so), "26×85" or "26*85", "×85" for the
 * price alone, "免" or "m" for a free month. What is not typed stays as `base` has it; a price typed into a free month ends it.
 */
export function readCell(text: string, base: Base, plain: PlainNumber): TypedCell {
  const typed = text.normalize("NFKC").toLowerCase().replace(/[*x@]/g, "×").replace(/\s/g, "");
  if (typed === "" || typed === "—" || typed === "-") return { kind: "none" };
  const match = pattern.exec(typed);
  if (match === null) return wrong(text);
  const [, first = "", second, free] = match;
  const isPair = second !== undefined;
  const quantity = read(isPair || plain === "quantity" ? first : "", base.quantity);
  const unitPrice = read(isPair ? second : plain === "unitPrice" ? first : "", base.unitPrice);
  if (quantity === undefined || unitPrice === undefined) return wrong(text);
  if (quantity === null)
    return { kind: "wrong", problem: "这个月还没有数量，请写成 数量×单价，例如 26×85。" };
  if (unitPrice === null)
    return { kind: "wrong", problem: "这个月还没有单价，请写成 数量×单价，例如 26×85。" };
  return { kind: "terms", terms: { quantity, unitPrice, free: free !== undefined } };
}

const wrong = (text: string): TypedCell => ({
  kind: "wrong",
  problem: `看不懂“${text.trim()}”。请写数量（26）、数量×单价（26×85）、×单价（×85）或 免（也可写 m）。`,
});

const read = (text: string, otherwise: Decimal | null): Decimal | null | undefined =>
  text === "" ? otherwise : readDecimal(text);

/** Why a month cannot be typed over. */
export const lockWords: Readonly<Record<CellLock, string>> = {
  invoiced: "已有发票，数量和单价不能再改；有差额的，与供应商核对后用补充协议或退款处理。",
  paid: "已有付款单，数量和单价不能再改；请先作废付款单，或用补充协议处理差额。",
  accepted: "已经验收（确认），数量和单价不能再改；请先作废验收记录。",
  outside: "不在合同期内；请先延长合同。",
  closed: "年度已关账，只能查看；确需改动的，请在“设置 › 年度”写明原因重新打开。",
};
