import type { FindingView } from "#shared/api/checks.ts";
import type { DossierSection } from "#shared/forms/builders/dossier.ts";
import { buildDossier } from "#shared/forms/builders/dossier.ts";
import type { Form, FormValue } from "#shared/forms/form.ts";
import { amount, dateOrEmpty, text } from "#shared/forms/values.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Row } from "#shared/model/ledger.ts";
import { stepWords } from "#shared/payments/flow.ts";
import {
  acceptanceWords,
  attachmentWords,
  contractKindWords,
  contractStateWords,
  invoiceWords,
  payMethodWords,
  paymentWords,
  severityWords,
} from "#shared/words/words.ts";
import type { EvidenceRows } from "./evidenceRows.ts";
import { priceSection } from "./priceSection.ts";

export type EvidencePaper = Readonly<{
  evidence: EvidenceRows;
  officeName: string;
  projectName: string;
  budgetLineName: string;
  vendorNames: ReadonlyMap<string, string>;
  /** The check as of the day of the paper; empty for a void payment, which is checked no more. */
  findings: readonly FindingView[];
  asOf: string;
  /** Where each attachment lies in the package. */
  pathOf: (attachment: Row<"attachment">) => string;
  sha256Of: (attachment: Row<"attachment">) => string;
}>;

/** 付款审计材料: how a payment came about, from the contract to the check, on one paper. */
export function buildEvidence(paper: EvidencePaper): Form {
  const { payment } = paper.evidence;
  return buildDossier({
    id: "evidence",
    title: "付款审计材料",
    subtitle: `付款编号 ${payment.paymentNo}`,
    note: `${paper.officeName}　　截至 ${paper.asOf}　　金额单位：元`,
    sections: [
      paymentSection(paper),
      stepSection(paper.evidence),
      allocationSection(paper.evidence),
      contractSection(paper),
      priceSection(paper.evidence),
      invoiceSection(paper.evidence),
      acceptanceSection(paper.evidence),
      approvalSection(paper.evidence),
      checkSection(paper),
      attachmentSection(paper),
      changeSection(paper.evidence),
    ].map((section, index) => ({ ...section, title: `${numerals[index]}、${section.title}` })),
  });
}

const numerals = [..."一二三四五六七八九十", "十一"];

/** An instant as the office's clocks show it, to the minute. */
const minute = (instant: string): FormValue => {
  const local = new Date(Date.parse(instant) + chinaOffset).toISOString();
  return text(`${local.slice(0, 10)} ${local.slice(11, 16)}`);
};
const chinaOffset = 8 * 3_600_000;

const periodText = (from: string | null, to: string | null): FormValue =>
  text(from === null || to === null ? "" : `${from} 至 ${to}`);

/** "FK-2022-0012，-500.00 元，2022-07-08" */
const paymentText = ({ paymentNo, amountCents, paidOn, voidedAt }: Row<"payment">): string =>
  [paymentNo, `${formatYuan(amountCents)} 元`, voidedAt === null ? (paidOn ?? "未付") : "已作废"].join("，");

function paymentSection({
  evidence: { payment, original, refunds },
  projectName,
  budgetLineName,
}: EvidencePaper): DossierSection {
  const state = payment.voidedAt === null ? paymentWords[payment.state] : "已作废";
  return {
    kind: "facts",
    title: "付款",
    facts: [
      ["付款编号", text(payment.paymentNo)],
      ["状态", text(state)],
      ["金额", amount(payment.amountCents)],
      ["支付方式", text(payMethodWords[payment.method])],
      ["收款方", text(payment.payeeName)],
      ["收款账号", text(payment.payeeAccountNo)],
      ["项目", text(projectName)],
      ["预算明细", text(budgetLineName)],
      ["经济分类", text(payment.economicCode)],
      ["用途", text(payment.purpose)],
      ["所属期", periodText(payment.periodFrom, payment.periodTo)],
      ["申请日期", dateOrEmpty(payment.requestedOn)],
      ["付款日期", dateOrEmpty(payment.paidOn)],
      ["凭证号", text(payment.voucherNo)],
      ["经办、审核、审批", text([payment.handledBy, payment.reviewedBy, payment.approvedBy].join("、"))],
      ["作废原因", text(payment.voidReason ?? "")],
      ...(original === null ? [] : [["退款的原付款", text(paymentText(original))] as const]),
      ...(refunds.length === 0 ? [] : [["退款", text(refunds.map(paymentText).join("\n"))] as const]),
    ],
  };
}

const stepSection = ({ steps }: EvidenceRows): DossierSection => ({
  kind: "table",
  title: "办理流程",
  none: "没有流转记录。",
  columns: [
    { title: "环节", span: 2, style: "centred" },
    { title: "办理人", span: 2, style: "centred" },
    { title: "时间", span: 3, style: "centred" },
    { title: "意见", span: 5 },
  ],
  rows: steps.map(({ action, by, at, opinion }) => [
    text(stepWords[action]),
    text(by),
    minute(at),
    text(opinion),
  ]),
});

function allocationSection({ allocations, instalments, invoices }: EvidenceRows): DossierSection {
  const labels = new Map(instalments.map((row) => [row.id, row.label]));
  const numbers = new Map(invoices.map((row) => [row.id, row.number]));
  return {
    kind: "table",
    title: "款项用于",
    none: "没有分摊到期次或发票。",
    columns: [
      { title: "付款期次", span: 5 },
      { title: "发票号码", span: 4, style: "centred" },
      { title: "金额", span: 3, style: "amount" },
    ],
    rows: allocations.map(({ instalmentId, invoiceId, amountCents }) => [
      text(instalmentId === null ? "" : (labels.get(instalmentId) ?? "")),
      text(invoiceId === null ? "" : (numbers.get(invoiceId) ?? "")),
      amount(amountCents),
    ]),
  };
}

