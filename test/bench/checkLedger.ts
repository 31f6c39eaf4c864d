import { cents } from "#shared/kernel/cents.ts";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import { addDays, addMonths, type IsoDate, isoDate, lastDay, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument, Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { noRows } from "#test/shared/rules/noRows.ts";

/** Every invoice has two lines. */
export type LedgerSize = Readonly<{ contracts: number; invoices: number; payments: number }>;

const live = { voidedAt: null, voidReason: null } as const;
const monthCents = cents(100_000);
const halfMonthCents = cents(50_000);
const digits = (value: number, length: number): string => String(value).padStart(length, "0");
const monthOfYear = (month: number) => addMonths(yearMonth("2022-01"), month);

/** The rows that rules see of it. */
export function benchRows(size: LedgerSize): FactRows {
  const { invoiceLine, attachment, attachmentContent: _, ...tables } = benchTables(size);
  return { ...noRows, ...tables, invoiceGoods: invoiceLine, filedPaper: attachment };
}

/**
 * A ledger of a large office, mostly right: every contract has twelve monthly instalments, each settled by two payments
 * on an invoice each; payments beyond that pay again, every fiftieth invoice is for another buyer, and the invoices
 * without a payment wait unused. Contracts are scanned, and every payment has its approval.
 */
export function benchTables(size: LedgerSize) {
  const contracts = Array.from({ length: size.contracts }, (_, index) => contractRow(index));
  return {
    ownUnit: [
      { id: asId("unit"), kind: "department", nature: "agency", creditCode: "11310117000000019T", note: "" },
    ],
    ownUnitName: [
      {
        id: asId("unit-name"),
        ownUnitId: asId("unit"),
        name: "广富林街道办事处",
        validFrom: null,
        validTo: null,
      },
    ],
    fiscalYear: [{ id: asId("year"), year: 2022, state: "open", paymentCutoff: null, stateReason: "" }],
    economicCode: [],
    project: [projectRow],
    fundingSource: (["sum", "currentAppropriation"] as const).map((kind) => ({
      id: asId(`funding-${kind}`),
      projectId: asId("project"),
      scope: "annual",
      kind,
      amountCents: cents(12 * monthCents * size.contracts * 5),
    })),
    budgetLine: contracts.map((contract, index) => lineRow(contract, index)),
    budgetAdjustment: [],
    indicator: [],
    vendor: contracts.map((_, index) => vendorRow(index)),
    vendorName: [],
    vendorAccount: [],
    contract: contracts,
    supplement: [],
    rental: contracts.map((contract, index) => rentalRow(contract, index)),
    rentalSegment: contracts.map((_, index) => segmentRow(index)),
    instalment: contracts.flatMap((contract, index) => instalmentRows(contract, index)),
    acceptance: [],
    approval: [],
    invoice: Array.from({ length: size.invoices }, (_, index) => invoiceRow(index, size)),
    payment: Array.from({ length: size.payments }, (_, index) => paymentRow(index, size)),
    allocation: Array.from({ length: size.payments }, (_, index) => allocationRow(index, size)),
    invoiceLine: Array.from({ length: size.invoices }, (_, index) => invoiceLines(index)).flat(),
    attachmentContent: [{ id: contentId, sha256: "0".repeat(64), base64: "" }],
    attachment: [
      ...contracts.map((contract) => paperRow({ kind: "contractScan", contractId: contract.id })),
      ...Array.from({ length: size.payments }, (_, index) =>
        paperRow({ kind: "approval", paymentId: asId(`payment-${index}`) }),
      ),
    ],
    ruleSetting: [],
  } satisfies Partial<LedgerDocument["tables"]>;
}

const contentId = asId("content");

const paperRow = (
  of: Pick<Row<"attachment">, "kind"> & Partial<Pick<Row<"attachment">, "contractId" | "paymentId">>,
): Row<"attachment"> => ({
  id: asId(`paper-${of.contractId ?? of.paymentId}`),
  contentId,
  fileName: "扫描件.pdf",
  mediaType: "application/pdf",
  sizeBytes: 0,
  projectId: null,
  contractId: null,
  supplementId: null,
  acceptanceId: null,
  invoiceId: null,
  approvalId: null,
  paymentId: null,
  addedAt: "2022-12-31T00:00:00.000Z",
  addedBy: "王经办",
  note: "",
  invoiceNumber: null,
  ...live,
  ...of,
});

const projectRow: Row<"project"> = {
  id: asId("project"),
  code: "P",
  name: "社区综合治理",
  fiscalYear: 2022,
  category: "",
  nature: "",
  departmentUnitId: asId("unit"),
  implementingUnitId: asId("unit"),
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  functionCode: "",
  overallGoal: "",
  annualGoal: "",
  template: "sh-2022",
  note: "",
  previousProjectId: null,
  ...live,
};

const lineRow = (contract: Row<"contract">, index: number): Row<"budgetLine"> => ({
  id: contract.budgetLineId,
  projectId: projectRow.id,
  seq: index + 1,
  name: `预算项${index}`,
  economicCode: "30214",
  payMode: "monthly",
  quantity: decimal("10"),
  unitName: "台",
  unitPrice: decimal("500"),
  periods: decimal("12"),
  amountCents: cents(monthCents * 12 * 5),
  basis: "",
  procurementType: "services",
  procurementItem: "",
  smeReserved: 0,
  control: "block",
  note: "",
  ...live,
});

const vendorName = (index: number): string => `上海第${index}服务有限公司`;

function vendorCode(index: number): string {
  const code = `9131011700${digits(index, 7)}0`;
  const check = checkCreditCode(code);
  return check.kind === "wrong" ? code.slice(0, -1) + check.expected : code;
}

const vendorRow = (index: number): Row<"vendor"> => ({
  id: asId(`vendor-${index}`),
  name: vendorName(index),
  creditCode: vendorCode(index),
  isSmallOrMedium: null,
  note: "",
  ...live,
});

const contractRow = (index: number): Row<"contract"> => ({
  id: asId(`contract-${index}`),
  contractNo: `HT-2022-${digits(index, 5)}`,
  name: `租赁合同${index}`,
  kind: "monthly",
  projectId: projectRow.id,
  budgetLineId: asId(`line-${index}`),
  vendorId: asId(`vendor-${index}`),
  ownUnitId: null,
  parentContractId: null,
  subject: "",
  amountCents: cents(monthCents * 12),
  signedOn: isoDate("2021-12-20"),
  awardedOn: null,
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  payTiming: "periodEnd",
  payWithinDays: 30,
  dayKind: "calendar",
  acceptanceRequired: 0,
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
});

const rentalRow = (contract: Row<"contract">, index: number): Row<"rental"> => ({
  id: asId(`rental-${index}`),
  contractId: contract.id,
  name: "记录仪",
  unitName: "台",
  proration: "wholeMonth",
  note: "",
  ...live,
});

const segmentRow = (index: number): Row<"rentalSegment"> => ({
  id: asId(`segment-${index}`),
  rentalId: asId(`rental-${index}`),
  validFrom: isoDate("2022-01-01"),
  validTo: null,
  quantity: decimal("10"),
  unitPrice: decimal("100"),
  free: 0,
  note: "",
});

const instalmentRows = (contract: Row<"contract">, index: number): readonly Row<"instalment">[] =>
  Array.from({ length: 12 }, (_, month) => ({
    id: asId(`instalment-${index}-${month}`),
    contractId: contract.id,
    rentalId: asId(`rental-${index}`),
    seq: month + 1,
    kind: "regular",
    label: `2022年${month + 1}月`,
    periodFrom: isoDate(`${monthOfYear(month)}-01`),
    periodTo: lastDay(monthOfYear(month)),
    amountCents: monthCents,
    deductionCents: cents(0),
    earliestDate: addDays(lastDay(monthOfYear(month)), 1),
    dueDate: addDays(lastDay(monthOfYear(month)), 31),
    ...live,
  }));

/** The instalment a payment or an invoice is for: all contracts of a month, then the next month, over and over. */
const placeOf = (index: number, size: LedgerSize) => {
  const contract = index % size.contracts;
  const turn = Math.trunc(index / size.contracts);
  return { contract, month: turn % 12, round: Math.trunc(turn / 12) };
};

const dayAfter = (month: number, days: number): IsoDate => addDays(lastDay(monthOfYear(month)), days);

function invoiceRow(index: number, size: LedgerSize): Row<"invoice"> {
  const { contract, month, round } = placeOf(index, size);
  return {
    id: asId(`invoice-${index}`),
    number: `22310${digits(index * 7 + 1, 15)}`,
    type: "数电票（普通发票）",
    sellerName: vendorName(contract),
    sellerTaxId: vendorCode(contract),
    buyerName: index % 50 === 49 ? "别的单位" : "广富林街道办事处",
    buyerTaxId: index % 50 === 49 ? "12310117MB00000000" : "11310117000000019T",
    issueDate: dayAfter(month, 2 + round),
    netCents: cents(47_170),
    taxCents: cents(2_830),
    grossCents: halfMonthCents,
    status: "normal",
    isRed: 0,
    blueNumber: null,
    riskLevel: "normal",
    source: "电子发票服务平台",
    drawer: "",
    remark: "",
    vendorId: asId(`vendor-${contract}`),
    entry: "import",
    batchId: null,
    ...live,
  };
}

const invoiceLines = (index: number): Row<"invoiceLine">[] =>
  [1, 2].map((seq) => ({
    id: asId(`line-${index}-${seq}`),
    invoiceId: asId(`invoice-${index}`),
    seq,
    taxCategoryCode: "3040502000000000000",
    goodsName: `*经营租赁*记录仪租赁费${index % 200}`,
    spec: "",
    unitName: "台",
    quantity: decimal("1"),
    unitPrice: null,
    netCents: cents(23_585),
    taxRate: "6%",
    taxCents: cents(1_415),
    grossCents: cents(25_000),
  }));

function paymentRow(index: number, size: LedgerSize): Row<"payment"> {
  const { contract, month, round } = placeOf(index, size);
  return {
    id: asId(`payment-${index}`),
    paymentNo: `FK-${digits(index, 6)}`,
    state: "paid",
    projectId: projectRow.id,
    budgetLineId: asId(`line-${contract}`),
    contractId: asId(`contract-${contract}`),
    vendorId: asId(`vendor-${contract}`),
    payerUnitId: asId("unit"),
    payeeName: vendorName(contract),
    payeeTaxId: vendorCode(contract),
    payeeAccountNo: "",
    purpose: "",
    amountCents: halfMonthCents,
    isAdvance: 0,
    refundOfId: null,
    capitalText: "",
    batchId: null,
    periodFrom: isoDate(`${monthOfYear(month)}-01`),
    periodTo: lastDay(monthOfYear(month)),
    requestedOn: dayAfter(month, 4 + round),
    paidOn: dayAfter(month, 6 + round),
    method: "direct",
    economicCode: "30214",
    handledBy: "张三",
    reviewedBy: "李四",
    approvedBy: "王五",
    voucherNo: "",
    note: "",
    ...live,
  };
}

function allocationRow(index: number, size: LedgerSize): Row<"allocation"> {
  const { contract, month, round } = placeOf(index, size);
  return {
    id: asId(`allocation-${index}`),
    paymentId: asId(`payment-${index}`),
    // Who pays a month again cannot have said so: the ledger would have refused it.
    instalmentId: round < 2 ? asId(`instalment-${contract}-${month}`) : null,
    invoiceId: asId(`invoice-${index}`),
    amountCents: halfMonthCents,
  };
}
