import { instalmentOf } from "./instalments.ts";
import type { PaymentDraft } from "./paymentDraft.ts";
import { rentalTerms, type SampleRental } from "./rentals.ts";
import { yuan } from "./rows.ts";
import { recordersFormerName } from "./vendors.ts";

/** A month's rent, paid as due against the invoice of the same number. */
function rentPaid(
  rental: SampleRental,
  seq: number,
  requestedOn: string,
  paidOn: string,
  payeeName?: string,
): PaymentDraft {
  const { label, amountCents } = instalmentOf(rental, seq);
  return {
    key: `${rental}-${seq}`,
    line: rental,
    contract: rental,
    payee: rental,
    ...(payeeName === undefined ? {} : { payeeName }),
    purpose: `${label}${rentalTerms[rental].name}月租`,
    state: "paid",
    requestedOn,
    paidOn,
    shares: [{ seq, invoice: `${rental}-${seq}`, amount: amountCents }],
  };
}

const supplied = { line: "supplies", contract: "supplies", payee: "supplies", state: "paid" } as const;

/** The half year as it was paid. Two of these carry a planted mistake that came to light too late. */
export const paidPayments: readonly PaymentDraft[] = [
  {
    ...supplied,
    key: "supplies-1",
    purpose: "反光背心、垃圾夹",
    requestedOn: "2022-01-18",
    paidOn: "2022-01-26",
    shares: [{ invoice: "supplies-1", amount: yuan("8,640.00") }],
  },
  rentPaid("recorders", 1, "2022-02-16", "2022-02-24", recordersFormerName),
  rentPaid("intercoms", 1, "2022-02-16", "2022-02-24"),
  {
    // One payment for two months and two invoices.
    key: "phones-1-2",
    line: "phones",
    contract: "phones",
    payee: "phones",
    purpose: "2022年1月至2月网格工作手机月租",
    state: "paid",
    requestedOn: "2022-03-01",
    paidOn: "2022-03-02",
    shares: [
      { seq: 1, invoice: "phones-1", amount: yuan("4,012.00") },
      { seq: 2, invoice: "phones-2", amount: yuan("4,012.00") },
    ],
  },
  rentPaid("recorders", 2, "2022-03-15", "2022-03-22", recordersFormerName),
  rentPaid("intercoms", 2, "2022-03-15", "2022-03-22"),
  {
    ...supplied,
    // Planted: nobody is on record as having approved it, and its form was never filed.
    key: "supplies-2",
    approvedBy: "",
    purpose: "防护手套、防汛沙袋",
    requestedOn: "2022-03-17",
    paidOn: "2022-03-24",
    shares: [{ invoice: "supplies-2", amount: yuan("9,875.00") }],
  },
  {
    key: "publicity-1",
    line: "publicity",
    contract: "publicity",
    payee: "publicity",
    purpose: "社区治理宣传折页",
    state: "paid",
    requestedOn: "2022-03-21",
    paidOn: "2022-03-29",
    shares: [{ invoice: "publicity-1", amount: yuan("2,300.00") }],
  },
  // Planted: March was not over yet.
  rentPaid("intercoms", 3, "2022-03-24", "2022-03-25"),
  {
    key: "joint-1",
    line: "joint",
    contract: "joint",
    payee: "joint",
    purpose: "2022年第一季度大联动综合整治费用",
    state: "paid",
    requestedOn: "2022-04-12",
    paidOn: "2022-04-20",
    shares: [{ seq: 1, invoice: "joint-1", amount: yuan("60,000.00") }],
  },
  rentPaid("recorders", 3, "2022-04-14", "2022-04-21"),
  rentPaid("phones", 3, "2022-04-14", "2022-04-21"),
  {
    // Nothing is deleted: a request entered twice stays, with its reason.
    key: "phones-3-void",
    line: "phones",
    contract: "phones",
    payee: "phones",
    purpose: "2022年3月网格工作手机月租",
    state: "draft",
    requestedOn: "2022-04-15",
    amount: yuan("4,012.00"),
    shares: [],
    voided: { at: "2022-04-15T08:20:00Z", reason: "与 2022年3月已申请的付款重复录入" },
  },
  rentPaid("recorders", 4, "2022-05-16", "2022-05-23"),
  rentPaid("phones", 4, "2022-05-16", "2022-05-23"),
  {
    // One invoice in two payments, the rest when the last goods had come.
    ...supplied,
    key: "supplies-3a",
    purpose: "警示围挡、清除铲（首批）",
    requestedOn: "2022-05-17",
    paidOn: "2022-05-24",
    shares: [{ invoice: "supplies-3", amount: yuan("6,000.00") }],
  },
  rentPaid("phones", 5, "2022-06-14", "2022-06-22"),
  {
    ...supplied,
    key: "supplies-3b",
    purpose: "警示围挡、清除铲（余款）",
    requestedOn: "2022-06-15",
    paidOn: "2022-06-22",
    shares: [{ invoice: "supplies-3", amount: yuan("6,260.00") }],
  },
];
