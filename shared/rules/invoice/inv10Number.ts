import { numberFault } from "../../invoices/numberFaults.ts";
import { isOtherPaper } from "../../invoices/ticketKinds.ts";
import type { Invoice } from "../../model/invoice.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

/** A paper that is no tax invoice has a number of its own kind, and only a person enters it. */
const hasOwnNumber = ({ entry, type }: Invoice): boolean => entry === "manual" && isOtherPaper(type);

export const inv10Number = defineRule({
  id: "INV-10",
  name: "号码格式/精度异常",
  area: "发票",
  severity: "block",
  description:
    "发票号码不是20位，也不是10位或12位代码加8位号码（阻断）；20位号码末五位全为0，像是被改成数值后丢了末位（警告）。导入时有问题的行不录入。",
  basis: "税务机关发票号码规则",
  reads: ["invoice"],
  params: {},
  check: (_facts, _params, { invoices }) =>
    hitsIn(invoices, (invoice) => {
      const fault = hasOwnNumber(invoice) ? undefined : numberFault(invoice);
      if (fault === undefined) return undefined;
      const { number } = invoice;
      return {
        subjects: [ofInvoice(invoice)],
        figures: { number, digitCount: number.replace(/\D/g, "").length },
        severity: fault.severity,
        message: fault.message,
        remedy: "请对照发票原件改正号码；从 Excel 导入的，撤销该批次并用税务平台下载的原始文件重新导入。",
      };
    }),
});
