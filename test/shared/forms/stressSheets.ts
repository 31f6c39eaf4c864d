import type { ContractLine } from "#shared/forms/builders/contracts.ts";
import type { ExecutedProject } from "#shared/forms/builders/execution.ts";
import type { InvoiceLine } from "#shared/forms/builders/invoices.ts";
import type { SheetScope } from "#shared/forms/builders/ledgerTable.ts";
import type { CheckedPayment, PaymentCheckSheet } from "#shared/forms/builders/paymentCheck.ts";
import type { PayPlanGroup } from "#shared/forms/builders/payPlan.ts";
import type { RentedGroup } from "#shared/forms/builders/rentalMonths.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";

/** The year's lists, long ones, with names as long as the ledger takes them and with blanks. */

const words =
  "确保街道“一网统管”工作顺利开展，提升城市管理精细化、智能化水平；围绕“高效处置一件事”，提高居民群众安全感、获得感、满意度。";

export const longText = (length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);

export const longName = (seed: number): string =>
  `上海市松江区广富林街道城市运行管理中心网格化综合管理队伍装备配置与“多格合一”联勤联动快速高效处置工作第${seed + 1}项（含ABC-DEF_2022/0001号补充协议）`;

const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const scope: SheetScope = {
  fiscalYear: 2022,
  project: { name: longName(0), code: "SQZL-2022" },
  unitName: "上海市松江区广富林街道城市运行管理中心",
  asOf: isoDate("2022-07-08"),
};

export const rentedGroups: readonly RentedGroup[] = many(40, (group) => ({
  name: group % 5 === 0 ? longName(group) : `城运巡查记录仪第${group + 1}组`,
  contractNo: `GFL-2022-${String(group + 1).padStart(4, "0")}`,
  vendorName: "上海移动通信有限责任公司松江分公司",
  months: many(12, (month) => ({
    terms: month < 2 && group % 7 === 0 ? [] : month === 5 ? ["26×85", "28×87.5"] : [`${26 + group}×85`],
    dueCents: month < 2 && group % 7 === 0 ? null : cents((26 + group) * 8_500),
    paidCents: month < 6 ? cents((26 + group) * 8_500) : null,
  })),
}));

export const payPlanGroups: readonly PayPlanGroup[] = many(14, (group) => ({
  heading: [
    group % 4 === 0 ? longName(group) : `第${group + 1}份合同`,
    `GFL-2022-${group + 1}`,
    "上海移动通信有限责任公司松江分公司",
    "合同总额 240,000.00",
  ],
  lines: many(group % 6 === 0 ? 0 : 12, (line) => ({
    label: `${line + 1}月`,
    period: `2022年${line + 1}月`,
    earliestDate: line % 5 === 0 ? null : isoDate("2022-07-01"),
    dueDate: isoDate("2022-07-31"),
    planned: line === 11 ? null : { amountCents: cents(2_000_000_00), deductionCents: cents(line * 100) },
    invoicedCents: cents(2_000_000_00),
    paidCents: cents(line < 6 ? 2_000_000_00 : 0),
    status: line < 6 ? "已付" : "逾期",
    overdue: line >= 6,
    note: line % 4 === 0 ? "等验收：第三季度考核报告还没有登记；FK-2022-0001、FK-2022-0002" : "",
  })),
}));

export const executedProjects: readonly ExecutedProject[] = many(3, (index) => ({
  name: `${longName(index)}（SQZL-202${index}）`,
  lines: many(25, (line) => ({
    name: line % 4 === 0 ? longName(line) : `第${line + 1}项支出`,
    originalCents: line === 24 ? null : cents(12_345_678_90),
    allocatedCents: line % 9 === 8 ? cents(0) : cents(12_345_678_90),
    paidByQuarter: [cents(1_234_567_89), cents(2_345_678_90), cents(0), cents(0)],
  })),
  funds: [
    { name: "当年财政拨款", amountCents: cents(9e10), usedCents: cents(8e10), leftCents: cents(1e10) },
    { name: "上年结转", amountCents: cents(0), usedCents: cents(0), leftCents: cents(0) },
  ],
  beyondCents: cents(index * 100),
}));

const payment = (index: number): CheckedPayment => ({
  paymentNo: `FK-2022-${String(index + 1).padStart(4, "0")}`,
  payeeName: index % 3 === 0 ? longName(index) : "上海移动通信有限责任公司",
  purpose: index % 4 === 0 ? "" : `支付第${index + 1}笔巡查记录仪月租`,
  contractNo: index % 5 === 0 ? null : `GFL-2022-${index + 1}`,
  instalments: index % 6 === 0 ? [] : many(1 + (index % 4), (at) => `2022年${at + 1}月`),
  invoiceNumbers: many(index % 4, (at) => `2231200000000000${String(index * 10 + at).padStart(4, "0")}`),
  amountCents: cents(221_000 + index),
  isPaid: index % 2 === 0,
  state: index % 2 === 0 ? "已付\n2022-06-30" : "待审",
  findings: many(index % 4, (at) => ({
    ruleId: `PAY-0${at + 1}`,
    severity: (["block", "warn", "hint"] as const)[at] ?? "hint",
    message: `本次付款 221,000.00 元超过期次应付 200,000.00 元，${longText(40)}`,
    accepted: at === 2 ? "已报分管领导同意" : null,
  })),
  decisions:
    index % 8 === 3 ? [{ ruleId: "PAY-03", reason: longText(80), by: "顾审批", on: "2022-06-30" }] : [],
});

export const payments: Pick<PaymentCheckSheet, "payments" | "others"> = {
  payments: many(60, payment),
  others: many(12, (index) => ({
    line: { ruleId: "CON-05", severity: "warn", message: longText(70 + index), accepted: null },
    decision: null,
  })),
};

export const contractLines: readonly ContractLine[] = many(80, (index) => ({
  contractNo: `GFL-CGZX-2022-${String(index + 1).padStart(4, "0")}`,
  name: index % 3 === 0 ? longName(index) : `第${index + 1}份合同`,
  vendorName: index % 4 === 0 ? longName(index) : "上海移动通信有限责任公司",
  budgetLineName: "城运巡查记录仪月租费",
  signedOn: index % 5 === 0 ? null : isoDate("2021-12-30"),
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  kind: "按月",
  state: "履行中",
  totalCents: index % 7 === 0 ? null : cents(123_456_789_00),
  invoicedCents: cents(123_456_789_00),
  paidCents: cents(0),
  unpaidCents: index % 7 === 0 ? null : cents(123_456_789_00),
}));

export const invoiceLines: readonly InvoiceLine[] = many(200, (index) => ({
  number: `2231200000000000${String(index).padStart(4, "0")}`,
  type: "数电票（增值税专用发票）",
  issueDate: isoDate("2022-06-30"),
  sellerName: index % 6 === 0 ? longName(index) : "上海移动通信有限责任公司",
  goods: index % 5 === 0 ? `*现代服务*${longText(60)}` : "*租赁*巡查记录仪租赁费",
  netCents: cents(9_433_962_26),
  taxCents: cents(566_037_74),
  grossCents: cents(index % 9 === 8 ? -10_000_000_00 : 10_000_000_00),
  status: index % 9 === 8 ? "红字" : "正常",
  payableCents: cents(10_000_000_00),
  usedCents: cents(0),
  paymentNos: many(index % 4, (at) => `FK-2022-${String(at + 1).padStart(4, "0")}`),
}));
