import { addCents, type Cents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { BondMovement } from "../model/contract.ts";

/** 履约保证金 on a day: what came in, what went back, what was kept for a breach, and what is still held. */
export type BondState = Readonly<{
  receivedCents: Cents;
  releasedCents: Cents;
  forfeitedCents: Cents;
  balanceCents: Cents;
}>;

const inOrder = (movements: readonly BondMovement[]): readonly BondMovement[] =>
  movements
    .filter((row) => row.voidedAt === null)
    .toSorted((a, b) => compareText(a.movedOn, b.movedOn) || rank(a) - rank(b) || compareText(a.id, b.id));

/** What came in on a day may go out on that day. */
const rank = ({ kind }: BondMovement): number => (kind === "receive" ? 0 : 1);

/** Where the bond stands with the movements until `asOf` (all, when left out). */
export function bondState(movements: readonly BondMovement[], asOf?: IsoDate): BondState {
  const known = inOrder(movements).filter((row) => asOf === undefined || row.movedOn <= asOf);
  const sumOf = (kind: BondMovement["kind"]): Cents =>
    sumCents(known.filter((row) => row.kind === kind).map((row) => row.amountCents));
  const [receivedCents, releasedCents, forfeitedCents] = [
    sumOf("receive"),
    sumOf("release"),
    sumOf("forfeit"),
  ];
  const balanceCents = subtractCents(receivedCents, addCents(releasedCents, forfeitedCents));
  return { receivedCents, releasedCents, forfeitedCents, balanceCents };
}

/** The first movement by which more went out than was held that day, and by how much. */
export function firstOverdrawn(
  movements: readonly BondMovement[],
): Readonly<{ movement: BondMovement; missingCents: Cents }> | undefined {
  let balance = zeroCents;
  for (const movement of inOrder(movements)) {
    const { kind, amountCents } = movement;
    balance = kind === "receive" ? addCents(balance, amountCents) : subtractCents(balance, amountCents);
    if (balance < 0) return { movement, missingCents: subtractCents(zeroCents, balance) };
  }
  return undefined;
}
