import { isoDate } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { contractId } from "./contracts.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId } from "./rows.ts";

/** 三重一大会议纪要: before the project was handed in and before the large contract was signed. */
export const approvals: readonly Row<"approval">[] = [
  {
    id: sampleId("minutes-project"),
    kind: "minutes",
    documentNo: "示例会议纪要〔2021〕18号",
    title: "关于2022年度社区综合治理项目经费安排的会议纪要",
    approvedOn: isoDate("2021-10-20"),
    projectId,
    contractId: null,
    paymentId: null,
    content: "同意社区综合治理项目2022年度经费430,000.00元。",
    ...notVoided,
  },
  {
    id: sampleId("minutes-joint"),
    kind: "minutes",
    documentNo: "示例会议纪要〔2021〕23号",
    title: "关于大联动综合整治服务采购的会议纪要",
    approvedOn: isoDate("2021-12-08"),
    projectId,
    contractId: contractId("joint"),
    paymentId: null,
    content: "同意采购大联动综合整治服务，合同金额240,000.00元，按季度考核支付。",
    ...notVoided,
  },
];
