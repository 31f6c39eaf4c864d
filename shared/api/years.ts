import { z } from "zod";
import { type Cents, formatYuan } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type { FiscalYear } from "../model/office.ts";
import type { Subject } from "../rules/finding.ts";
import { route } from "./route.ts";

/** 预算年度 with what is in it, and who closed or opened it last. */
export type YearView = FiscalYear &
  Readonly<{
    projectCount: number;
    budgetCents: Cents;
    paidCents: Cents;
    changedBy: string | null;
    /** An instant; null while it was never closed. */
    changedAt: string | null;
  }>;

export const closeChecks = [
  "notOver",
  "openPayments",
  "blockingFindings",
  "unpaid",
  "openInvoices",
  "advances",
  "carryOver",
] as const;
export type CloseCheck = (typeof closeChecks)[number];

/** What a look before closing found. Blocking ones must be mended, or accepted with a reason. */
export type CloseItem = Readonly<{
  check: CloseCheck;
  blocking: boolean;
  title: string;
  /** Why it matters, and what to do. */
  advice: string;
  amountCents: Cents | null;
  entries: readonly Readonly<{ text: string; amountCents: Cents | null; subject: Subject | null }>[];
}>;

/** What an item shows, entry by entry: who accepts it accepts this and no more. */
export const seenOf = ({ entries }: Pick<CloseItem, "entries">): readonly string[] =>
  entries.map(({ text, amountCents }) =>
    amountCents === null ? text : `${text} ${formatYuan(amountCents)}元`,
  );

export type CloseReport = Readonly<{ year: YearView; asOf: string; items: readonly CloseItem[] }>;

const reason = z.string().trim().min(2, "请写明原因");
const oneYear = z.strictObject({ year: field.fiscalYear });
const years = route<readonly YearView[]>();

export const yearRoutes = {
  "years.list": years(z.strictObject({})),
  "years.add": years(oneYear.extend({ paymentCutoff: field.date.nullable() })),
  "years.setCutoff": years(oneYear.extend({ paymentCutoff: field.date.nullable() })),
  "years.checkClose": route<CloseReport>()(oneYear),
  /**
   * Refused while a blocking check is neither clear nor accepted with a reason, and when it finds what was not among the
   * `seen` ones (`seenOf`) that were accepted.
   */
  "years.close": years(
    oneYear.extend({
      reason,
      accepted: z.array(z.strictObject({ check: z.enum(closeChecks), reason, seen: z.array(z.string()) })),
    }),
  ),
  "years.reopen": years(oneYear.extend({ reason })),
} as const;
