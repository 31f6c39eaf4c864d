import { type DueItem, type DueKind, dueKinds } from "#shared/api/due.ts";

/** The parts of the list that a button shows. */
export const dueShows = [
  "all",
  "reversed",
  "overdue",
  "near",
  "blocked",
  "back",
  "expiring",
  "advance",
] as const;
export type DueShow = (typeof dueShows)[number];

export const showWords: Readonly<Record<DueShow, string>> = {
  all: "全部",
  reversed: "发票红冲",
  overdue: "已逾期",
  near: "近期应付",
  blocked: "暂不可付",
  back: "待退",
  expiring: "合同到期",
  advance: "预付款",
};

export const kindsOf: Readonly<Record<DueShow, readonly DueKind[]>> = {
  all: dueKinds,
  reversed: ["reversed"],
  overdue: ["overdue"],
  near: ["due", "soon"],
  blocked: ["blocked"],
  back: ["retention", "bond"],
  expiring: ["expiring"],
  advance: ["advance"],
};

export const shownDue = (items: readonly DueItem[], show: DueShow): readonly DueItem[] =>
  items.filter((item) => kindsOf[show].includes(item.kind));

/** The button that a link means: links name the kinds, as the workbench groups them. */
export const showOf = (kinds: string | null): DueShow =>
  dueShows.find((show) => show !== "all" && kindsOf[show].join(",") === kinds) ?? "all";
