/** Words around the items of a list that do not belong to them. */
const before = /^(?:其中|包括|包含|主要|用于|分别用于|由|购买|以及|以|和|及)+/;
const after = /(?:等|组成|构成|支出|方面|几部分|。)+$/;

const clean = (item: string): string => item.trim().replace(before, "").replace(after, "").trim();

const items = (list: string): readonly string[] =>
  list
    .split(/[、，,]|以及|(?<=[费用品])[和及]/)
    .map(clean)
    .filter((item) => item.length >= 2 && item.length <= 24);

/**
 * What “项目概述” says the money is made up of: "A费、B费、购买C等组成。" gives A费, B费, C. Empty where it lists nothing:
 * a description is no list.
 */
export function listedItems(text: string): readonly string[] {
  const sentences = text.split(/(?<=[。；;\n])/);
  return sentences.flatMap((sentence) => {
    const list =
      /^(.*?、.*?)(?:等)?(?:组成|构成)/.exec(sentence)?.[1] ??
      /(?:包括|包含|分别用于|主要用于)[:：]?(.*?、[^。；]*)/.exec(sentence)?.[1];
    return list === undefined ? [] : items(list);
  });
}

const payWay = /^(.{2,24}?费用?)(?:依据|根据|按照|按|据实|以|采用|由|通过).*?(?:支付|结算)/;

/** What “实施方案” says is paid and how: "宣传费用按实际工作需要使用支付" gives 宣传费用. */
export const paidItems = (text: string): readonly string[] =>
  text
    .split(/[。；;，,\n]/)
    .flatMap((clause) => payWay.exec(clause.trim().replace(/^\d+[、.．]/, ""))?.[1] ?? []);
