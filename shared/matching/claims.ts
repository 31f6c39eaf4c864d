import type { PaymentFact } from "../rules/paymentFacts.ts";
import { paymentNos } from "../rules/words.ts";
import { bandOf, points, type Reason } from "./score.ts";
import type { Band } from "./suggestion.ts";

/** Says which payment asked for the instalments of a choice already, without an invoice that could be paid. */
export const claimReasons = (claims: readonly PaymentFact[]): readonly Reason[] =>
  claims.length === 0 ? [] : [{ text: claimText(claims), points: points.claimed }];

export const claimText = (claims: readonly PaymentFact[]): string =>
  `付款单${paymentNos(claims)}已申请该期，但没有可用的发票`;

/** The officer must see what is claimed already: such a choice is never sure. */
export function bandOfChoice(
  { score, isClaimed }: Readonly<{ score: number; isClaimed: boolean }>,
  nextScore: number,
): Band {
  const band = bandOf(score, nextScore);
  return band === "sure" && isClaimed ? "ask" : band;
}
