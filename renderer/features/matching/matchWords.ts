import type { MatchesAccepted, MatchRow } from "#shared/api/matching.ts";
import { formatYuan } from "#shared/kernel/cents.ts";

/** What accepting made, in a sentence. */
export function acceptedText({ newCount, linkedCount, totalCents, namesLearned }: MatchesAccepted): string {
  const said = [
    newCount === 0 ? "" : `生成付款草稿 ${newCount} 笔`,
    linkedCount === 0 ? "" : `给 ${linkedCount} 笔付款补入发票`,
    namesLearned === 0 ? "" : `记住名称 ${namesLearned} 个`,
  ].filter((text) => text !== "");
  return said.length === 0 ? "没有生成付款。" : `已${said.join("，")}，合计 ${formatYuan(totalCents)} 元。`;
}

/** The party is in its own column, so its reason comes last. */
export const whyText = ({ reasons: [party, ...others] }: MatchRow): string =>
  [...others, ...(party === undefined ? [] : [party])].map(({ text }) => text).join("；");

export const vendorText = ({ vendorName, isNewName }: MatchRow): string => {
  if (vendorName === null) return "没有登记";
  return isNewName ? `${vendorName}（税号相同，名称不同，接受时可以记住）` : vendorName;
};
