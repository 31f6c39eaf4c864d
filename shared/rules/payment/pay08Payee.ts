import { hitsIn } from "../looking.ts";
import { plainCode } from "../partyNames.ts";
import { defineRule } from "../rule.ts";
import { ofContract, ofPayment } from "../words.ts";
import { otherPayeeAllowed } from "./otherPayee.ts";

export const pay08Payee = defineRule({
  id: "PAY-08",
  name: "收款方≠合同乙方",
  area: "付款",
  severity: "block",
  description:
    "收款方的名称或税号与合同乙方不同（乙方的曾用名按生效日期认定），又没有委托收款或债权转让的文件；税号相同只是名称不同的为警告。",
  basis: "合同约定的收款方；资金应付给合同相对方",
  reads: ["payment", "contract", "vendor", "vendorName", "approval", "filedPaper"],
  params: {},
  check: (facts, _params, { payments }) => {
    const isAllowed = otherPayeeAllowed(facts);
    return hitsIn(payments, (payment) => {
      const { contract, row } = payment;
      const vendor = contract?.vendor;
      // What went to the wrong payee comes back from there.
      if (contract === undefined || vendor === undefined || row.amountCents < 0) return undefined;
      const codes = [plainCode(row.payeeTaxId), plainCode(vendor.creditCode)] as const;
      const hasBoth = codes[0] !== "" && codes[1] !== "";
      const isNamed = facts.vendorNames.hasName(vendor, row.payeeName, payment.payDate);
      if ((isNamed && (!hasBoth || codes[0] === codes[1])) || isAllowed(payment)) return undefined;
      const isSameBody = hasBoth && codes[0] === codes[1];
      const detail = isSameBody
        ? "税号相同，名称不同。"
        : isNamed
          ? `名称相同，税号${codes[0]}与${codes[1]}不同。`
          : "";
      return {
        subjects: [ofPayment(payment), ofContract(contract)],
        figures: {
          payeeName: row.payeeName,
          payeeTaxId: codes[0],
          vendorName: vendor.name,
          vendorTaxId: codes[1],
        },
        severity: isSameBody ? ("warn" as const) : ("block" as const),
        message: `收款方${row.payeeName}与合同乙方${vendor.name}不一致。${detail}`,
        remedy: isSameBody
          ? "乙方更名的，请在供应商中登记曾用名和生效日期；填写有误的，请改正收款方名称。"
          : "请改为付给合同乙方；确需付给他人的，先取得委托收款或债权转让文件，在审批中登记或作为收款方证明上传。",
      };
    });
  },
});
