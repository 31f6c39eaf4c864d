import { z } from "zod";
import * as field from "../model/fields.ts";
import type { Holiday } from "../model/office.ts";
import { holiday } from "../model/office.ts";
import { nothing } from "./fields.ts";
import { route } from "./route.ts";

export const holidayRoutes = {
  /** Of all years, by day. */
  "holidays.list": route<readonly Holiday[]>()(nothing),
  /** The whole table of a year; what is not named any more is taken away. An empty one leaves its weekends alone. */
  "holidays.saveYear": route<readonly Holiday[]>()(
    z.strictObject({ year: field.fiscalYear, days: z.array(holiday.omit({ id: true })).max(366) }),
  ),
} as const;
