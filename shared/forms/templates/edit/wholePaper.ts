import type { Block, Line } from "./blocks.ts";
import type { TemplatePart } from "./parts.ts";

/** What nearly every paper has: its title, the line of its year, how the page is turned, and who signs. */

export const paperLines = (
  part: TemplatePart,
  more: readonly Line[] = [],
  note = "{year} 是年度",
): Block => ({
  kind: "lines",
  title: "标题",
  lines: [
    { path: [part, "title"], label: "表名" },
    ...more,
    { path: [part, "yearLine"], label: "年度行", note },
  ],
});

export const turn = (part: TemplatePart): Block => ({
  kind: "choice",
  title: "纸张方向",
  path: [part, "orientation"],
  options: [
    { value: "portrait", label: "竖排" },
    { value: "landscape", label: "横排" },
  ],
});

export const signatures = (part: TemplatePart): Block => ({
  kind: "strings",
  title: "表下签字的人",
  path: [part, "signatures"],
  note: "每行一个，日期自动加在最后",
});
