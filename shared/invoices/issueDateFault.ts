import { addDays, formatDateText, type IsoDate } from "../kernel/dates.ts";
import type { Checked, InvoiceFault } from "./invoiceFault.ts";

/** The first day on which an invoice of a project may be issued without a question, and why not before. */
export type FirstIssueDay = Readonly<{ from: IsoDate; why: string }>;

export const firstIssueDay = (projectStart: IsoDate, earlyDays: number): FirstIssueDay => ({
  from: addDays(projectStart, -earlyDays),
  why: `比项目开始日${formatDateText(projectStart)}早${earlyDays}天以上`,
});

/** INV-14 */
export const issueDateTold = ({ number, issueDate }: Checked<"number" | "issueDate">, why: string): string =>
  `发票${number}开票日期${formatDateText(issueDate)}异常，${why}。`;

/** INV-14: issued after today, or long before the earliest project begins. */
export function issueDateFault(
  invoice: Checked<"number" | "issueDate">,
  { today, firstDay }: Readonly<{ today: IsoDate; firstDay: FirstIssueDay | undefined }>,
): InvoiceFault | undefined {
  const { issueDate } = invoice;
  const early = firstDay !== undefined && issueDate < firstDay.from ? firstDay.why : undefined;
  const why = issueDate > today ? "晚于今天" : early;
  if (why === undefined) return undefined;
  return { ruleId: "INV-14", severity: "warn", field: "issueDate", message: issueDateTold(invoice, why) };
}
