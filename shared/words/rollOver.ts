import type { RollOverKind } from "../api/rollOver.ts";

/** What became of a part of a project in the next year. */
export const rollOverWords: Readonly<Record<RollOverKind, string>> = {
  changed: "改动",
  wanted: "要补填",
  left: "没有带入",
  carried: "带入",
};
