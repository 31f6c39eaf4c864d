import { type IsoDate, isoDate, lastDay, quarterRange, yearMonth } from "../kernel/dates.ts";

/** The last days of the quarters of a budget year: the days for which actual values are put down. */
export const quarterEnds = (year: number): readonly IsoDate[] =>
  [1, 2, 3, 4].map((quarter) => quarterRange(year, quarter).to);

export const quarterNames = ["一季度", "二季度", "三季度", "四季度"] as const;

export const yearEnd = (year: number): IsoDate => isoDate(`${year}-12-31`);

/** The day up to which 绩效运行监控 of a month looks; the last month is the self-evaluation's. */
export const cutoffDay = (year: number, month: number): IsoDate =>
  lastDay(yearMonth(`${year}-${String(Math.min(11, Math.max(1, month))).padStart(2, "0")}`));

/** The latest of some rows up to a day. */
export const latestUpTo = <Row extends Readonly<{ periodTo: IsoDate }>>(
  rows: readonly Row[],
  day: IsoDate,
): Row | undefined =>
  rows
    .filter(({ periodTo }) => periodTo <= day)
    .reduce<Row | undefined>(
      (last, row) => (last === undefined || row.periodTo > last.periodTo ? row : last),
      undefined,
    );
