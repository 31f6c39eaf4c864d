import { type CloseCheck, type CloseItem, seenOf, type YearView } from "#shared/api/years.ts";

/** The year after the last one. */
export const nextYear = (years: readonly Pick<YearView, "year">[]): number =>
  Math.max(1999, ...years.map((row) => row.year)) + 1;

/** What is wrong with a year as typed. */
export function yearProblem(text: string, years: readonly Pick<YearView, "year">[]): string | undefined {
  if (!/^20\d{2}$/.test(text)) return "年度应为四位数字，例如 2026";
  return years.some((row) => row.year === Number(text)) ? "这个年度已经有了" : undefined;
}

const shortest = 2;

/** Reasons by check, as they are typed. */
export type Reasons = Readonly<Partial<Record<CloseCheck, string>>>;

/** The blocking items that still lack a reason. */
export const withoutReason = (items: readonly CloseItem[], reasons: Reasons): readonly CloseItem[] =>
  items.filter((item) => item.blocking && (reasons[item.check] ?? "").trim().length < shortest);

export const isReason = (text: string): boolean => text.trim().length >= shortest;

/** The blocking items with their reasons and what was seen of them, as they are accepted. */
export const acceptedOf = (items: readonly CloseItem[], reasons: Reasons) =>
  items
    .filter((item) => item.blocking)
    .map((item) => ({
      check: item.check,
      reason: (reasons[item.check] ?? "").trim(),
      seen: [...seenOf(item)],
    }));
