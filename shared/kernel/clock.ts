import type { IsoDate } from "./dates.ts";

/** The time as an argument, so that "as of" any day gives that day's answer and tests stand still. */
export type Clock = Readonly<{
  /** The officer's calendar day. */
  today: () => IsoDate;
  /** An instant as ISO text in UTC, for the change log. */
  now: () => string;
}>;
