import { type Cents, splitCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import {
  firstDay,
  type IsoDate,
  isoDate,
  maxDate,
  minDate,
  monthsBetween,
  quarterOf,
  yearOf,
} from "../kernel/dates.ts";
import type { Project } from "../model/project.ts";

export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** One amount for each quarter of a year, the first before the second. */
export type ByQuarter = readonly [Cents, Cents, Cents, Cents];

export const noQuarters: ByQuarter = [zeroCents, zeroCents, zeroCents, zeroCents];

/** The quarter of a budget year that a day falls into; what lies before or after the year falls into its first or last. */
export function quarterWithin(day: IsoDate, fiscalYear: number): Quarter {
  if (yearOf(day) !== fiscalYear) return yearOf(day) < fiscalYear ? 1 : 4;
  return quarters[quarterOf(day) - 1] ?? 4;
}

type Amount = Readonly<{ quarter: Quarter; cents: Cents }>;

export function sumByQuarter(amounts: Iterable<Amount>): ByQuarter {
  const of: [Cents[], Cents[], Cents[], Cents[]] = [[], [], [], []];
  for (const { quarter, cents } of amounts) of[quarter - 1]?.push(cents);
  return [sumCents(of[0]), sumCents(of[1]), sumCents(of[2]), sumCents(of[3])];
}

export const addQuarters = (...parts: readonly ByQuarter[]): ByQuarter =>
  sumByQuarter(
    parts.flatMap((part) => quarters.map((quarter) => ({ quarter, cents: part[quarter - 1] ?? zeroCents }))),
  );

export const minusQuarters = (from: ByQuarter, ...parts: readonly ByQuarter[]): ByQuarter => {
  const taken = addQuarters(...parts);
  return [
    subtractCents(from[0], taken[0]),
    subtractCents(from[1], taken[1]),
    subtractCents(from[2], taken[2]),
    subtractCents(from[3], taken[3]),
  ];
};

/** From the first day of the year up to the end of each quarter. */
export const cumulative = ([first, second, third, fourth]: ByQuarter): ByQuarter => [
  first,
  sumCents([first, second]),
  sumCents([first, second, third]),
  sumCents([first, second, third, fourth]),
];

/** The days of a project that lie in its budget year; the whole year where it has none or says none. */
export function termWithin(project: Project): Readonly<{ from: IsoDate; to: IsoDate }> {
  const [first, last] = [isoDate(`${project.fiscalYear}-01-01`), isoDate(`${project.fiscalYear}-12-31`)];
  const from = maxDate(project.startDate ?? first, first);
  const to = minDate(project.endDate ?? last, last);
  return from <= to ? { from, to } : { from: first, to: last };
}

/** Equal parts for the quarters of a term; the remainder goes to the last. */
export function evenByQuarter(total: Cents, project: Project): ByQuarter {
  const { from, to } = termWithin(project);
  return inOrder(
    total,
    quarters.filter((quarter) => quarter >= quarterOf(from) && quarter <= quarterOf(to)),
  );
}

/** Equal parts for the months of a term, added up by quarter. */
export function evenByMonth(total: Cents, project: Project): ByQuarter {
  const { from, to } = termWithin(project);
  return inOrder(
    total,
    monthsBetween(from, to).map((month) => quarterWithin(firstDay(month), project.fiscalYear)),
  );
}

const inOrder = (total: Cents, places: readonly Quarter[]): ByQuarter => {
  const parts = splitCents(total, places.length);
  return sumByQuarter(places.map((quarter, index) => ({ quarter, cents: parts[index] ?? zeroCents })));
};
