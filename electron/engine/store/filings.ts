import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** A frozen version with the paper it is of. */
export type VersionOfPaper = Row<"filingVersion"> & Readonly<{ form: string; title: string; projectId: Id }>;

export const filingOf = (
  ledger: ReadableLedger,
  projectId: Id,
  form: string,
): Promise<Row<"filing"> | undefined> =>
  ledger.read
    .selectFrom("filing")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("form", "=", form)
    .executeTakeFirst();

const versions = (ledger: ReadableLedger) =>
  ledger.read
    .selectFrom("filingVersion")
    .innerJoin("filing", "filing.id", "filingVersion.filingId")
    .selectAll("filingVersion")
    .select(["filing.form", "filing.title", "filing.projectId"]);

/** All versions of a project's papers, the latest of each first. */
export const versionsOfProject = (
  ledger: ReadableLedger,
  projectId: Id,
): Promise<readonly VersionOfPaper[]> =>
  versions(ledger)
    .where("filing.projectId", "=", projectId)
    .orderBy("filing.form")
    .orderBy("filingVersion.versionNo", "desc")
    .execute();

export const findVersion = (ledger: ReadableLedger, id: Id): Promise<VersionOfPaper | undefined> =>
  versions(ledger).where("filingVersion.id", "=", id).executeTakeFirst();

/** The files of these versions, in the order of their formats. */
export const filesOfVersions = (
  ledger: ReadableLedger,
  versionIds: readonly Id[],
): Promise<readonly Row<"filingFile">[]> =>
  ledger.read
    .selectFrom("filingFile")
    .selectAll()
    .where("filingVersionId", "in", versionIds)
    .orderBy("format")
    .execute();

export const findFilingFile = (ledger: ReadableLedger, id: Id): Promise<Row<"filingFile"> | undefined> =>
  ledger.read.selectFrom("filingFile").selectAll().where("id", "=", id).executeTakeFirst();

/** 报送 of a project, the latest first. */
export const submissionsOf = (ledger: ReadableLedger, projectId: Id): Promise<readonly Row<"submission">[]> =>
  ledger.read
    .selectFrom("submission")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("voidedAt", "is", null)
    .orderBy("submittedAt", "desc")
    .orderBy("id")
    .execute();

export const findSubmission = (ledger: ReadableLedger, id: Id): Promise<Row<"submission"> | undefined> =>
  ledger.read.selectFrom("submission").selectAll().where("id", "=", id).executeTakeFirst();
