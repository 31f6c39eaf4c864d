import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Facts } from "#shared/rules/facts.ts";

/** A project with the rows that make up what it asks for. */
export type ProjectRows = Readonly<{
  project: Row<"project">;
  sections: readonly Row<"narrativeSection">[];
  policies: readonly Row<"policyBasis">[];
  funding: readonly Row<"fundingSource">[];
  lines: readonly Row<"budgetLine">[];
  indicators: readonly Row<"indicator">[];
  needs: readonly Row<"need">[];
}>;

const bySeq = <Item extends Readonly<{ seq: number }>>(rows: readonly Item[]): readonly Item[] =>
  rows.toSorted((left, right) => left.seq - right.seq);

export function projectRows(facts: Facts, id: Id): ProjectRows | undefined {
  const project = facts.projects.get(id);
  if (project === undefined) return undefined;
  return {
    project,
    sections: bySeq(facts.texts.sectionsOf(id)),
    policies: bySeq(facts.texts.policiesOf(id)),
    funding: facts.budget.fundingOf(id),
    lines: bySeq(facts.budget.linesOf(id)),
    indicators: bySeq(facts.texts.indicatorsOf(id)),
    needs: facts.rows.need.filter(({ projectId }) => projectId === id),
  };
}
