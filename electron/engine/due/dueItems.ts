import { type DueItem, dueKinds } from "#shared/api/due.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import type { Id } from "#shared/kernel/id.ts";
import { advancesOf } from "#shared/payments/openAdvance.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { advanceItem } from "./advanceItems.ts";
import { bondItem, expiringItem } from "./contractItems.ts";
import { instalmentItem } from "./instalmentItems.ts";
import { reversedItems } from "./reversedItems.ts";

export type DueScope = Readonly<{
  projects: ReadonlySet<Id>;
  /** Projects of earlier years: what they still hold of others is not over with their year. */
  earlier: ReadonlySet<Id>;
  soonDays: number;
}>;

const lasting: ReadonlySet<DueItem["kind"]> = new Set(["retention", "bond", "advance", "reversed"]);

/** All that waits on the day of the facts, kind by kind, the earliest first. */
export function dueItems(facts: Facts, { projects, earlier, soonDays }: DueScope): readonly DueItem[] {
  const bonds = groupBy(facts.rows.bondMovement, (row) => row.contractId);
  const items: DueItem[] = [];
  const add = (projectId: Id, item: DueItem | undefined): void => {
    if (item === undefined) return;
    if (projects.has(projectId) || (earlier.has(projectId) && lasting.has(item.kind))) items.push(item);
  };
  for (const contract of facts.contracts) {
    const { row } = contract;
    if (row.state === "draft" || !(projects.has(row.projectId) || earlier.has(row.projectId))) continue;
    for (const instalment of contract.instalments)
      add(row.projectId, instalmentItem(facts, instalment, soonDays));
    add(row.projectId, bondItem(facts, contract, bonds.of(row.id), soonDays));
    add(row.projectId, expiringItem(facts, contract));
  }
  const advances = advancesOf(facts);
  for (const payment of facts.payments) add(payment.row.projectId, advanceItem(facts, advances, payment));
  for (const { projectId, item, isPaid } of reversedItems(facts))
    if (isPaid || projects.has(projectId)) add(projectId, item);
  return items.sort(inOrder);
}

const inOrder = (a: DueItem, b: DueItem): number =>
  dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) ||
  compareText(a.date ?? "9999", b.date ?? "9999") ||
  compareText(a.contractNo, b.contractNo) ||
  compareText(a.key, b.key);
