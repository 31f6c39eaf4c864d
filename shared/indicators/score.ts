import { addDecimals, compareDecimals, type Decimal, decimal, subtractDecimals } from "../kernel/decimal.ts";
import type { Indicator, IndicatorActual } from "../model/project.ts";
import { meets, numberOf } from "./completion.ts";
import { divideRounded } from "./divide.ts";
import { directionOf, isYes, type Outcome, outcomeOf } from "./outcome.ts";
import { type IndicatorValue, parseIndicatorValue } from "./value.ts";

/** What an indicator is worth by the rules, and how that came about. */
export type Score = Readonly<{
  /** Two decimals; null while it cannot be said: nothing was written, no points are set, or words need a choice. */
  points: Decimal | null;
  /** Between what the officer may choose, for words. */
  limits: Readonly<{ from: Decimal; to: Decimal }> | null;
  reached: boolean | null;
  /** "28台 ÷ 30台 × 5分"; what is missing where there are no points. */
  how: string;
}>;

type Scored = Pick<Indicator, "level1" | "valueText" | "baseValue" | "weight">;
type Actual = Pick<IndicatorActual, "valueText" | "outlook">;
type Part = Readonly<{ part: Decimal; reached: boolean; how: string }>;

const [zero, one] = [decimal("0"), decimal("1")];
const satisfaction = { full: decimal("90"), none: decimal("60"), span: decimal("30") } as const;

/** Points of a part of the whole, rounded to cents of a point, half up. */
const pointsOf = (part: Decimal, weight: Decimal): Decimal => divideRounded([part, weight], one, 2);

const unknown = (how: string, reached: boolean | null = null): Score => ({
  points: null,
  limits: null,
  reached,
  how,
});

/**
 * 得分 by 财预〔2020〕10号: numbers that are reached get all points, others by their share of the target (of what must stay
 * low, the target's share of them); 满意度 from 90 % all, below 60 % none, between them by the straight line; words by
 * what they say, or by the officer's choice of three.
 */
export function scoreIndicator(indicator: Scored, actual: Actual | undefined): Score {
  const said = actual?.valueText.trim() ?? "";
  const chosen = outcomeOf(actual?.outlook ?? "");
  if (said === "" && chosen === undefined) return unknown("没有填写实际完成值");
  const target = parseIndicatorValue(indicator.valueText);
  if (target === undefined) return unknown("读不出年度指标值");
  const part = partOf(indicator, target, said);
  if (typeof part === "string") {
    return chosen === undefined ? unknown(part) : byChoice(chosen, indicator.weight);
  }
  if (part === undefined) {
    return chosen === undefined ? unknown("定性指标，请选择达成情况") : byChoice(chosen, indicator.weight);
  }
  if (indicator.weight === null) return unknown(`${part.how}；没有设分值`, part.reached);
  const points = pointsOf(part.part, indicator.weight);
  return { points, limits: null, reached: part.reached, how: part.how };
}

function byChoice(outcome: Outcome, weight: Decimal | null): Score {
  const reached = outcome.key === "reached";
  if (weight === null) return unknown(`${outcome.word}；没有设分值`, reached);
  const limits = { from: pointsOf(outcome.from, weight), to: pointsOf(outcome.to, weight) };
  return {
    points: pointsOf(outcome.proposed, weight),
    limits,
    reached,
    how: `${outcome.word}：可得 ${limits.from}—${limits.to} 分`,
  };
}

/** `undefined` where only the officer can say; a sentence where the value cannot be compared. */
function partOf(indicator: Scored, target: IndicatorValue, said: string): Part | string | undefined {
  if (said === "") return undefined;
  const actual = numberOf(said);
  if (indicator.level1.includes("满意度") && actual?.unit === "%") return bySatisfaction(actual.number);
  switch (target.kind) {
    case "words":
      return byWords(indicator, target.text, said);
    case "number":
      if (actual === undefined) return "实际完成值不是数字，无法与指标值比较";
      if (actual.unit !== "" && actual.unit !== target.unit)
        return `实际完成值的单位“${actual.unit}”与指标值的“${target.unit}”不同`;
      return byNumber(target, actual.number);
    case "range":
      if (actual === undefined) return "实际完成值不是数字，无法与指标值比较";
      return byRange(target, actual.number);
  }
}

