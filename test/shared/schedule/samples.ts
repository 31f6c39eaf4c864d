import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type {
  Acceptance,
  Contract,
  Instalment,
  Rental,
  RentalSegment,
  Supplement,
} from "#shared/model/contract.ts";

const live = { voidedAt: null, voidReason: null } as const;

export const contractOf = (changes: Partial<Contract> = {}): Contract => ({
  id: asId("contract-1"),
  contractNo: "HT-2022-01",
  name: "大联动综合整治服务合同",
  kind: "quarterly",
  projectId: asId("project-1"),
  budgetLineId: asId("line-1"),
  vendorId: asId("vendor-1"),
  ownUnitId: null,
  parentContractId: null,
  subject: "综合整治服务",
  amountCents: cents(24_000_000),
  signedOn: isoDate("2021-12-20"),
  awardedOn: null,
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  payTiming: "periodEnd",
  payWithinDays: 15,
  dayKind: "calendar",
  acceptanceRequired: 1,
  advanceCents: cents(0),
  retentionBp: 0,
  bondCents: cents(0),
  advanceOffset: "even",
  releaseDate: null,
  exceedBp: 0,
  procurementMethod: "比选",
  state: "active",
  note: "",
  ...live,
  ...changes,
});

export const supplementOf = (changes: Partial<Supplement> = {}): Supplement => ({
  id: asId("supplement-1"),
  contractId: asId("contract-1"),
  supplementNo: "补-01",
  signedOn: isoDate("2022-06-20"),
  effectiveOn: isoDate("2022-07-01"),
  kind: "amount",
  deltaCents: cents(2_000_000),
  newEndDate: null,
  description: "",
  ...live,
  ...changes,
});

export const rentalOf = (changes: Partial<Rental> = {}): Rental => ({
  id: asId("rental-1"),
  contractId: asId("contract-1"),
  name: "城运巡查记录仪",
  unitName: "台",
  proration: "wholeMonth",
  note: "",
  ...live,
  ...changes,
});

export const segmentOf = (
  from: string,
  to: string | null,
  quantity: string,
  unitPrice: string,
  free: 0 | 1 = 0,
): RentalSegment => ({
  id: asId(`segment-${from}-${to}-${quantity}`),
  rentalId: asId("rental-1"),
  validFrom: isoDate(from),
  validTo: to === null ? null : isoDate(to),
  quantity: decimal(quantity),
  unitPrice: decimal(unitPrice),
  free,
  note: "",
});

export const instalmentOf = (changes: Partial<Instalment> = {}): Instalment => ({
  id: asId("instalment-1"),
  contractId: asId("contract-1"),
  rentalId: null,
  seq: 1,
  kind: "regular",
  label: "2022年第1季度",
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  amountCents: cents(6_000_000),
  deductionCents: cents(0),
  earliestDate: isoDate("2022-04-01"),
  dueDate: isoDate("2022-04-16"),
  ...live,
  ...changes,
});

export const acceptanceOf = (changes: Partial<Acceptance> = {}): Acceptance => ({
  id: asId("acceptance-1"),
  contractId: asId("contract-1"),
  instalmentId: null,
  documentNo: "YS-01",
  acceptedOn: isoDate("2022-04-05"),
  periodFrom: isoDate("2022-01-01"),
  periodTo: isoDate("2022-03-31"),
  result: "pass",
  score: null,
  deductionCents: cents(0),
  acceptedBy: "张三",
  note: "",
  ...live,
  ...changes,
});
