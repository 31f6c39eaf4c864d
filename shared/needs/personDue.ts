import { type IsoDate, isoDate, maxDate, minDate, yearOf } from "../kernel/dates.ts";
import { addDecimals, compareDecimals, type Decimal, decimal, subtractDecimals } from "../kernel/decimal.ts";
import type { Need, NeedIssue, Staff } from "../model/need.ts";

/** Whether a person is to get something of a need in a year, and why. */
export type PersonDue = Readonly<{
  state: DueState;
  /** What is still to be handed out this year. */
  quantity: Decimal;
  /** The last time before this year; null when there was none. */
  lastOn: IsoDate | null;
  /** The year in which the person is due again; null for what is handed out once. */
  nextYear: number | null;
}>;

/**
 * `never` got any, `replace` because the years are over, `partly` served this year and owed the rest; `issued` this year,
 * `notYet` due, `left` the office.
 */
export const dueStates = ["never", "replace", "partly", "issued", "notYet", "left"] as const;
export type DueState = (typeof dueStates)[number];

const dueNow: ReadonlySet<DueState> = new Set<DueState>(["never", "replace", "partly"]);
export const isDue = ({ state }: Pick<PersonDue, "state">): boolean => dueNow.has(state);

type Terms = Pick<Need, "perPerson" | "replaceYears">;
type Year = Readonly<{ fiscalYear: number; asOf: IsoDate }>;

const zero = decimal("0");
const one = decimal("1");

/**
 * A person is due in the year in which the years since the last issue are over: of 2020 with two years, in 2022. Whoever
 * has left by `asOf` is not, and nobody is on the list of a year who joined after it or left before it (`undefined`).
 */
export function personDue(
  { perPerson, replaceYears }: Terms,
  { joinedOn, leftOn }: Pick<Staff, "joinedOn" | "leftOn">,
  issues: readonly Pick<NeedIssue, "issuedOn" | "quantity">[],
  { fiscalYear, asOf }: Year,
): PersonDue | undefined {
  const [first, last] = [isoDate(`${fiscalYear}-01-01`), isoDate(`${fiscalYear}-12-31`)];
  if ((joinedOn !== null && joinedOn > last) || (leftOn !== null && leftOn < first)) return undefined;
  const earlier = issues.filter((issue) => issue.issuedOn < first).map((issue) => issue.issuedOn);
  const lastOn = earlier.length === 0 ? null : earlier.reduce(maxDate);
  const issued = addDecimals(
    issues.filter(({ issuedOn }) => issuedOn >= first && issuedOn <= last).map((issue) => issue.quantity),
  );
  const owed = subtractDecimals(perPerson ?? one, issued);
  const base = { quantity: zero, lastOn, nextYear: nextYearOf(lastOn, replaceYears) };
  const servedThisYear = compareDecimals(issued, zero) > 0;
  if (servedThisYear && compareDecimals(owed, zero) <= 0)
    return { ...base, state: "issued", nextYear: replaceYears === null ? null : fiscalYear + replaceYears };
  if (leftOn !== null && leftOn < minDate(maxDate(asOf, first), last)) return { ...base, state: "left" };
  if (servedThisYear) return { ...base, state: "partly", quantity: owed };
  if (lastOn === null) return { ...base, state: "never", quantity: owed };
  return base.nextYear !== null && base.nextYear <= fiscalYear
    ? { ...base, state: "replace", quantity: owed }
    : { ...base, state: "notYet" };
}

const nextYearOf = (lastOn: IsoDate | null, replaceYears: number | null): number | null =>
  lastOn === null || replaceYears === null ? null : yearOf(lastOn) + replaceYears;

/** Why, in the officer's words: "2020-06-18 领取，满 2 年". */
export function dueReason({ state, lastOn, nextYear }: PersonDue, replaceYears: number | null): string {
  switch (state) {
    case "never":
      return "从未发放";
    case "replace":
      return `${lastOn} 领取，满 ${replaceYears} 年`;
    case "partly":
      return "本年已领一部分";
    case "issued":
      return nextYear === null ? "本年已发" : `本年已发，${nextYear} 年再发`;
    case "notYet":
      return nextYear === null ? `${lastOn} 已发，不再更换` : `${lastOn} 领取，${nextYear} 年到期`;
    case "left":
      return "已离职";
  }
}
