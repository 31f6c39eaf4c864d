import { formatYuan } from "#shared/kernel/cents.ts";
import { formatDateText, formatPeriodText, type IsoDate, isoDate, maxDate } from "#shared/kernel/dates.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { acceptances } from "./acceptances.ts";
import { approvals } from "./approvals.ts";
import { contractId, contracts } from "./contracts.ts";
import { invoiceId } from "./invoiceDraft.ts";
import { invoices } from "./invoices.ts";
import { centreName, people } from "./office.ts";
import type { Paper } from "./paperPdf.ts";
import { paymentId } from "./paymentDraft.ts";
import { payments } from "./payments.ts";
import { companies, type SampleVendor, vendorId } from "./vendors.ts";

type Owner = "contractId" | "acceptanceId" | "invoiceId" | "approvalId" | "paymentId";

/** One paper behind one record of the sample. */
export type SamplePaper = Readonly<{
  kind: Row<"attachment">["kind"];
  owner: Readonly<{ column: Owner; id: Id }>;
  fileName: string;
  /** The day it was made; it came into the ledger on that day, or when the ledger was begun. */
  madeOn: IsoDate;
  paper: Paper;
}>;

/** The sample's ledger was begun on this day. */
export const ledgerBegun = isoDate("2022-01-05");

// Planted: this contract has no signed scan, and this payment no approval form.
const withoutScan = contractId("publicity");
const withoutForm = paymentId("supplies-2");

const isExample = "示例文件：内容虚构，仅供演示。";
const centreStamp = "示例城运中心";

const vendorName = (id: Id | null): string =>
  (Object.keys(companies) as readonly SampleVendor[])
    .filter((key) => vendorId(key) === id)
    .map((key) => companies[key].name)[0] ?? "";

function contractPapers(contract: Row<"contract">): readonly SamplePaper[] {
  const { id, contractNo, name, signedOn, startDate, endDate } = contract;
  const madeOn = signedOn ?? startDate;
  const of = (kind: SamplePaper["kind"], title: string, lines: readonly string[]): SamplePaper => ({
    kind,
    owner: { column: "contractId", id },
    fileName: `${contractNo} ${title}.pdf`,
    madeOn,
    paper: {
      title: kind === "contractScan" ? name : title,
      lines: [...lines, isExample],
      stamp: centreStamp,
    },
  });
  const number = `合同编号：${contractNo}`;
  const scan = of("contractScan", "合同签章扫描件", [
    number,
    `甲方：${centreName}`,
    `乙方：${vendorName(contract.vendorId)}`,
    `合同标的：${contract.subject}`,
    ...(contract.amountCents === null ? [] : [`合同金额：${formatYuan(contract.amountCents)}元`]),
    `履行期限：${formatPeriodText(startDate, endDate)}`,
    `签订日期：${formatDateText(madeOn)}`,
  ]);
  const countersign = of("countersign", "合同会签单", [
    number,
    `经办：${people.handler}    审核：${people.reviewer}    审批：${people.approver}`,
    "会签意见：同意签订。",
  ]);
  return id === withoutScan ? [countersign] : [scan, countersign];
}

/** Goods come with a note of what was delivered, which stands behind the invoice as its list. */
const deliveredBy: ReadonlySet<string | null> = new Set(
  (["uniforms", "supplies", "publicity", "print", "trade"] as const).map(vendorId),
);

function invoicePapers(invoice: Row<"invoice">): readonly SamplePaper[] {
  const { id, number, issueDate, sellerName, buyerName, grossCents, type } = invoice;
  const of = (kind: SamplePaper["kind"], title: string, lines: readonly string[]): SamplePaper => ({
    kind,
    owner: { column: "invoiceId", id },
    fileName: `${title} ${number}.pdf`,
    madeOn: issueDate,
    paper: { title, lines: [`发票号码：${number}`, ...lines, isExample], stamp: "示例发票专用章" },
  });
  const original = of("invoice", type, [
    `开票日期：${formatDateText(issueDate)}`,
    `购买方：${buyerName}`,
    `销售方：${sellerName}`,
    `价税合计：${formatYuan(grossCents)}元`,
  ]);
  const note = of("goodsList", "送货清单", [
    `送货单位：${sellerName}`,
    "货物名称、数量与发票所列一致，已点收。",
  ]);
  return deliveredBy.has(invoice.vendorId) ? [original, note] : [original];
}

function acceptancePaper(row: Row<"acceptance">): SamplePaper {
  const contract = contracts.find(({ id }) => id === row.contractId);
  return {
    kind: "acceptance",
    owner: { column: "acceptanceId", id: row.id },
    fileName: `${row.documentNo} ${contract?.subject ?? ""}.pdf`,
    madeOn: row.acceptedOn,
    paper: {
      title: "验收（考核）单",
      lines: [
        `文号：${row.documentNo}`,
        `合同：${contract?.contractNo ?? ""} ${contract?.name ?? ""}`,
        `所属期：${formatPeriodText(row.periodFrom, row.periodTo)}`,
        `验收日期：${formatDateText(row.acceptedOn)}    验收人：${row.acceptedBy}`,
        ...(row.note === "" ? ["验收意见：合格。"] : [`验收意见：${row.note}`]),
        isExample,
      ],
      stamp: centreStamp,
    },
  };
}

const minutesPaper = (row: Row<"approval">): SamplePaper => ({
  kind: "minutes",
  owner: { column: "approvalId", id: row.id },
  fileName: `${row.documentNo}.pdf`,
  madeOn: row.approvedOn,
  paper: {
    title: row.title,
    lines: [row.documentNo, `会议日期：${formatDateText(row.approvedOn)}`, row.content, isExample],
    stamp: "示例街道办事处",
  },
});

function paymentPapers(row: Row<"payment">): readonly SamplePaper[] {
  if (row.voidedAt !== null || row.state === "draft" || row.id === withoutForm) return [];
  const form: SamplePaper = {
    kind: "approval",
    owner: { column: "paymentId", id: row.id },
    fileName: `${row.paymentNo} 付款审批单.pdf`,
    madeOn: row.requestedOn,
    paper: {
      title: "付款审批单",
      lines: [
        `付款编号：${row.paymentNo}    申请日期：${formatDateText(row.requestedOn)}`,
        `收款方：${row.payeeName}`,
        `用途：${row.purpose}`,
        `金额：${formatYuan(row.amountCents)}元`,
        `经办：${row.handledBy}    审核：${row.reviewedBy}    审批：${row.approvedBy}`,
        isExample,
      ],
    },
  };
  return [form];
}

/** A red invoice is kept by the tax bureau; one that was sent twice is not filed before it is clear what it is for. */
const unfiled: ReadonlySet<string> = new Set(["intercoms-4-red", "phones-3-again"].map(invoiceId));

/** Every paper the office filed in the half year. */
export const samplePapers: readonly SamplePaper[] = [
  ...contracts.flatMap(contractPapers),
  ...invoices.filter(({ id }) => !unfiled.has(id)).flatMap(invoicePapers),
  ...acceptances.map(acceptancePaper),
  ...approvals.map(minutesPaper),
  ...payments.flatMap(paymentPapers),
];

export const addedAt = (madeOn: IsoDate): string => `${maxDate(madeOn, ledgerBegun)}T07:00:00Z`;

/** "sample-attachment-contract-joint-contractScan": the row it stands behind, and what it is. */
export const paperName = ({ owner, kind }: SamplePaper): string =>
  `${asId(owner.id).replace(/^sample-/, "")}-${kind}`;
