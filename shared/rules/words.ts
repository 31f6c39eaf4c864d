import { type Cents, cents, formatYuan } from "../kernel/cents.ts";
import { formatPeriodText, type IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import type { Subject } from "./finding.ts";
import type { PaymentFact } from "./paymentFacts.ts";

/** "60,000.00元" */
export const yuan = (amount: Cents): string => `${formatYuan(amount)}元`;

export const absoluteCents = (amount: Cents): Cents => cents(Math.abs(amount));

export const periodText = (period: Readonly<{ periodFrom: IsoDate; periodTo: IsoDate }>): string =>
  formatPeriodText(period.periodFrom, period.periodTo);

export const invoiceStatusNames: Readonly<Record<Invoice["status"], string>> = {
  normal: "正常",
  void: "已作废",
  redFull: "已红冲-全额",
  redPartial: "已红冲-部分",
};

export const riskNames: Readonly<Record<Invoice["riskLevel"], string>> = {
  normal: "正常",
  abnormal: "异常凭证",
  suspect: "疑点发票",
};

/** "FK-001、FK-002等5张" */
export function paymentNos(payments: readonly PaymentFact[]): string {
  const numbers = [...new Set(payments.map((payment) => payment.row.paymentNo))];
  const shown = numbers.slice(0, 3).join("、");
  return numbers.length > 3 ? `${shown}等${numbers.length}张` : shown;
}

export const ofProject = (project: Project): Subject => ({
  kind: "project",
  id: project.id,
  label: project.name,
});

export const ofLine = (line: BudgetLine): Subject => ({ kind: "budgetLine", id: line.id, label: line.name });

export const ofContract = ({ row }: ContractFact): Subject => ({
  kind: "contract",
  id: row.id,
  label: row.contractNo,
});

export const ofInstalment = ({ row }: InstalmentFact): Subject => ({
  kind: "instalment",
  id: row.id,
  label: instalmentName(row),
});

/** An instalment as its label says, or, where it has none, by its number. */
export const instalmentName = (row: InstalmentFact["row"]): string =>
  row.label === "" ? `第${row.seq}期` : row.label;

export const ofInvoice = (invoice: Invoice): Subject => ({
  kind: "invoice",
  id: invoice.id,
  label: invoice.number,
});

export const ofPayment = ({ row }: PaymentFact): Subject => ({
  kind: "payment",
  id: row.id,
  label: row.paymentNo,
});
