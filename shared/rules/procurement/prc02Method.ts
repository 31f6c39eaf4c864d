import { cents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { wordsIn } from "../wordList.ts";
import { ofContract, yuan } from "../words.ts";
import { kindNames, limitOf, limitParams, purchaseOf } from "./purchases.ts";

export const prc02Method = defineRule({
  id: "PRC-02",
  name: "达到采购限额未走程序",
  area: "合同",
  severity: "block",
  description: "合同金额达到采购限额标准，采购方式却是直选、零星采购等，或没有填写采购方式。",
  basis: "政府采购法：达到采购限额标准的，应当依法采用政府采购方式；限额标准由各省、市规定",
  reads: ["contract", "project", "budgetLine"],
  params: {
    ...limitParams,
    methods: {
      label: "限额以下才可用的采购方式（含有的字样）",
      kind: "text",
      default: "直选、直接选定、直接采购、零星、自行采购、比价、询比",
      confirmed: false,
    },
  },
  check: (facts, { methods, ...limits }, { contracts }) => {
    const words = wordsIn(methods);
    return contracts.flatMap((contract) => {
      const purchase = purchaseOf(facts, contract);
      if (purchase === undefined) return [];
      const limit = cents(limitOf(purchase.kind, limits));
      const method = contract.row.procurementMethod.trim();
      const isProper = method !== "" && !words.some((word) => method.includes(word));
      if (purchase.cents < limit || isProper) return [];
      return {
        subjects: [ofContract(contract)],
        figures: { amountCents: purchase.cents, limitCents: limit, procurementMethod: method },
        message: `合同金额${yuan(purchase.cents)}达到${kindNames[purchase.kind]}采购限额${yuan(limit)}，${method === "" ? "未填写采购方式" : `采购方式“${method}”不符`}。`,
        remedy: "请核对采购方式并补充采购文件；确未按规定程序采购的，停止付款并按规定处理。",
      };
    });
  },
});