function bySatisfaction(percent: Decimal): Part {
  if (compareDecimals(percent, satisfaction.full) >= 0)
    return { part: one, reached: true, how: `满意度 ${percent}%，达到 90%，得满分` };
  if (compareDecimals(percent, satisfaction.none) < 0)
    return { part: zero, reached: false, how: `满意度 ${percent}%，低于 60%，不得分` };
  const part = divideRounded([subtractDecimals(percent, satisfaction.none)], satisfaction.span, 12);
  return { part, reached: false, how: `满意度 ${percent}%，按（${percent}−60）÷30 计分` };
}

function byNumber(target: IndicatorValue & { kind: "number" }, actual: Decimal): Part {
  const { operator, number, unit } = target;
  const wanted = `${number}${unit}`;
  const isCap = operator === "≤" || operator === "<";
  // More than was asked for with "=" is no shortfall.
  const isReached = meets(target, actual) || (operator === "=" && compareDecimals(actual, number) > 0);
  if (isReached)
    return { part: one, reached: true, how: `${actual}${unit} 达到 ${operator}${wanted}，得满分` };
  const part = isCap ? share(number, actual) : share(actual, number);
  const how = isCap ? `${wanted} ÷ ${actual}${unit} 计分（越低越好）` : `${actual}${unit} ÷ ${wanted} 计分`;
  return { part, reached: false, how };
}

function byRange({ from, to, unit }: IndicatorValue & { kind: "range" }, actual: Decimal): Part {
  if (compareDecimals(actual, from) < 0)
    return { part: share(actual, from), reached: false, how: `${actual}${unit} ÷ ${from}${unit} 计分` };
  if (compareDecimals(actual, to) > 0)
    return { part: share(to, actual), reached: false, how: `${to}${unit} ÷ ${actual}${unit} 计分` };
  return { part: one, reached: true, how: `${actual}${unit} 在 ${from}—${to}${unit} 之内，得满分` };
}

/** From 0 to 1; what is not above zero is worth nothing. */
function share(part: Decimal, whole: Decimal): Decimal {
  if (compareDecimals(part, zero) <= 0 || compareDecimals(whole, zero) <= 0) return zero;
  const ratio = divideRounded([part], whole, 12);
  return compareDecimals(ratio, one) > 0 ? one : ratio;
}

function byWords({ baseValue }: Scored, target: string, said: string): Part | undefined {
  const met = isYes(target, said);
  if (met !== undefined)
    return { part: met ? one : zero, reached: met, how: met ? `“${said}”，达成` : `“${said}”，未达成` };
  const direction = directionOf(target);
  const [base, actual] = [numberOf(baseValue), numberOf(said)];
  if (direction === undefined || base === undefined || actual === undefined) return undefined;
  if (base.unit !== actual.unit) return undefined;
  const order = compareDecimals(actual.number, base.number);
  const moved = direction === "down" ? order < 0 : order > 0;
  // Standing still or going the wrong way may still have had some effect: that is for the officer to say.
  return moved
    ? { part: one, reached: true, how: `由${baseValue.trim()}到${said}，${target}，达成` }
    : undefined;
}

/** 预算执行率得分: its points times the share that was spent, at most all of them. Amounts in 分 above zero. */
export function scoreExecution(executedCents: number, budgetCents: number, points: Decimal): Decimal | null {
  if (budgetCents <= 0) return null;
  const executed = Math.min(Math.max(executedCents, 0), budgetCents);
  return divideRounded([points, decimal(String(executed))], decimal(String(budgetCents)), 2);
}

/** What counts: the officer's own score where one was put down, else the one worked out. */
export const effectivePoints = (score: Score, own: Decimal | null): Decimal | null => own ?? score.points;

/** 优、良、合格、不合格 as an office calls them, each from so many points on; the highest first. */
export type Grade = Readonly<{ label: string; from: Decimal }>;

export const gradeOf = (grades: readonly Grade[], total: Decimal): string =>
  grades
    .toSorted((a, b) => compareDecimals(b.from, a.from))
    .find(({ from }) => compareDecimals(total, from) >= 0)?.label ?? "";

export const totalPoints = (points: readonly (Decimal | null)[]): Decimal =>
  addDecimals(points.filter((value) => value !== null));
