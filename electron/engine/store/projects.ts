import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

type Filter = Readonly<{ fiscalYear?: number; withVoided?: boolean }>;

/** Projects by code, of one year or of all. */
export async function listProjects(
  ledger: ReadableLedger,
  { fiscalYear, withVoided = false }: Filter = {},
): Promise<readonly Row<"project">[]> {
  let query = ledger.read.selectFrom("project").selectAll();
  if (!withVoided) query = query.where("voidedAt", "is", null);
  if (fiscalYear !== undefined) query = query.where("fiscalYear", "=", fiscalYear);
  return query.orderBy("code").orderBy("id").execute();
}

/** Also finds a project that was voided. */
export const findProject = (ledger: ReadableLedger, id: Id): Promise<Row<"project"> | undefined> =>
  ledger.read.selectFrom("project").selectAll().where("id", "=", id).executeTakeFirst();

export const findProjectByCode = (
  ledger: ReadableLedger,
  code: string,
): Promise<Row<"project"> | undefined> =>
  ledger.read
    .selectFrom("project")
    .selectAll()
    .where("code", "=", code)
    .where("voidedAt", "is", null)
    .executeTakeFirst();

export const narrativeSectionsOf = (
  ledger: ReadableLedger,
  projectId: Id,
): Promise<readonly Row<"narrativeSection">[]> =>
  ledger.read
    .selectFrom("narrativeSection")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("seq")
    .orderBy("id")
    .execute();

export const policyBasesOf = (
  ledger: ReadableLedger,
  projectId: Id,
): Promise<readonly Row<"policyBasis">[]> =>
  ledger.read
    .selectFrom("policyBasis")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("seq")
    .orderBy("id")
    .execute();

export const indicatorsOf = (ledger: ReadableLedger, projectId: Id): Promise<readonly Row<"indicator">[]> =>
  ledger.read
    .selectFrom("indicator")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("voidedAt", "is", null)
    .orderBy("seq")
    .orderBy("id")
    .execute();
