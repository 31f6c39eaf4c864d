import type { Band, Suggestion } from "./suggestion.ts";

export type Reason = Suggestion["reasons"][number];

export const points = {
  taxId: 40,
  known: 40,
  name: 30,
  onlyContract: 10,
  namedContract: 10,
  period: 25,
  periodTouches: 10,
  periodDiffers: -20,
  near: 15,
  month: 10,
  season: 5,
  firstOpen: 5,
  inTurn: 10,
  amount: 25,
  sum: 22,
  part: 5,
  amountDiffers: 0,
  claimed: -5,
} as const;

/** From here a suggestion may stand first without a question mark, if it leads the next one by `lead`. */
const sureFrom = 85;
const askFrom = 50;
export const lead = 10;

export const scoreOf = (reasons: readonly Reason[]): number =>
  scoreOfSum(reasons.reduce((sum, reason) => sum + reason.points, 0));

export const scoreOfSum = (sum: number): number => Math.max(0, Math.min(100, sum));

/** How far a choice can be trusted, given the score of the next best one. */
export function bandOf(score: number, nextScore: number): Band {
  if (score >= sureFrom && score - nextScore >= lead) return "sure";
  return score >= askFrom ? "ask" : "new";
}
