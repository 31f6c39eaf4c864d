import type { RowResult } from "#shared/invoices/preview.ts";

/** What became of a row of a file. */
export const resultWords: Readonly<Record<RowResult, string>> = {
  new: "新增",
  unchanged: "未变",
  changed: "变更",
  conflict: "冲突",
  rejected: "拒绝",
};
