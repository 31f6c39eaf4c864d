import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

type Asked = Readonly<{ entity?: string; entityId?: string; limit: number }>;

/** 变更记录 of a row, of a kind of rows or of everything, the latest first. */
export async function listChanges(
  ledger: ReadableLedger,
  { entity, entityId, limit }: Asked,
): Promise<readonly Row<"changeLog">[]> {
  let query = ledger.read.selectFrom("changeLog").selectAll();
  if (entity !== undefined) query = query.where("entity", "=", entity);
  if (entityId !== undefined) query = query.where("entityId", "=", entityId);
  return query.orderBy("seq", "desc").limit(limit).execute();
}

/** The number of the last entry, 0 in a log without any. */
export async function lastChange(ledger: ReadableLedger): Promise<number> {
  const last = await ledger.read
    .selectFrom("changeLog")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return last?.seq ?? 0;
}

/** What was written after an entry, the earliest first. */
export const changesAfter = (
  ledger: ReadableLedger,
  seq: number,
  limit: number,
): Promise<readonly Pick<Row<"changeLog">, "seq" | "entity" | "entityId" | "beforeJson" | "afterJson">[]> =>
  ledger.read
    .selectFrom("changeLog")
    .select(["seq", "entity", "entityId", "beforeJson", "afterJson"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();

/** What belongs to one save, the first first. */
export const entriesOfStep = (ledger: ReadableLedger, step: number): Promise<readonly Row<"changeLog">[]> =>
  ledger.read.selectFrom("changeLog").selectAll().where("step", "=", step).orderBy("seq").execute();

/** Which step takes which back, in no order: to order by steps SQLite would walk all of them. */
export async function undoLinks(
  ledger: ReadableLedger,
): Promise<readonly Readonly<{ step: number; undoesStep: number }>[]> {
  const rows = await ledger.read
    .selectFrom("changeLog")
    .select(["step", "undoesStep"])
    .distinct()
    .where("undoesStep", "is not", null)
    .execute();
  return rows.flatMap(({ step, undoesStep }) =>
    step === null || undoesStep === null ? [] : [{ step, undoesStep }],
  );
}

/** Numbers of the latest steps, the last first; what was written before steps were kept has none. */
export async function latestSteps(
  ledger: ReadableLedger,
  limit: number,
  before: number | null = null,
): Promise<readonly number[]> {
  let steps = ledger.read.selectFrom("changeLog").select("step").distinct().where("step", "is not", null);
  if (before !== null) steps = steps.where("step", "<", before);
  const rows = await steps.orderBy("step", "desc").limit(limit).execute();
  return rows.flatMap(({ step }) => step ?? []);
}

/** Every entry of the latest steps before one, the latest step first; an entry without a step is one by itself. */
export async function entriesOfLatestSteps(
  ledger: ReadableLedger,
  { before, limit }: Readonly<{ before: number | null; limit: number }>,
): Promise<readonly Row<"changeLog">[]> {
  const steps = await latestSteps(ledger, limit, before);
  const entries = ledger.read.selectFrom("changeLog").selectAll();
  const ofSteps = entries.where("step", "in", steps).orderBy("step", "desc").orderBy("seq");
  // Since entries have steps all have, so those without come before all others.
  let alone = entries.where("step", "is", null).orderBy("seq", "desc");
  if (before !== null) alone = alone.where("seq", "<", before);
  const { stepped, single } = await ledger.readTogether({
    stepped: ofSteps,
    single: alone.limit(limit - steps.length),
  });
  return [...stepped, ...single];
}
