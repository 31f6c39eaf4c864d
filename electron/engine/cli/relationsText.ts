import type { InvoiceRelations } from "#shared/api/invoiceLife.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { invoiceStatusNames } from "#shared/rules/words.ts";

/** 红字与作废 in a few paragraphs: what is to be done first. */
export function relationsText({ alarms, lone, pairs }: InvoiceRelations): string {
  const parts = [
    ...alarms.flatMap(({ invoice, message, remedy, uses }) => [
      `[须处理] 发票${invoice.number}（${invoice.sellerName}）${message}`,
      `         付款单：${uses.map(({ paymentNo }) => paymentNo).join("、")}`,
      `         ${remedy}`,
    ]),
    ...lone.flatMap(({ invoice, namedNumber, candidates }) => [
      `[没有蓝字] 红字发票${invoice.number}（${invoice.sellerName}，${formatYuan(invoice.grossCents)}元）${namedNumber === null ? "没有写明蓝字号码" : `写明的蓝字${namedNumber}不在账本中`}`,
      ...candidates.map(
        (candidate) => `         可能是：${candidate.invoice.number}（${candidate.reasons.join("，")}）`,
      ),
    ]),
    ...pairs.map(({ blue, reds, payableCents, doubt }) => {
      const taken = reds.map(({ number, grossCents }) => `${number} ${formatYuan(grossCents)}元`).join("、");
      return `[${invoiceStatusNames[blue.status]}] 蓝字${blue.number} ${formatYuan(blue.grossCents)}元 ← 红字${taken || "（没有）"}，可付${formatYuan(payableCents)}元${doubt === null ? "" : `；${doubt}`}`;
    }),
  ];
  return parts.length === 0 ? "没有红字、作废的发票。" : parts.join("\n");
}
