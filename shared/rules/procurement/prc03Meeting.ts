import { cents } from "../../kernel/cents.ts";
import { formatDateText } from "../../kernel/dates.ts";
import { defineRule } from "../rule.ts";
import { ofContract, yuan } from "../words.ts";

export const prc03Meeting = defineRule({
  id: "PRC-03",
  name: "三重一大未上会",
  area: "合同",
  severity: "block",
  description: "合同金额达到“三重一大”起点，却没有会议纪要，或纪要晚于签订日。",
  basis: "单位“三重一大”集体决策制度；起点金额由各单位规定",
  reads: ["contract", "approval"],
  params: { limitCents: { label: "“三重一大”起点金额", kind: "cents", default: null, confirmed: false } },
  check: (facts, { limitCents }, { contracts }) =>
    contracts.flatMap((contract) => {
      const { amountCents, signedOn, projectId } = contract.row;
      if (amountCents === null || amountCents < limitCents) return [];
      const ofItsProject = facts.rows.approval.filter(
        (row) => row.projectId === projectId && row.approvedOn <= facts.asOf,
      );
      const minutes = [...contract.approvals, ...ofItsProject].filter((row) => row.kind === "minutes");
      const first = minutes.map((row) => row.approvedOn).toSorted()[0];
      if (first !== undefined && (signedOn === null || first <= signedOn)) return [];
      return {
        subjects: [ofContract(contract)],
        figures: { amountCents, limitCents, minutesDate: first ?? null, signedDate: signedOn },
        message:
          first === undefined
            ? `合同金额${yuan(amountCents)}达到“三重一大”标准${yuan(cents(limitCents))}，缺会议纪要。`
            : `合同金额${yuan(amountCents)}达到“三重一大”标准，会议纪要（${formatDateText(first)}）晚于签订日。`,
        remedy: "请补充签订前的会议纪要；没有上会的，按规定补办并说明原因。",
      };
    }),
});
