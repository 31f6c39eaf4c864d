import { type IsoDate, isoDate, yearOf } from "#shared/kernel/dates.ts";

/** The day a budget year is looked at: today within the year, else the nearest day of it, so that its figures do not fade. */
export function dayWithin(year: number, today: IsoDate): IsoDate {
  if (yearOf(today) === year) return today;
  return yearOf(today) < year ? isoDate(`${year}-01-01`) : isoDate(`${year}-12-31`);
}
