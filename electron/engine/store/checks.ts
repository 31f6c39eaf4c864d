import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export const listRuleSettings = (ledger: ReadableLedger): Promise<readonly Row<"ruleSetting">[]> =>
  ledger.read.selectFrom("ruleSetting").selectAll().orderBy("ruleId").execute();

/** Who changed which setting when, the earliest first. */
export const ruleSettingChanges = (
  ledger: ReadableLedger,
): Promise<readonly Pick<Row<"changeLog">, "entityId" | "actor" | "at">[]> =>
  ledger.read
    .selectFrom("changeLog")
    .select(["entityId", "actor", "at"])
    .where("entity", "=", "ruleSetting")
    .orderBy("seq")
    .execute();

export const findRuleSetting = (
  ledger: ReadableLedger,
  ruleId: string,
): Promise<Row<"ruleSetting"> | undefined> =>
  ledger.read.selectFrom("ruleSetting").selectAll().where("ruleId", "=", ruleId).executeTakeFirst();

/** Every 处理意见 with the findings as they stood when they were decided on. */
export const decidedFindings = (
  ledger: ReadableLedger,
): Promise<Readonly<{ findings: readonly Row<"finding">[]; decisions: readonly Row<"decision">[] }>> =>
  ledger.readTogether({
    findings: ledger.read.selectFrom("finding").selectAll(),
    decisions: ledger.read.selectFrom("decision").selectAll(),
  });
