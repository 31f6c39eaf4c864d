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

/** Which step takes which back, the latest first. */
export async function undoLinks(
  ledger: ReadableLedger,
): Promise<readonly Readonly<{ step: number; undoesStep: number }>[]> {
  const rows = await ledger.read
    .selectFrom("changeLog")
    .select(["step", "undoesStep"])
    .distinct()
    .where("undoesStep", "is not", null)
    .orderBy("step", "desc")
    .execute();
  return rows.flatMap(({ step, undoesStep }) =>
    step === null || undoesStep === null ? [] : [{ step, undoesStep }],
  );
}

/** Numbers of the latest steps, the last first; what was written before steps were kept has none. */
export async function latestSteps(ledger: ReadableLedger, limit: number): Promise<readonly number[]> {
  const rows = await ledger.read
    .selectFrom("changeLog")
    .select("step")
    .distinct()
    .where("step", "is not", null)
    .orderBy("step", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ step }) => step ?? []);
}

/** Every entry of the latest steps before one, the latest step first; an entry without a step is one by itself. */
export async function entriesOfLatestSteps(
  ledger: ReadableLedger,
  { before, limit }: Readonly<{ before: number | null; limit: number }>,
): Promise<readonly Row<"changeLog">[]> {
  const { read } = ledger;
  const place = read.fn.coalesce("changeLog.step", "changeLog.seq");
  let numbers = read.selectFrom("changeLog").select(place.as("place")).distinct();
  if (before !== null) numbers = numbers.where(place, "<", before);
  const places = (await numbers.orderBy("place", "desc").limit(limit).execute()).map((row) => row.place);
  if (places.length === 0) return [];
  return read
    .selectFrom("changeLog")
    .selectAll()
    .where(place, "in", places)
    .orderBy(place, "desc")
    .orderBy("seq")
    .execute();
}

/** What happened to a row and to the rows that name it as theirs in `column`, the latest first. */
export const entriesOfRecord = (
  ledger: ReadableLedger,
  asked: Readonly<{ entity: string; id: string; column: string; notParts: readonly string[]; limit: number }>,
): Promise<readonly Row<"changeLog">[]> => {
  // Canonical JSON has no spaces and its keys are whole, so the text of the pair is found where the pair is.
  const { entity, id, column, notParts, limit } = asked;
  const pair = `%${JSON.stringify(column)}:${JSON.stringify(id)}%`;
  return ledger.read
    .selectFrom("changeLog")
    .selectAll()
    .where(({ or, and, eb }) =>
      or([
        and([eb("entity", "=", entity), eb("entityId", "=", id)]),
        and([
          eb("entity", "not in", notParts),
          or([eb("beforeJson", "like", pair), eb("afterJson", "like", pair)]),
        ]),
      ]),
    )
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
};
