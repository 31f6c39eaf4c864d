import type { ContractView, InstalmentView } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";

const day = (text: string) => isoDate(text);

/** An instalment of 600.00 for the first quarter of 2022, about which nothing happened yet. */
export function instalmentView(changes: Partial<InstalmentView> = {}): InstalmentView {
  return {
    id: asId("instalment-1"),
    contractId: asId("contract-1"),
    rentalId: null,
    seq: 1,
    kind: "regular",
    label: "2022年第1季度",
    periodFrom: day("2022-01-01"),
    periodTo: day("2022-03-31"),
    amountCents: cents(60_000),
    deductionCents: cents(0),
    earliestDate: null,
    dueDate: null,
    voidedAt: null,
    voidReason: null,
    contractNo: "HT-1",
    contractName: "服务合同",
    vendorName: "甲公司",
    budgetLineName: "服务",
    payableCents: cents(60_000),
    invoicedCents: cents(0),
    paidCents: cents(0),
    remainingCents: cents(60_000),
    status: "notDue",
    waitsFor: null,
    acceptance: null,
    invoiceNumbers: [],
    paymentNos: [],
    ...changes,
  };
}

/** The four quarters of 2022. */
export const quarters: readonly InstalmentView[] = [
  ["2022-01-01", "2022-03-31"],
  ["2022-04-01", "2022-06-30"],
  ["2022-07-01", "2022-09-30"],
  ["2022-10-01", "2022-12-31"],
].map(([from = "", to = ""], index) =>
  instalmentView({
    id: asId(`quarter-${index + 1}`),
    seq: index + 1,
    label: `2022年第${index + 1}季度`,
    periodFrom: day(from),
    periodTo: day(to),
  }),
);

/** A contract of 2,400.00 by the quarter. */
export function contractView(changes: Partial<ContractView> = {}): ContractView {
  return {
    id: asId("contract-1"),
    contractNo: "HT-1",
    name: "服务合同",
    kind: "quarterly",
    projectId: asId("project-1"),
    budgetLineId: asId("line-1"),
    vendorId: asId("vendor-1"),
    ownUnitId: null,
    parentContractId: null,
    subject: "",
    amountCents: cents(240_000),
    signedOn: null,
    awardedOn: null,
    startDate: day("2022-01-01"),
    endDate: day("2022-12-31"),
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
    voidedAt: null,
    voidReason: null,
    projectName: "项目",
    budgetLineName: "服务",
    vendorName: "甲公司",
    totalCents: cents(240_000),
    plannedCents: cents(240_000),
    invoicedCents: cents(0),
    paidCents: cents(0),
    unpaidCents: null,
    overdueCount: 0,
    stateNow: "active",
    endNow: day("2022-12-31"),
    ...changes,
  };
}
