import { buildSlip, type PaymentSlip } from "#shared/forms/builders/slip.ts";
import type { Form } from "#shared/forms/form.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { amount, empty, text } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { longName, longText } from "./stressSheets.ts";

/** Slips of a payment with many invoices and the longest names. */
const slip = (invoices: number): PaymentSlip => ({
  fields: {
    payer: text("上海市松江区广富林街道城市运行管理中心"),
    paymentNo: text("FK-2022-0004"),
    purpose: text(longText(120)),
    payee: text(longName(0)),
    bank: text("中国工商银行股份有限公司上海市松江支行广富林路分理处"),
    account: text("1001234567890123456789012345"),
    method: text("转账"),
    project: text(longName(1)),
    budgetLine: text(longName(2)),
    contract: text(longName(3)),
    contractSum: amount(cents(123_456_789_012)),
    period: text("2022年5月至2022年6月"),
    instalments: text("2022年5月、2022年6月"),
    paidBefore: amount(cents(98_765_432_100)),
    amount: amount(cents(123_456_789_012)),
    capital: text("壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"),
    requestedOn: { kind: "date", date: isoDate("2022-07-08") },
    attachments: text("发票40张、合同、验收单"),
    invoiceCount: text(String(invoices)),
    note: empty,
  },
  invoices: Array.from({ length: invoices }, (_, index) => ({
    number: `2231200000000000${String(index).padStart(4, "0")}`,
    issueDate: isoDate("2022-06-30"),
    sellerName: index % 3 === 0 ? longName(index) : "上海移动通信有限责任公司",
    goods: "*租赁*巡查记录仪租赁费",
    grossCents: cents(123_456_78),
    usedCents: cents(123_456_78),
  })),
  findings: [
    { ruleId: "PAY-03", severity: "block", message: longText(90), accepted: null },
    { ruleId: "PAY-10", severity: "warn", message: longText(40), accepted: "已补" },
  ],
  signers: { handledBy: "沈经办", reviewedBy: "欧阳复核员", approvedBy: "" },
});

export const stressSlips = (
  template: Template,
  invoices = 40,
): Readonly<Record<"approvalSlip" | "voucherSlip", Form>> => ({
  approvalSlip: buildSlip("approvalSlip", slip(invoices), template),
  voucherSlip: buildSlip("voucherSlip", slip(invoices), template),
});
