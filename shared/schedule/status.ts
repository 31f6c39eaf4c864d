/**
 * Where an instalment stands on a day: nothing due yet, payable now, payable within the next days, late, partly or
 * wholly paid, or kept back because an acceptance is missing or failed.
 */
export const instalmentStatuses = [
  "notDue",
  "dueSoon",
  "due",
  "overdue",
  "partlyPaid",
  "paid",
  "blocked",
] as const;
export type InstalmentStatus = (typeof instalmentStatuses)[number];
