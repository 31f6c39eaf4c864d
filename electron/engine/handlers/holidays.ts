import type { holidayRoutes } from "#shared/api/holidays.ts";
import type { Desk } from "../desk.ts";
import { readHolidays, saveHolidays } from "../office/holidays.ts";
import { type Group, onLedger } from "./group.ts";

export function holidayHandlers(desk: Desk): Group<typeof holidayRoutes> {
  const on = onLedger(desk);
  return {
    "holidays.list": on(readHolidays),
    "holidays.saveYear": on(async (context, input) => {
      await saveHolidays(context, input);
      return readHolidays(context);
    }),
  };
}
