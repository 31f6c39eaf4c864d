import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Period } from "../schedule/periods.ts";

/** What a paper says about itself, whether it is an invoice or a payment. */
export type Paper = Readonly<{
  amountCents: Cents;
  day: IsoDate;
  /** Its words: the period is read from them and contract numbers are looked for. */
  text: string;
  period: Period | undefined;
}>;
