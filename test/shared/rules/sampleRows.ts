import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Instalment } from "#shared/model/contract.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FiledPaper } from "#shared/rules/derivedRows.ts";
import type { FactRows, FactTable } from "#shared/rules/factRows.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract, planRental } from "#test/shared/schedule/onWeekends.ts";
import { acceptanceOf, contractOf, rentalOf, segmentOf } from "../schedule/samples.ts";
import { noRows } from "./noRows.ts";
import { rightIndicators, rightSections } from "./performance/paperRows.ts";

const live = { voidedAt: null, voidReason: null } as const;

const office = { name: "广富林街道办事处", code: "11310117000000019T" };
const cleaner = { name: "上海清源保洁服务有限公司", code: "91310117MA1J000060" };
const lessor = { name: "上海联讯通信有限公司", code: "91310117000000027D" };

export const projectOf = (changes: Partial<Row<"project">> = {}): Row<"project"> => ({
  id: asId("project-1"),
  code: "ZH-2022",
  name: "社区综合治理",
  fiscalYear: 2022,
  category: "经常性项目",
  nature: "",
  departmentUnitId: asId("unit-1"),
  implementingUnitId: asId("unit-1"),
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  functionCode: "",
  overallGoal: "街道综合治理能力不断提高。",
  annualGoal: "按季完成综合整治，设备按需配齐。",
  template: "sh-2022",
  note: "",
  previousProjectId: null,
  ...live,
  ...changes,
});

export const lineOf = (changes: Partial<Row<"budgetLine">> = {}): Row<"budgetLine"> => ({
  id: asId("line-1"),
  projectId: asId("project-1"),
  seq: 1,
  name: "大联动综合整治",
  economicCode: "30227",
  payMode: "quarterly",
  quantity: decimal("1"),
  unitName: "项",
  unitPrice: decimal("60000"),
  periods: decimal("4"),
  amountCents: cents(24_000_000),
  basis: "",
  procurementType: "services",
  procurementItem: "",
  smeReserved: 0,
  control: "block",
  note: "",
  ...live,
  ...changes,
});

export const vendorOf = (changes: Partial<Row<"vendor">> = {}): Row<"vendor"> => ({
  id: asId("vendor-1"),
  name: cleaner.name,
  creditCode: cleaner.code,
  isSmallOrMedium: null,
  note: "",
  ...live,
  ...changes,
});

export const invoiceOf = (changes: Partial<Row<"invoice">> = {}): Row<"invoice"> => ({
  id: asId("invoice-1"),
  number: "22312000000000000017",
  type: "数电票（普通发票）",
  sellerName: cleaner.name,
  sellerTaxId: cleaner.code,
  buyerName: office.name,
  buyerTaxId: office.code,
  issueDate: isoDate("2022-04-08"),
  netCents: cents(5_660_377),
  taxCents: cents(339_623),
  grossCents: cents(6_000_000),
  status: "normal",
  isRed: 0,
  blueNumber: null,
  riskLevel: "normal",
  source: "电子发票服务平台",
  drawer: "",
  remark: "",
  vendorId: asId("vendor-1"),
  entry: "import",
  batchId: null,
  ...live,
  ...changes,
});

export const paymentOf = (changes: Partial<Row<"payment">> = {}): Row<"payment"> => ({
  id: asId("payment-1"),
  paymentNo: "FK-2022-001",
  state: "paid",
  projectId: asId("project-1"),
  budgetLineId: asId("line-1"),
  contractId: asId("contract-1"),
  vendorId: asId("vendor-1"),
  payerUnitId: asId("unit-1"),
  payeeName: cleaner.name,
  payeeTaxId: cleaner.code,
  payeeAccountNo: "",
  purpose: "",
  amountCents: cents(6_000_000),
  isAdvance: 0,
  refundOfId: null,
  capitalText: "",
  batchId: null,
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  requestedOn: isoDate("2022-04-09"),
  paidOn: isoDate("2022-04-12"),
  method: "direct",
  economicCode: "30227",
  handledBy: "张三",
  reviewedBy: "李四",
  approvedBy: "王五",
  voucherNo: "",
  note: "",
  ...live,
  ...changes,
});

export const allocationOf = (changes: Partial<Row<"allocation">> = {}): Row<"allocation"> => ({
  id: asId("allocation-1"),
  paymentId: asId("payment-1"),
  instalmentId: asId("contract-1-1"),
  invoiceId: asId("invoice-1"),
  amountCents: cents(6_000_000),
  ...changes,
});

const stored = (contractId: string, drafts: readonly InstalmentDraft[]): readonly Instalment[] =>
  drafts.map((draft) => ({
    ...draft,
    id: asId(`${contractId}-${draft.seq}`),
    contractId: asId(contractId),
    ...live,
  }));

const noOwner = {
  projectId: null,
  contractId: null,
  supplementId: null,
  acceptanceId: null,
  invoiceId: null,
  approvalId: null,
  paymentId: null,
} as const;

type Owner = Partial<{ [Column in keyof typeof noOwner]: string }>;

/** A scan behind one record: `attachmentOf("contractScan", { contractId: "contract-1" })`. */
export const attachmentOf = (kind: FiledPaper["kind"], owner: Owner): FiledPaper => ({
  id: asId(`${kind}-${Object.values(owner).join("-")}`),
  kind,
  ...noOwner,
  ...Object.fromEntries(Object.entries(owner).map(([column, id]) => [column, asId(id)])),
});

/** A line of an invoice; of the whole first invoice, when nothing is said. */
export const goodsOf = (changes: Partial<FactRows["invoiceGoods"][number]> = {}) => ({
  invoiceId: asId("invoice-1"),
  goodsName: "*现代服务*综合整治服务费",
  netCents: cents(5_660_377),
  taxCents: cents(339_623),
  grossCents: cents(6_000_000),
  ...changes,
});

