import { UserError } from "#shared/kernel/errors.ts";
import { exportEvidence } from "../audit/exportEvidence.ts";
import { findPaymentByNo } from "../store/payments.ts";
import type { Command } from "./command.ts";

export const evidenceCommand: Command = {
  name: "export evidence",
  usage: "export evidence 付款编号 文件.zip --db 账本",
  summary: "导出一笔付款的审计材料：合同、发票、验收、审批、核对结果和附件，打成一个压缩包",
  shape: { words: ["付款编号", "文件"], options: {} },
  run: async ({ args, withLedger }) => {
    const path = args.word("文件");
    const exported = await withLedger(async (context) => {
      const payment = await findPaymentByNo(context.ledger, args.word("付款编号"));
      if (payment === undefined) throw noSuchNumber(args.word("付款编号"));
      return exportEvidence(context, { id: payment.id, path });
    });
    return { data: { file: path, ...exported }, text: [`已导出：${path}`, ...exported.warnings].join("\n") };
  },
};

/** Says how to find a number that exists. */
export const noSuchNumber = (paymentNo: string): UserError =>
  new UserError({
    code: "not-found",
    message: `没有编号为“${paymentNo}”的付款。`,
    hint: "用 list payments 查看付款编号。",
  });
