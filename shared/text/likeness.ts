/** Words that say nothing of what is bought: they stand in the name of nearly everything. */
const general =
  /经费|费用|采购|购买|购置|租赁|月租|服务|工作(?!服)|专职|人员|相关|有关|城运|网格|街道|社区|中心|终端|数量|使用|制作|配备|配置|费/g;

/** Different words for one thing. */
const sameThings: readonly Readonly<{ words: RegExp; as: string }>[] = [
  { words: /工作服|服装|被装|制服/g, as: "工作服装" },
  { words: /装备|器材|用品|耗材/g, as: "装备用品" },
  { words: /手提电话|移动电话|手机/g, as: "手机" },
];

const core = (name: string): string => {
  const plain = name.replace(/[\s“”"（）()《》、，,·]/g, "");
  const unified = sameThings.reduce((text, { words, as }) => text.replace(words, as), plain);
  return unified.replace(general, "");
};

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/**
 * How far two names of things to be paid are of the same thing, from 0 to 1: the pairs of characters they share, out of
 * those of the shorter one. "对讲机月租费" and "对讲机、巡查用手机使用数量" share 对讲 and 讲机.
 */
export function likeness(left: string, right: string): number {
  const [a, b] = [pairsOf(core(left)), pairsOf(core(right))];
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  return [...a].filter((pair) => b.has(pair)).length / shorter;
}

/** From here on two names are taken to be of one thing. */
const enough = 0.3;

export const isAlike = (left: string, right: string): boolean => likeness(left, right) >= enough;
