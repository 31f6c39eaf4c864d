import type { Need } from "#shared/model/need.ts";
import type { DueState } from "#shared/needs/personDue.ts";

export const needKindWords: Readonly<Record<Need["kind"], string>> = {
  uniform: "工作服",
  supplies: "物资用品",
  publicity: "宣传",
  other: "其他",
};

export const dueWords: Readonly<Record<DueState, string>> = {
  never: "应发",
  replace: "应发",
  partly: "应补发",
  issued: "已发",
  notYet: "未到期",
  left: "已离职",
};

/** "数量（套）" for a field; what is not counted in anything has no unit. */
export const quantityLabel = ({ unitName }: Pick<Need, "unitName">): string =>
  unitName === "" ? "数量" : `数量（${unitName}）`;
