import type { Clock } from "#shared/kernel/clock.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";

export type TestClock = Clock & Readonly<{ goTo: (day: string) => void }>;

/** A clock that stands on a day until it is moved; its instants follow each other by a second. */
export function testClock(day = "2022-07-08"): TestClock {
  let today: IsoDate = isoDate(day);
  let seconds = 0;
  return {
    today: () => today,
    now: () => {
      seconds += 1;
      return new Date(Date.parse(`${today}T01:00:00Z`) + seconds * 1000).toISOString();
    },
    goTo: (next) => {
      today = isoDate(next);
    },
  };
}
