import type { Cents } from "#shared/kernel/cents.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { budgetLineId, type SampleBudgetLine } from "./budget.ts";
import { centreUnitId } from "./office.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId, yuan } from "./rows.ts";
import { type SampleVendor, vendorId } from "./vendors.ts";

/** Each budget line has one contract, with the vendor of the same key. */
export type SampleContract = SampleBudgetLine & SampleVendor;

export const contractId = (contract: SampleContract): Id => sampleId(`contract-${contract}`);

type Terms = Readonly<{
  key: SampleContract;
  no: string;
  name: string;
  subject: string;
  kind: Row<"contract">["kind"];
  amountCents: Cents;
  signedOn: IsoDate;
  from: IsoDate;
  to: IsoDate;
  payTiming: Row<"contract">["payTiming"];
  payWithinDays: number;
  /** Contracts paid as needed go by the delivery note on each invoice instead. */
  acceptanceRequired: 0 | 1;
  procurementMethod: string;
  awardedOn?: IsoDate;
}>;

const wholeYear = { from: isoDate("2022-01-01"), to: isoDate("2022-12-31") } as const;

/** 月租: by the month, payable from the first day of the next. */
const rent = {
  ...wholeYear,
  kind: "monthly",
  signedOn: isoDate("2021-12-29"),
  payTiming: "periodEnd",
  payWithinDays: 30,
  acceptanceRequired: 1,
  procurementMethod: "比选",
} as const;

/** 据实支付: unit prices by the list, the sum is a cap. */
const asNeeded = {
  ...wholeYear,
  kind: "asNeeded",
  signedOn: isoDate("2021-12-30"),
  payTiming: "afterInvoiceAndAcceptance",
  payWithinDays: 30,
  acceptanceRequired: 0,
  procurementMethod: "比选",
} as const;

const terms: readonly Terms[] = [
  {
    ...wholeYear,
    key: "joint",
    no: "GFL-2022-001",
    name: "广富林街道大联动综合整治服务合同",
    subject: "联勤联动综合整治服务",
    kind: "quarterly",
    amountCents: yuan("240,000.00"),
    awardedOn: isoDate("2021-12-15"),
    signedOn: isoDate("2021-12-28"),
    payTiming: "afterInvoiceAndAcceptance",
    payWithinDays: 30,
    acceptanceRequired: 1,
    procurementMethod: "竞争性磋商",
  },
  {
    ...rent,
    key: "recorders",
    no: "GFL-2022-002",
    name: "城运巡查记录仪租赁合同",
    subject: "巡查记录仪租赁",
    amountCents: yuan("26,520.00"),
  },
  {
    ...rent,
    key: "phones",
    no: "GFL-2022-003",
    name: "网格工作手机终端月租合同",
    subject: "网格工作手机终端月租",
    amountCents: yuan("48,144.00"),
  },
  {
    ...rent,
    key: "intercoms",
    no: "GFL-2022-004",
    name: "对讲机租赁合同",
    subject: "对讲机租赁",
    amountCents: yuan("19,440.00"),
  },
  {
    key: "uniforms",
    no: "GFL-2022-005",
    name: "网格专职人员工作服定制合同",
    subject: "工作服定制",
    kind: "oneOff",
    amountCents: yuan("37,760.00"),
    signedOn: isoDate("2022-03-10"),
    from: isoDate("2022-03-15"),
    to: isoDate("2022-05-31"),
    payTiming: "afterInvoiceAndAcceptance",
    payWithinDays: 30,
    acceptanceRequired: 1,
    procurementMethod: "比选",
  },
  {
    ...asNeeded,
    key: "supplies",
    no: "GFL-2022-006",
    name: "网格巡查处置用品供应合同",
    subject: "巡查处置用品",
    amountCents: yuan("40,136.00"),
  },
  {
    ...asNeeded,
    key: "publicity",
    no: "GFL-2022-007",
    name: "社区治理宣传品制作合同",
    subject: "宣传品制作",
    amountCents: yuan("18,000.00"),
  },
];

export const contracts: readonly Row<"contract">[] = terms.map((term) => ({
  id: contractId(term.key),
  contractNo: term.no,
  name: term.name,
  kind: term.kind,
  projectId,
  budgetLineId: budgetLineId(term.key),
  vendorId: vendorId(term.key),
  ownUnitId: centreUnitId,
  parentContractId: null,
  subject: term.subject,
  amountCents: term.amountCents,
  signedOn: term.signedOn,
  awardedOn: term.awardedOn ?? null,
  startDate: term.from,
  endDate: term.to,
  payTiming: term.payTiming,
  payWithinDays: term.payWithinDays,
  dayKind: "calendar",
  acceptanceRequired: term.acceptanceRequired,
  advanceCents: yuan("0"),
  retentionBp: 0,
  bondCents: yuan("0"),
  releaseDate: null,
  exceedBp: 0,
  procurementMethod: term.procurementMethod,
  state: "active",
  note: "示例数据。",
  ...notVoided,
  advanceOffset: "even",
}));
