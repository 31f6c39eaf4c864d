import { type Cents, multiplyToCents } from "../kernel/cents.ts";
import { yearOf } from "../kernel/dates.ts";
import { addDecimals, type Decimal, subtractDecimals } from "../kernel/decimal.ts";
import type { Need, NeedIssue } from "../model/need.ts";
import { isDue, type PersonDue } from "./personDue.ts";

/** What a need comes to in its year; amounts are null where there is no price, quantities where nothing is planned. */
export type NeedFigures = Readonly<{
  /** By hand, or for what goes to persons: what is due and what was handed out this year. */
  plannedQuantity: Decimal | null;
  plannedCents: Cents | null;
  issuedQuantity: Decimal;
  issuedCents: Cents | null;
  /** planned − handed out; negative when more was handed out than planned. */
  leftQuantity: Decimal | null;
  leftCents: Cents | null;
}>;

export const isPerPerson = (need: Pick<Need, "perPerson">): boolean => need.perPerson !== null;

/** `people` as `personDue` sees them; only for what goes to persons. */
export function needFigures(
  need: Pick<Need, "perPerson" | "quantity" | "unitPrice">,
  issues: readonly Pick<NeedIssue, "issuedOn" | "quantity">[],
  people: readonly PersonDue[],
  fiscalYear: number,
): NeedFigures {
  const issuedQuantity = addDecimals(
    issues.filter(({ issuedOn }) => yearOf(issuedOn) === fiscalYear).map(({ quantity }) => quantity),
  );
  const stillDue = people.filter(isDue).map(({ quantity }) => quantity);
  const plannedQuantity = isPerPerson(need) ? addDecimals([issuedQuantity, ...stillDue]) : need.quantity;
  const leftQuantity = plannedQuantity === null ? null : subtractDecimals(plannedQuantity, issuedQuantity);
  const worth = (quantity: Decimal | null): Cents | null =>
    quantity === null || need.unitPrice === null ? null : multiplyToCents(quantity, need.unitPrice);
  return {
    plannedQuantity,
    plannedCents: worth(plannedQuantity),
    issuedQuantity,
    issuedCents: worth(issuedQuantity),
    leftQuantity,
    leftCents: worth(leftQuantity),
  };
}
