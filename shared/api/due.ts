import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import * as field from "../model/fields.ts";
import type { Subject } from "../rules/finding.ts";
import { fileToken, scope } from "./fields.ts";
import { type Exported, fileFormats } from "./filings.ts";
import type { MissingPaperCount } from "./papers.ts";
import { route } from "./route.ts";

export const dueKinds = [
  "reversed",
  "overdue",
  "due",
  "soon",
  "blocked",
  "retention",
  "bond",
  "expiring",
  "advance",
] as const;
export type DueKind = (typeof dueKinds)[number];

export const dueWords: Readonly<Record<DueKind, string>> = {
  reversed: "发票红冲",
  overdue: "已逾期",
  due: "应付",
  soon: "即将到期",
  blocked: "暂不可付",
  retention: "质保金待退",
  bond: "保证金待退",
  expiring: "合同到期",
  advance: "预付款未冲销",
};

/** One thing that waits, and what to do about it next. */
export type DueItem = Readonly<{
  /** Kind and paper. */
  key: string;
  kind: DueKind;
  /** What is still to be paid, given back or offset; null where only a date matters, so that nothing counts twice. */
  amountCents: Cents | null;
  /** Late after it, ends on it, given back from it; null while a paper that it hangs on is missing. */
  date: IsoDate | null;
  /** Days from the day asked for to that day; negative when it has gone by. */
  days: number | null;
  projectName: string;
  contractNo: string;
  contractName: string;
  vendorName: string;
  /** Of what it is: the instalment, the bond, the payment. */
  what: string;
  why: string;
  next: string;
  /** The paper it leads to. */
  subject: Subject;
}>;

/** What an item adds to the sum of what is still to be paid and given back: an advance has left the account already. */
export const owedCents = ({ kind, amountCents }: Pick<DueItem, "kind" | "amountCents">): Cents | null =>
  kind === "advance" ? null : amountCents;

export type DueList = Readonly<{
  asOf: IsoDate;
  soonDays: number;
  items: readonly DueItem[];
  missingPapers: MissingPaperCount;
}>;

const asked = scope.extend({ asOf: field.date.nullable() });

export const dueRoutes = {
  "due.list": route<DueList>()(asked),
  /** The items of these keys in this order, or all, as a workbook or a PDF. */
  "due.export": route<Exported>()(
    asked.extend({ keys: z.array(z.string()).nullable(), format: z.enum(fileFormats), file: fileToken }),
  ),
} as const;
