import type { Decimal } from "../kernel/decimal.ts";
import { decimal } from "../kernel/decimal.ts";

/**
 * 定性指标 in a self-evaluation: which of three things the officer says of it, and the part of the points that may be
 * given for it. Below `from` nothing, above `to` nothing; `proposed` is where the scale begins until somebody says more.
 */
export const outcomes = [
  { key: "reached", word: "达成年度指标", from: "0.8", to: "1", proposed: "1" },
  { key: "partly", word: "部分达成并具有一定效果", from: "0.6", to: "0.8", proposed: "0.7" },
  { key: "missed", word: "未达成且效果较差", from: "0", to: "0.6", proposed: "0.3" },
] as const;

export type Outcome = Readonly<{
  key: (typeof outcomes)[number]["key"];
  word: (typeof outcomes)[number]["word"];
  from: Decimal;
  to: Decimal;
  proposed: Decimal;
}>;

const of = ({ key, word, from, to, proposed }: (typeof outcomes)[number]): Outcome => ({
  key,
  word,
  from: decimal(from),
  to: decimal(to),
  proposed: decimal(proposed),
});

/** What the officer chose, kept in `indicatorActual.outlook` of the last day of the year; `undefined` for other words. */
export function outcomeOf(word: string): Outcome | undefined {
  const found = outcomes.find((outcome) => outcome.word === word.trim());
  return found === undefined ? undefined : of(found);
}

const yes = /^(是|有|完成|已完成|通过|合格|达标|按时|及时|健全|合理|可控|规范|完善)$/;
const no = /^(否|无|没有|未.+|不.+)$/;

/** Words for a target that is met or not, with nothing between: 合格 is met by 合格 and not by 不合格. */
export function isYes(target: string, actual: string): boolean | undefined {
  const [wanted, said] = [target.trim(), actual.trim()];
  if (said === "") return undefined;
  if (wanted === said) return true;
  if (yes.test(wanted) && (said === `已${wanted}` || said === "是")) return true;
  return yes.test(wanted) && (no.test(said) || said === `不${wanted}` || said === `未${wanted}`)
    ? false
    : undefined;
}

const falling = /下降|减少|降低|减轻|缩短|压降/;
const rising = /提升|提高|上升|增加|增长|改善|扩大/;

/** Which way words ask for: 下降 down, 提升 up. */
export const directionOf = (target: string): "down" | "up" | undefined =>
  falling.test(target) ? "down" : rising.test(target) ? "up" : undefined;
