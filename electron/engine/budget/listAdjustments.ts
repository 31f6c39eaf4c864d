import type { AdjustmentView } from "#shared/api/budget.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { type AdjustmentRow, listAdjustmentRows } from "../store/budget.ts";
import { movedCents } from "./adjustmentRoom.ts";

/** 预算调剂 of the projects asked for, the latest first; those that were voided say why. */
export async function listAdjustments(
  context: Context,
  scope: ProjectScope,
): Promise<readonly AdjustmentView[]> {
  const facts = await context.facts();
  const projects = projectsInScope(facts, scope);
  const rows = await listAdjustmentRows(context.ledger);
  return adjustmentViews(
    facts,
    rows.filter((row) => projects.has(row.projectId)),
  );
}

/** The rows of each 调剂 as one, in the order they come in. */
export function adjustmentViews(facts: Facts, rows: readonly AdjustmentRow[]): readonly AdjustmentView[] {
  const groups = groupBy(rows, (row) => row.groupId);
  return [...new Set(rows.map((row) => row.groupId))].flatMap((groupId) => {
    const group = groups.of(groupId);
    const [first] = group;
    if (first === undefined) return [];
    return {
      groupId,
      projectId: first.projectId,
      projectName: facts.projects.get(first.projectId)?.name ?? "",
      adjustedOn: first.adjustedOn,
      reason: first.reason,
      documentNo: first.documentNo,
      lines: group.map(({ budgetLineId, lineName, deltaCents }) => ({
        budgetLineId,
        name: lineName,
        deltaCents,
      })),
      movedCents: movedCents(group),
      voidedAt: first.voidedAt,
      voidReason: first.voidReason,
    };
  });
}