const quarterly = contractOf();
const monthly = contractOf({
  id: asId("contract-2"),
  contractNo: "HT-2022-02",
  name: "巡查记录仪租赁合同",
  kind: "monthly",
  budgetLineId: asId("line-2"),
  vendorId: asId("vendor-2"),
  amountCents: cents(2_652_000),
  acceptanceRequired: 0,
  payWithinDays: 30,
});
const rental = rentalOf({ contractId: monthly.id });
const segments = [segmentOf("2022-01-01", null, "26", "85")];

/**
 * A ledger in which everything is right on 2022-04-30: a quarterly contract whose first quarter is accepted and paid, and
 * a rental whose first three months were paid at once.
 */
export const rightRows: FactRows = {
  ...noRows,
  ownUnit: [{ id: asId("unit-1"), kind: "department", nature: "agency", creditCode: office.code, note: "" }],
  ownUnitName: [
    { id: asId("name-1"), ownUnitId: asId("unit-1"), name: office.name, validFrom: null, validTo: null },
  ],
  fiscalYear: [
    { id: asId("year-1"), year: 2022, state: "open", paymentCutoff: isoDate("2022-12-20"), stateReason: "" },
  ],
  economicCode: [],
  project: [projectOf()],
  fundingSource: (
    [
      ["total", "sum"],
      ["total", "fiscal"],
      ["annual", "sum"],
      ["annual", "currentAppropriation"],
    ] as const
  ).map(([scope, kind]) => ({
    id: asId(`funding-${scope}-${kind}`),
    projectId: asId("project-1"),
    scope,
    kind,
    amountCents: cents(26_652_000),
  })),
  budgetLine: [
    lineOf(),
    lineOf({
      id: asId("line-2"),
      seq: 2,
      name: "城运巡查记录仪月租费",
      economicCode: "30214",
      payMode: "monthly",
      quantity: decimal("26"),
      unitName: "台",
      unitPrice: decimal("85"),
      periods: decimal("12"),
      amountCents: cents(2_652_000),
    }),
  ],
  budgetAdjustment: [],
  indicator: rightIndicators,
  narrativeSection: rightSections,
  vendor: [vendorOf(), vendorOf({ id: asId("vendor-2"), name: lessor.name, creditCode: lessor.code })],
  vendorName: [],
  vendorAccount: [],
  contract: [quarterly, monthly],
  supplement: [],
  rental: [rental],
  rentalSegment: segments,
  instalment: [
    ...stored("contract-1", planContract(quarterly, [])),
    ...stored("contract-2", planRental(rental, segments, monthly)),
  ],
  acceptance: [acceptanceOf({ instalmentId: asId("contract-1-1"), documentNo: "YS-2022-01" })],
  approval: [],
  invoice: [
    invoiceOf(),
    invoiceOf({
      id: asId("invoice-2"),
      number: "22312000000000000325",
      sellerName: lessor.name,
      sellerTaxId: lessor.code,
      vendorId: asId("vendor-2"),
      issueDate: isoDate("2022-04-06"),
      netCents: cents(625_472),
      taxCents: cents(37_528),
      grossCents: cents(663_000),
    }),
  ],
  payment: [
    paymentOf(),
    paymentOf({
      id: asId("payment-2"),
      paymentNo: "FK-2022-002",
      budgetLineId: asId("line-2"),
      contractId: monthly.id,
      vendorId: asId("vendor-2"),
      payeeName: lessor.name,
      payeeTaxId: lessor.code,
      amountCents: cents(663_000),
      economicCode: "30214",
    }),
  ],
  allocation: [
    allocationOf(),
    ...[1, 2, 3].map((month) =>
      allocationOf({
        id: asId(`allocation-rent-${month}`),
        paymentId: asId("payment-2"),
        instalmentId: asId(`contract-2-${month}`),
        invoiceId: asId("invoice-2"),
        amountCents: cents(221_000),
      }),
    ),
  ],
  invoiceGoods: [
    goodsOf(),
    goodsOf({
      invoiceId: asId("invoice-2"),
      goodsName: "*经营租赁*巡查记录仪租赁费",
      netCents: cents(625_472),
      taxCents: cents(37_528),
      grossCents: cents(663_000),
    }),
  ],
  filedPaper: [
    attachmentOf("contractScan", { contractId: "contract-1" }),
    attachmentOf("contractScan", { contractId: "contract-2" }),
  ],
  ruleSetting: [],
};

/** The rows with those of one table added. */
export const adding = <Table extends FactTable | "filedPaper">(
  rows: FactRows,
  table: Table,
  ...added: FactRows[Table]
): FactRows => ({ ...rows, [table]: [...rows[table], ...added] });

/** The rows with one changed. Throws when there is none of that id, so that no test changes nothing. */
export function changing<Table extends FactTable>(
  rows: FactRows,
  table: Table,
  id: string,
  changes: Partial<Row<Table>>,
): FactRows {
  const found: readonly { id: string }[] = rows[table];
  if (!found.some((row) => row.id === id)) throw new Error(`no ${table} ${id}`);
  return { ...rows, [table]: found.map((row) => (row.id === id ? { ...row, ...changes } : row)) };
}

export const removing = (rows: FactRows, table: FactTable | "filedPaper", id: string): FactRows => {
  const found: readonly { id: string }[] = rows[table];
  if (!found.some((row) => row.id === id)) throw new Error(`no ${table} ${id}`);
  return { ...rows, [table]: found.filter((row) => row.id !== id) };
};
