import * as contract from "#shared/schedule/planContract.ts";
import * as rental from "#shared/schedule/planRental.ts";
import type { WorkCalendar } from "#shared/schedule/workingDays.ts";

/** A calendar of which nothing was entered: all days but the weekends are worked. */
export const weekendsOnly: WorkCalendar = { holidays: new Set(), workdays: new Set() };

type Drafts = ReturnType<typeof contract.planContract>;
type Free<Options> = Omit<Options, "calendar"> & Partial<Pick<WorkCalendarOption, "calendar">>;
type WorkCalendarOption = Readonly<{ calendar: WorkCalendar }>;

export type FreePlanOptions = Free<contract.PlanOptions>;

/** Plans of tests that are not about days off. */
export const planContract = (
  of: Parameters<typeof contract.planContract>[0],
  supplements: Parameters<typeof contract.planContract>[1],
  options: FreePlanOptions = {},
): Drafts => contract.planContract(of, supplements, { calendar: weekendsOnly, ...options });

export const planRental = (
  of: Parameters<typeof rental.planRental>[0],
  segments: Parameters<typeof rental.planRental>[1],
  by: Parameters<typeof rental.planRental>[2],
  options: Free<rental.RentalPlanOptions> = {},
): Drafts => rental.planRental(of, segments, by, { calendar: weekendsOnly, ...options });