const contractSection = ({
  evidence: { contracts, supplements },
  vendorNames,
}: EvidencePaper): DossierSection => ({
  kind: "table",
  title: "合同",
  none: "没有关联合同。",
  columns: [
    { title: "编号、名称", span: 4 },
    { title: "乙方", span: 3 },
    { title: "方式、状态", span: 2, style: "centred" },
    { title: "签订、期限、补充协议", span: 3 },
  ],
  rows: contracts.map((row) => [
    text(`${row.contractNo}\n${row.name}`),
    text(vendorNames.get(row.vendorId) ?? ""),
    text(`${contractKindWords[row.kind]}\n${contractStateWords[row.state]}`),
    text(
      [
        `签订 ${row.signedOn ?? "未填"}`,
        `${row.startDate} 至 ${row.endDate}`,
        ...supplements
          .filter(({ contractId }) => contractId === row.id)
          .map(({ supplementNo, effectiveOn }) => `${supplementNo}（${effectiveOn} 生效）`),
      ].join("\n"),
    ),
  ]),
});

function invoiceSection({ invoices, invoiceLines }: EvidenceRows): DossierSection {
  const goodsOf = (invoice: Row<"invoice">): string =>
    invoiceLines.find((line) => line.invoiceId === invoice.id)?.goodsName ?? "";
  return {
    kind: "table",
    title: "发票",
    none: "没有关联发票。",
    columns: [
      { title: "发票号码", span: 3, style: "centred" },
      { title: "销方、品名", span: 4 },
      { title: "开票日期", span: 2, style: "centred" },
      { title: "价税合计", span: 2, style: "amount" },
      { title: "状态", span: 1, style: "centred" },
    ],
    rows: invoices.map((row) => [
      text(row.number),
      text(`${row.sellerName}\n${goodsOf(row)}`),
      dateOrEmpty(row.issueDate),
      amount(row.grossCents),
      text(row.voidedAt === null ? invoiceWords[row.status] : "登记已作废"),
    ]),
  };
}

const acceptanceSection = ({ acceptances }: EvidenceRows): DossierSection => ({
  kind: "table",
  title: "验收（考核）",
  none: "没有验收记录。",
  columns: [
    { title: "单号", span: 3 },
    { title: "验收日期", span: 2, style: "centred" },
    { title: "所属期", span: 3 },
    { title: "结果", span: 2, style: "centred" },
    { title: "考核扣款", span: 2, style: "amount" },
  ],
  rows: acceptances.map((row) => [
    text(row.documentNo),
    dateOrEmpty(row.acceptedOn),
    periodText(row.periodFrom, row.periodTo),
    text(acceptanceWords[row.result]),
    amount(row.deductionCents),
  ]),
});

/** Of papers that the payment took along when it was voided. */
const voidedMark = ({ voidedAt }: Readonly<{ voidedAt: string | null }>): string =>
  voidedAt === null ? "" : "（随付款作废）";

const approvalSection = ({ approvals }: EvidenceRows): DossierSection => ({
  kind: "table",
  title: "审批与会议纪要",
  none: "没有审批或会议纪要。",
  columns: [
    { title: "类型", span: 2, style: "centred" },
    { title: "文号", span: 3 },
    { title: "名称、内容", span: 5 },
    { title: "日期", span: 2, style: "centred" },
  ],
  rows: approvals.map((row) => [
    text(`${row.kind === "minutes" ? "会议纪要" : "审批单"}${voidedMark(row)}`),
    text(row.documentNo),
    text([row.title, row.content].filter((part) => part !== "").join("\n")),
    dateOrEmpty(row.approvedOn),
  ]),
});

const checkSection = ({ findings, evidence: { payment } }: EvidencePaper): DossierSection => ({
  kind: "table",
  title: "核对结果",
  none: payment.voidedAt === null ? "全部规则核对通过，没有问题。" : "付款已作废，不再核对。",
  columns: [
    { title: "规则", span: 2, style: "centred" },
    { title: "级别", span: 1, style: "centred" },
    { title: "问题", span: 5 },
    { title: "处理意见", span: 4 },
  ],
  rows: findings.map(({ ruleId, severity, message, decision, state }) => [
    text(ruleId),
    text(severityWords[severity]),
    text(message),
    text(
      state === "accepted" && decision !== null
        ? `${decision.reason}（${decision.decidedBy}，${decision.decidedAt.slice(0, 10)}）`
        : "未处理",
    ),
  ]),
});

const attachmentSection = ({ evidence, pathOf, sha256Of }: EvidencePaper): DossierSection => ({
  kind: "table",
  title: "附件",
  none: "没有登记附件。",
  columns: [
    { title: "类型", span: 2, style: "centred" },
    { title: "文件", span: 5 },
    { title: "SHA-256", span: 5 },
  ],
  rows: evidence.attachments.map((row) => [
    text(`${attachmentWords[row.kind]}${voidedMark(row)}`),
    text(pathOf(row)),
    text(sha256Of(row)),
  ]),
});

const changeSection = ({ changes }: EvidenceRows): DossierSection => ({
  kind: "table",
  title: "变更记录",
  none: "没有变更记录：这笔付款随账本一次载入。",
  columns: [
    { title: "时间", span: 3, style: "centred" },
    { title: "办理人", span: 2, style: "centred" },
    { title: "动作", span: 4 },
    { title: "序号与校验值", span: 3 },
  ],
  rows: changes.map(({ at, actor, action, seq, hash }) => [
    minute(at),
    text(actor),
    text(action),
    text(`${seq}　${hash.slice(0, 12)}`),
  ]),
});
