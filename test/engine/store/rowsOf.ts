import { insertRow } from "#engine/store/rows.ts";
import type { WritableLedger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";

/** Rows that are right in every field, to be changed where a test looks. Ids are short and the same in every test. */

const live = { voidedAt: null, voidReason: null } as const;

export const projectRow = (over: Partial<Row<"project">> = {}): Row<"project"> => ({
  id: asId("project-1"),
  code: "P-2022-01",
  name: "社区综合治理",
  fiscalYear: 2022,
  category: "经常性项目",
  nature: "",
  departmentUnitId: null,
  implementingUnitId: null,
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  functionCode: "",
  overallGoal: "",
  annualGoal: "",
  template: "sh-2022",
  note: "",
  previousProjectId: null,
  ...live,
  ...over,
});

export const budgetLineRow = (over: Partial<Row<"budgetLine">> = {}): Row<"budgetLine"> => ({
  id: asId("line-1"),
  projectId: asId("project-1"),
  seq: 1,
  name: "大联动综合整治",
  economicCode: "30227",
  payMode: "quarterly",
  quantity: null,
  unitName: "",
  unitPrice: null,
  periods: null,
  amountCents: cents(24_000_000),
  basis: "",
  procurementType: "services",
  procurementItem: "",
  smeReserved: 0,
  control: "block",
  note: "",
  ...live,
  ...over,
});

export const vendorRow = (over: Partial<Row<"vendor">> = {}): Row<"vendor"> => ({
  id: asId("vendor-1"),
  name: "上海某某物业管理有限公司",
  creditCode: "91310117MA1J000060",
  isSmallOrMedium: 1,
  note: "",
  ...live,
  ...over,
});

export const contractRow = (over: Partial<Row<"contract">> = {}): Row<"contract"> => ({
  id: asId("contract-1"),
  contractNo: "HT-2022-01",
  name: "综合整治服务合同",
  kind: "quarterly",
  projectId: asId("project-1"),
  budgetLineId: asId("line-1"),
  vendorId: asId("vendor-1"),
  ownUnitId: null,
  parentContractId: null,
  subject: "",
  amountCents: cents(24_000_000),
  signedOn: isoDate("2022-01-04"),
  awardedOn: null,
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  payTiming: "periodEnd",
  payWithinDays: 30,
  dayKind: "calendar",
  acceptanceRequired: 1,
  advanceCents: cents(0),
  retentionBp: 0,
  bondCents: cents(0),
  advanceOffset: "even",
  releaseDate: null,
  exceedBp: 0,
  procurementMethod: "",
  state: "active",
  note: "",
  ...live,
  ...over,
});

export const instalmentRow = (over: Partial<Row<"instalment">> = {}): Row<"instalment"> => ({
  id: asId("instalment-1"),
  contractId: asId("contract-1"),
  rentalId: null,
  seq: 1,
  kind: "regular",
  label: "第一季度",
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  amountCents: cents(6_000_000),
  deductionCents: cents(0),
  earliestDate: isoDate("2022-04-01"),
  dueDate: isoDate("2022-04-30"),
  ...live,
  ...over,
});

export const invoiceRow = (over: Partial<Row<"invoice">> = {}): Row<"invoice"> => ({
  id: asId("invoice-1"),
  number: "22312000000000000001",
  type: "数电票（普通发票）",
  sellerName: "上海某某物业管理有限公司",
  sellerTaxId: "91310117MA1J000060",
  buyerName: "上海市松江区广富林街道城市运行管理中心",
  buyerTaxId: "12310117MB00000000",
  issueDate: isoDate("2022-04-02"),
  netCents: cents(5_660_377),
  taxCents: cents(339_623),
  grossCents: cents(6_000_000),
  status: "normal",
  isRed: 0,
  blueNumber: null,
  riskLevel: "normal",
  source: "电子发票服务平台",
  drawer: "张三",
  remark: "",
  vendorId: null,
  entry: "manual",
  batchId: null,
  ...live,
  ...over,
});

export const paymentRow = (over: Partial<Row<"payment">> = {}): Row<"payment"> => ({
  id: asId("payment-1"),
  paymentNo: "FK-2022-001",
  state: "draft",
  projectId: asId("project-1"),
  budgetLineId: asId("line-1"),
  contractId: asId("contract-1"),
  vendorId: asId("vendor-1"),
  payerUnitId: null,
  payeeName: "上海某某物业管理有限公司",
  payeeTaxId: "91310117MA1J000060",
  payeeAccountNo: "",
  purpose: "第一季度服务费",
  amountCents: cents(6_000_000),
  isAdvance: 0,
  refundOfId: null,
  capitalText: "",
  batchId: null,
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  requestedOn: isoDate("2022-04-06"),
  paidOn: null,
  method: "direct",
  economicCode: "30227",
  handledBy: "王经办",
  reviewedBy: "",
  approvedBy: "",
  voucherNo: "",
  note: "",
  ...live,
  ...over,
});

export const allocationRow = (over: Partial<Row<"allocation">> = {}): Row<"allocation"> => ({
  id: asId("allocation-1"),
  paymentId: asId("payment-1"),
  instalmentId: asId("instalment-1"),
  invoiceId: asId("invoice-1"),
  amountCents: cents(6_000_000),
  ...over,
});

/** One of each from the project to the payment, without an allocation yet. */
export async function insertCase(tx: WritableLedger): Promise<void> {
  await insertRow(tx, "project", projectRow());
  await insertRow(tx, "budgetLine", budgetLineRow());
  await insertRow(tx, "vendor", vendorRow());
  await insertRow(tx, "contract", contractRow());
  await insertRow(tx, "instalment", instalmentRow());
  await insertRow(tx, "invoice", invoiceRow());
  await insertRow(tx, "payment", paymentRow());
}
