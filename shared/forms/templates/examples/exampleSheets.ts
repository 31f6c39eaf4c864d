import { cents, zeroCents } from "../../../kernel/cents.ts";
import { isoDate } from "../../../kernel/dates.ts";
import type { ContractLine } from "../../builders/contracts.ts";
import type { ExecutionSheet } from "../../builders/execution.ts";
import type { InvoiceLine } from "../../builders/invoices.ts";
import type { PaymentCheckSheet } from "../../builders/paymentCheck.ts";
import type { PayPlanSheet } from "../../builders/payPlan.ts";
import type { RentalMonthsSheet } from "../../builders/rentalMonths.ts";
import type { PaymentSlip } from "../../builders/slip.ts";
import { amount, text } from "../../values.ts";
import { exampleScope as scope } from "./exampleProject.ts";

/** Made-up rows for the sheets that a ledger fills: one of each is enough to see a template by. */

const [sum, quarter] = [cents(24_000_000), cents(6_000_000)];
const vendorName = "示例服务有限公司";
const contractNo = "SL-HT-01";

export const exampleRentals: RentalMonthsSheet = {
  scope,
  groups: [
    {
      name: "对讲机",
      contractNo,
      vendorName,
      months: Array.from({ length: 12 }, () => ({
        terms: ["36×45"],
        dueCents: cents(162_000),
        paidCents: cents(162_000),
      })),
    },
  ],
};

export const examplePayPlan: PayPlanSheet = {
  scope,
  groups: [
    {
      heading: [`合同 ${contractNo}`, "综合整治服务合同", `乙方：${vendorName}`],
      lines: [
        {
          label: "第1季度",
          period: "2026年1—3月",
          earliestDate: isoDate("2026-03-31"),
          dueDate: isoDate("2026-04-30"),
          planned: { amountCents: quarter, deductionCents: zeroCents },
          invoicedCents: quarter,
          paidCents: quarter,
          status: "已结清",
          overdue: false,
          note: "FK-2026-0001",
        },
      ],
    },
  ],
};

export const exampleExecution: ExecutionSheet = {
  scope,
  progressBp: 5_000,
  progressName: "6月末序时进度",
  projects: [
    {
      name: "示例项目",
      lines: [
        {
          name: "联勤联动综合整治",
          originalCents: sum,
          allocatedCents: sum,
          paidByQuarter: [quarter, quarter, zeroCents, zeroCents],
        },
      ],
      funds: [
        {
          name: "当年财政拨款",
          amountCents: sum,
          usedCents: cents(12_000_000),
          leftCents: cents(12_000_000),
        },
      ],
      beyondCents: zeroCents,
    },
  ],
};

export const examplePaymentCheck: PaymentCheckSheet = {
  scope,
  payments: [
    {
      paymentNo: "FK-2026-0001",
      payeeName: vendorName,
      purpose: "第1季度服务费",
      contractNo,
      instalments: ["第1季度"],
      invoiceNumbers: ["26312000000000000001"],
      amountCents: quarter,
      isPaid: true,
      state: "已付\n2026-04-20",
      findings: [],
      decisions: [],
    },
  ],
  others: [],
};

export const exampleContracts: readonly ContractLine[] = [
  {
    contractNo,
    name: "综合整治服务合同",
    vendorName,
    budgetLineName: "联勤联动综合整治",
    signedOn: isoDate("2026-01-05"),
    startDate: isoDate("2026-01-01"),
    endDate: isoDate("2026-12-31"),
    kind: "按季",
    state: "履行中",
    totalCents: sum,
    invoicedCents: quarter,
    paidCents: quarter,
    unpaidCents: cents(18_000_000),
  },
];

export const exampleInvoices: readonly InvoiceLine[] = [
  {
    number: "26312000000000000001",
    type: "数电票（普通发票）",
    issueDate: isoDate("2026-04-08"),
    sellerName: vendorName,
    goods: "综合整治服务费",
    netCents: cents(5_660_377),
    taxCents: cents(339_623),
    grossCents: quarter,
    status: "正常",
    payableCents: quarter,
    usedCents: quarter,
    paymentNos: ["FK-2026-0001"],
  },
];

export const exampleSlip: PaymentSlip = {
  fields: {
    payer: text("示例城市运行管理中心"),
    paymentNo: text("FK-2026-0001"),
    requestedOn: { kind: "date", date: isoDate("2026-04-10") },
    purpose: text("第1季度服务费"),
    payee: text(vendorName),
    method: text("转账"),
    bank: text("示例银行"),
    account: text("3100 0000 0000 0001"),
    project: text("示例项目（SL-2026）"),
    budgetLine: text("联勤联动综合整治（30227）"),
    contract: text(`${contractNo}　综合整治服务合同`),
    instalments: text("第1季度"),
    period: text("2026年1—3月"),
    contractSum: amount(sum),
    paidBefore: amount(zeroCents),
    capital: text("人民币陆万元整"),
    amount: amount(quarter),
    invoiceCount: text("1张"),
    attachments: text("共2张：发票1张、验收单1张"),
    note: text(""),
  },
  invoices: [
    {
      number: "26312000000000000001",
      issueDate: isoDate("2026-04-08"),
      sellerName: vendorName,
      goods: "综合整治服务费",
      grossCents: quarter,
      usedCents: quarter,
    },
  ],
  findings: [],
  signers: { handledBy: "", reviewedBy: "", approvedBy: "" },
};
