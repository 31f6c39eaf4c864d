import { cents, minCents, subtractCents } from "../kernel/cents.ts";
import type { Payment } from "../model/payment.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import { type Share, type Tally, tallySum } from "./tally.ts";

type Shares = readonly Share<InstalmentFact>[];

/** The instalments a payment is for by its own words, where no allocation says so. */
function meantInstalments(row: Payment, contract: ContractFact, explicit: Shares): readonly InstalmentFact[] {
  const kind = row.isAdvance === 1 ? "advance" : "regular";
  const candidates = contract.instalments.filter((instalment) => instalment.row.kind === kind);
  if (kind === "regular" && row.periodFrom !== null) {
    const [from, to] = [row.periodFrom, row.periodTo ?? row.periodFrom];
    const inPeriod = candidates.filter(
      ({ row: { periodFrom, periodTo } }) => periodFrom <= to && periodTo >= from,
    );
    if (inPeriod.length > 0) return inPeriod;
  }
  if (explicit.length > 0) return explicit.map((share) => share.of);
  // Work measured once is not all that was ever delivered as needed.
  return candidates.length === 1 && contract.row.kind !== "asNeeded" ? candidates : [];
}

const none: Shares = [];

/**
 * What a payment uses of instalments beyond its allocations: the part of its amount that is allocated to none goes to
 * those of its 所属期, the earliest first, each up to what is left of it; what is still left burdens the last one. So a
 * payment that is too large, or for a month already paid, shows although nobody allocated it.
 */
export function impliedUses(
  row: Payment,
  contract: ContractFact | undefined,
  explicit: Shares,
  used: (instalment: InstalmentFact) => Tally,
): Shares {
  if (contract === undefined) return none;
  let left = row.amountCents;
  for (const share of explicit) left = subtractCents(left, share.cents);
  if (left <= 0) return none;
  const uses: Share<InstalmentFact>[] = [];
  const meant = meantInstalments(row, contract, explicit);
  for (const instalment of meant) {
    const own = explicit.find((share) => share.of === instalment)?.cents ?? 0;
    const free = instalment.payableCents - tallySum(used(instalment)) - own;
    const part = minCents(left, cents(Math.max(0, free)));
    if (part > 0) uses.push({ of: instalment, cents: part });
    left = subtractCents(left, part);
  }
  const last = meant.at(-1);
  if (left > 0 && last !== undefined) uses.push({ of: last, cents: left });
  return uses;
}
