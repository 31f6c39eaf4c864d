import type { Scanned } from "#shared/api/invoiceLife.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { invoiceStatusNames } from "#shared/rules/words.ts";
import { findOrDraft } from "../invoices/scanInvoice.ts";
import type { Command } from "./command.ts";

export const scanCommand: Command = {
  name: "invoices scan",
  usage: "invoices scan 二维码内容 --db 账本",
  summary: "按扫码枪扫到的发票二维码查找发票，核对日期和金额；账本里没有时列出已知的内容和还缺什么，不写入",
  shape: { words: ["二维码内容"], options: {} },
  run: async ({ args, withLedger }) => {
    const text = args.word("二维码内容");
    const scanned = await withLedger((context) => findOrDraft(context, { text }));
    return { data: scanned, text: told(scanned) };
  },
};

function told(scanned: Scanned): string {
  switch (scanned.kind) {
    case "found": {
      const { number, sellerName, issueDate, grossCents, status } = scanned.invoice;
      const differences = scanned.differences.map(
        ({ label, ledger, ticket }) => `${label}不一致：账本${ledger}，发票${ticket}。`,
      );
      const head = `账本中有发票${number}：${sellerName}　${issueDate}　${formatYuan(grossCents)}元　${invoiceStatusNames[status]}`;
      return [head, ...differences].join("\n");
    }
    case "draft":
      return `账本中没有发票${scanned.draft.number}。\n还需要按发票填写：${scanned.missing.join("、")}。`;
    default:
      return scanned satisfies never;
  }
}
