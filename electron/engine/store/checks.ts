import type { Row } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import type { ReadableLedger } from "./types.ts";

export const listRuleSettings = (ledger: ReadableLedger): Promise<readonly Row<"ruleSetting">[]> =>
  ledger.read.selectFrom("ruleSetting").selectAll().orderBy("ruleId").execute();

export const findRuleSetting = (
  ledger: ReadableLedger,
  ruleId: string,
): Promise<Row<"ruleSetting"> | undefined> =>
  ledger.read.selectFrom("ruleSetting").selectAll().where("ruleId", "=", ruleId).executeTakeFirst();

/** A 处理意见 with the finding as it stood when it was decided on. */
export type DecidedFinding = Readonly<{ decision: Row<"decision">; finding: Row<"finding"> }>;

/** The latest decision on each finding key, of these keys or of all. */
export async function latestDecisions(
  ledger: ReadableLedger,
  findingKeys?: readonly string[],
): Promise<ReadonlyMap<string, DecidedFinding>> {
  const all = () => ledger.read.selectFrom("finding").selectAll();
  const findings =
    findingKeys === undefined
      ? await all().execute()
      : await inChunks(findingKeys, (chunk) => all().where("findingKey", "in", chunk).execute());
  const findingOf = new Map(findings.map((finding) => [finding.id, finding]));
  const decisions = await inChunks([...findingOf.keys()], (chunk) =>
    ledger.read.selectFrom("decision").selectAll().where("findingId", "in", chunk).execute(),
  );
  const earlierFirst = [...decisions].sort((left, right) =>
    `${left.decidedAt} ${left.id}` < `${right.decidedAt} ${right.id}` ? -1 : 1,
  );
  return new Map(
    earlierFirst.flatMap((decision) => {
      const finding = findingOf.get(decision.findingId);
      return finding === undefined ? [] : [[finding.findingKey, { decision, finding }] as const];
    }),
  );
}
