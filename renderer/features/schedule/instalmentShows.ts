import type { InstalmentView } from "#shared/api/contracts.ts";
import type { InstalmentStatus } from "#shared/schedule/status.ts";

/** What part of the instalments is shown. */
export const shows = ["all", "overdue", "near", "blocked", "later", "paid"] as const;
export type Show = (typeof shows)[number];

export const showWords: Readonly<Record<Show, string>> = {
  all: "全部",
  overdue: "逾期",
  near: "近期应付",
  blocked: "待验收",
  later: "未到期",
  paid: "已付清",
};

const statusesOf: Readonly<Record<Exclude<Show, "all">, readonly InstalmentStatus[]>> = {
  overdue: ["overdue"],
  near: ["due", "dueSoon", "partlyPaid"],
  blocked: ["blocked"],
  later: ["notDue"],
  paid: ["paid"],
};

/** Those of one part, the same as the work bench counts them. */
export const shownInstalments = (rows: readonly InstalmentView[], show: Show): readonly InstalmentView[] =>
  show === "all" ? rows : rows.filter((row) => statusesOf[show].includes(row.status));

/** How many there are of each part. */
export const showCounts = (rows: readonly InstalmentView[]): Readonly<Record<Show, number>> => {
  const count = (show: Show): number => shownInstalments(rows, show).length;
  return {
    all: rows.length,
    overdue: count("overdue"),
    near: count("near"),
    blocked: count("blocked"),
    later: count("later"),
    paid: count("paid"),
  };
};
