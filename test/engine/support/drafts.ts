import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";

// What a screen hands in for something new, with as much as a test does not care about.

export const projectDraft = (
  changes: Partial<ApiParsed<"projects.save">> = {},
): ApiParsed<"projects.save"> => ({
  id: null,
  code: "ZH-2022",
  name: "社区综合治理",
  fiscalYear: 2022,
  category: "经常性",
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
  ...changes,
});

/** A 财政电子票据 of 1,200.00 元. */
export const manualDraft = (
  changes: Partial<ApiParsed<"invoices.saveManual">> = {},
): ApiParsed<"invoices.saveManual"> => ({
  id: null,
  kind: "fiscal",
  code: "31010122",
  number: "0000012345",
  type: "财政电子票据（非税收入）",
  issueDate: isoDate("2022-06-01"),
  sellerName: "上海市松江区某事业单位",
  sellerTaxId: "",
  vendorId: null,
  newVendor: false,
  buyerName: "上海市松江区广富林街道城市运行管理中心",
  buyerTaxId: "12310117MB00000000",
  netCents: null,
  taxCents: null,
  grossCents: cents(120_000),
  isRed: false,
  blueNumber: "",
  status: "normal",
  drawer: "",
  remark: "",
  lines: [],
  ...changes,
});

export const lineDraft = (
  projectId: Id,
  changes: Partial<ApiParsed<"projects.saveBudgetLine">> = {},
): ApiParsed<"projects.saveBudgetLine"> => ({
  id: null,
  projectId,
  seq: 1,
  name: "综合整治",
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
  ...changes,
});

export const vendorDraft = (changes: Partial<ApiParsed<"vendors.save">> = {}): ApiParsed<"vendors.save"> => ({
  id: null,
  name: "上海示例保洁有限公司",
  creditCode: "91310117MA1J000060",
  isSmallOrMedium: null,
  note: "",
  ...changes,
});

type Party = Readonly<{ projectId: Id; budgetLineId: Id; vendorId: Id }>;

export const contractDraft = (
  { projectId, budgetLineId, vendorId }: Party,
  changes: Partial<ApiParsed<"contracts.save">> = {},
): ApiParsed<"contracts.save"> => ({
  id: null,
  contractNo: "HT-1",
  name: "综合整治服务合同",
  kind: "quarterly",
  projectId,
  budgetLineId,
  vendorId,
  ownUnitId: null,
  parentContractId: null,
  subject: "",
  amountCents: cents(24_000_000),
  signedOn: isoDate("2021-12-28"),
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
  procurementMethod: "比选",
  state: "active",
  note: "",
  ...changes,
});

export const acceptanceDraft = (
  contractId: Id,
  changes: Partial<ApiParsed<"contracts.saveAcceptance">> = {},
): ApiParsed<"contracts.saveAcceptance"> => ({
  id: null,
  contractId,
  instalmentId: null,
  documentNo: "验收1号",
  acceptedOn: isoDate("2022-04-01"),
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  result: "pass",
  score: null,
  deductionCents: cents(0),
  acceptedBy: "王经办",
  note: "",
  ...changes,
});

export const segment = (
  validFrom: string,
  quantity: string,
  changes: Partial<ApiParsed<"rentals.saveSegments">["segments"][number]> = {},
): ApiParsed<"rentals.saveSegments">["segments"][number] => ({
  validFrom: isoDate(validFrom),
  validTo: null,
  quantity: decimal(quantity),
  unitPrice: decimal("80"),
  free: 0,
  note: "",
  ...changes,
});

type PaymentInput = ApiParsed<"payments.save">;

export const paymentDraft = (
  projectId: Id,
  changes: Partial<PaymentInput["payment"]> = {},
  allocations: PaymentInput["allocations"] = [],
): PaymentInput => ({
  payment: {
    id: null,
    projectId,
    budgetLineId: null,
    contractId: null,
    vendorId: null,
    payerUnitId: null,
    payeeName: "上海示例保洁有限公司",
    payeeTaxId: "91310117MA1J000060",
    payeeAccountNo: "",
    purpose: "2022年第一季度费用",
    amountCents: cents(6_000_000),
    isAdvance: 0,
    refundOfId: null,
    capitalText: "",
    periodFrom: null,
    periodTo: null,
    requestedOn: isoDate("2022-04-08"),
    method: "direct",
    economicCode: "30227",
    handledBy: "王经办",
    voucherNo: "",
    note: "",
    ...changes,
  },
  allocations,
});

export const deviceDraft = (
  deviceNo: string,
  changes: Partial<ApiParsed<"devices.add">["devices"][number]> = {},
): ApiParsed<"devices.add">["devices"][number] => ({
  deviceNo,
  model: "",
  holder: "",
  inOn: isoDate("2022-01-01"),
  outOn: null,
  note: "",
  ...changes,
});

export const needDraft = (
  projectId: Id,
  changes: Partial<ApiParsed<"needs.save">> = {},
): ApiParsed<"needs.save"> => ({
  id: null,
  projectId,
  budgetLineId: null,
  kind: "uniform",
  name: "冬季工作服",
  unitName: "套",
  unitPrice: decimal("1180"),
  quantity: null,
  perPerson: decimal("1"),
  replaceYears: 2,
  note: "",
  ...changes,
});

export const staffDraft = (
  name: string,
  changes: Partial<Omit<ApiParsed<"staff.save">, "id">> = {},
): Omit<ApiParsed<"staff.save">, "id"> => ({
  staffNo: "",
  name,
  post: "",
  size: "",
  joinedOn: null,
  leftOn: null,
  note: "",
  ...changes,
});
