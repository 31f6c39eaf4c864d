import { formatDateText } from "../../kernel/dates.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofContract, yuan } from "../words.ts";

export const con08NoScan = defineRule({
  id: "CON-08",
  name: "扫描件缺失",
  area: "合同",
  severity: "warn",
  description: "合同已有付款或付款申请，却没有上传双方签章的合同扫描件。",
  basis: "行政事业单位内部控制规范：合同应归口管理、妥善保管；付款应以签章生效的合同为依据",
  reads: ["contract", "payment", "allocation", "filedPaper"],
  params: {},
  check: (facts, _params, { contracts }) =>
    hitsIn(contracts, (contract) => {
      if (facts.filed.has(contract.row.id, "contractScan")) return undefined;
      const first = facts.usesOfContract.of(contract).find(({ use }) => use.cents > 0);
      if (first === undefined) return undefined;
      const { row } = first.payment;
      return {
        subjects: [ofContract(contract)],
        figures: { firstPaymentNo: row.paymentNo, firstPaymentCents: first.use.cents },
        message: `合同${contract.row.contractNo}未上传签章扫描件，已有付款单${row.paymentNo}（${formatDateText(row.requestedOn)}，${yuan(first.use.cents)}）。`,
        remedy: "请把双方签章的合同扫描后上传到合同的附件；尚未签章的，先完成签订再付款。",
      };
    }),
});
