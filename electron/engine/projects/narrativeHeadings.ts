/** The seven headings of the official 项目经费情况说明, in their order. */
export const narrativeHeadings = [
  "项目概述",
  "立项依据",
  "实施主体",
  "实施方案",
  "实施周期",
  "年度预算安排",
  "绩效目标",
] as const;
