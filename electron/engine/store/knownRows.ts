import type { Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import type { FiledPaper, InvoiceGoods } from "#shared/rules/derivedRows.ts";
import { type FactRows, type FactTable, factTables } from "#shared/rules/factRows.ts";
import {
  type ChangedRows,
  exchangeDerived,
  exchangeRows,
  type RowChanges,
  rowsOf,
} from "#shared/rules/rowChanges.ts";
import { changesAfter } from "./changeLog.ts";
import { factRowsAt, factRowsInTurns } from "./facts.ts";
import { parseRow } from "./parseRow.ts";
import type { Ledger, ReadableLedger } from "./types.ts";

/** Rows that were read, and the last entry of the change log that they hold. */
export type KnownRows = Readonly<{ seq: number; rows: FactRows }>;

/** The same, brought up to the present, and what changed for it; `all` when the rows were read anew. */
export type CaughtUp = Readonly<{ known: KnownRows; changes: "all" | RowChanges }>;

type Entry = Awaited<ReturnType<typeof changesAfter>>[number];

/** More entries than this are an import or the like, and reading everything is quicker. */
const mostEntries = 200;

/** Tables that no rule sees anything of. */
const unseen: ReadonlySet<string> = new Set<TableName>([
  "contractPrice",
  "measuredItem",
  "paymentStep",
  "attachmentContent",
  "submission",
  "filingFile",
  "finding",
  "decision",
  "changeLog",
]);

/** All in one go, as a transaction needs it. */
export const readKnownRows = (ledger: ReadableLedger): Promise<KnownRows> => factRowsAt(ledger);

/** In turns with the other requests. */
export const readKnownRowsInTurns = (ledger: Ledger): Promise<KnownRows> => factRowsInTurns(ledger);

/**
 * Brings rows up to the present by the change log, which nothing is written without: takes what changed from it, and
 * reads everything anew only where entries do not tell what else hangs on them.
 */
export async function catchUp(ledger: ReadableLedger, known: KnownRows): Promise<CaughtUp> {
  const entries = await changesAfter(ledger, known.seq, mostEntries + 1);
  const seen = entries.filter(({ entity }) => !unseen.has(entity));
  if (entries.length > mostEntries || !seen.every(tellsAll))
    return { known: await readKnownRows(ledger), changes: "all" };
  let changed: ChangedRows = { rows: known.rows, changes: {} };
  for (const table of new Set(seen.map(({ entity }) => entity))) {
    const own = seen.filter(({ entity }) => entity === table);
    if (isFactTable(table)) changed = withEntries(changed, table, own);
    if (table === "invoiceLine") changed = withLines(changed, own);
    if (table === "attachment") changed = withPapers(changed, own);
  }
  const gone = new Set(seen.filter(isGone).map(({ entityId }) => entityId));
  if (gone.size > 0) for (const part of parts) changed = part(changed, gone);
  return { known: { seq: entries.at(-1)?.seq ?? known.seq, rows: changed.rows }, changes: changed.changes };
}

const isFactTable = (entity: string): entity is FactTable => factTables.some((table) => table === entity);

/** Whether the entry says all that is needed: of one row that facts are made of, and of all that hangs on it. */
function tellsAll({ entity, entityId, beforeJson, afterJson }: Entry): boolean {
  if (entityId === "") return false;
  if (entity === "invoiceLine") return true;
  // Of the versions of a paper only the latest is read.
  if (entity === "filingVersion" || !(isFactTable(entity) || entity === "attachment")) return false;
  if (beforeJson === null) return true;
  // What comes back brings along what was left out with it.
  if (isVoid(beforeJson)) return false;
  // What files said against an invoice is told with the batch that it came in.
  return entity !== "invoice" || afterJson === null || batchOf(beforeJson) === batchOf(afterJson);
}

const batchOf = (json: string): Id | null => parseRow("invoice", JSON.parse(json)).batchId;

const isGone = ({ afterJson }: Entry): boolean => afterJson === null || isVoid(afterJson);

function isVoid(json: string): boolean {
  const row: unknown = JSON.parse(json);
  return typeof row === "object" && row !== null && "voidedAt" in row && row.voidedAt !== null;
}

/** The rows of one table as its entries leave them. */
function withEntries<Table extends FactTable>(
  changed: ChangedRows,
  table: Table,
  entries: readonly Entry[],
): ChangedRows {
  const latest = latestOf(entries);
  const come = [...latest.values()].flatMap((json): Row<Table>[] =>
    json === null || isVoid(json) ? [] : [parseRow(table, JSON.parse(json))],
  );
  const gone = rowsOf(changed.rows, table).filter((row) => latest.has(row.id));
  return exchangeRows(changed, table, { gone, come });
}

/** How entries leave rows, by their ids. */
const latestOf = (entries: readonly Entry[]): ReadonlyMap<string, string | null> =>
  new Map(entries.map((entry) => [entry.entityId, entry.afterJson]));

/** Lines have no id among the goods; one is as good as another that says the same. */
function withLines(changed: ChangedRows, entries: readonly Entry[]): ChangedRows {
  const before = new Map<string, string | null>();
  const after = new Map<string, string | null>();
  for (const { entityId, beforeJson, afterJson } of entries) {
    if (!before.has(entityId)) before.set(entityId, beforeJson);
    after.set(entityId, afterJson);
  }
  const wanted = [...before.values()].flatMap(goodsIn);
  const invoiceIds = new Set(wanted.map((row) => row.invoiceId));
  const known = changed.rows.invoiceGoods.filter((row) => invoiceIds.has(row.invoiceId));
  const gone = new Set<InvoiceGoods>();
  for (const one of wanted) {
    const row = known.find((other) => !gone.has(other) && isSame(one, other));
    if (row === undefined) throw new Error("a line that changed is not among those that are known");
    gone.add(row);
  }
  return exchangeDerived(changed, "invoiceGoods", {
    gone: [...gone],
    come: [...after.values()].flatMap(goodsIn),
  });
}

function goodsIn(json: string | null): readonly InvoiceGoods[] {
  if (json === null) return [];
  const { invoiceId, goodsName, netCents, taxCents, grossCents } = parseRow("invoiceLine", JSON.parse(json));
  return [{ invoiceId, goodsName, netCents, taxCents, grossCents }];
}

function withPapers(changed: ChangedRows, entries: readonly Entry[]): ChangedRows {
  const latest = latestOf(entries);
  return exchangeDerived(changed, "filedPaper", {
    gone: changed.rows.filedPaper.filter(({ id }) => latest.has(id)),
    come: [...latest.values()].flatMap(paperIn),
  });
}

function paperIn(json: string | null): readonly FiledPaper[] {
  if (json === null || isVoid(json)) return [];
  const { id, kind, ...row } = parseRow("attachment", JSON.parse(json));
  const { projectId, contractId, supplementId, acceptanceId, invoiceId, approvalId, paymentId } = row;
  const owners = { projectId, contractId, supplementId, acceptanceId, invoiceId, approvalId, paymentId };
  return [{ id, kind, ...owners }];
}

const isSame = (a: InvoiceGoods, b: InvoiceGoods): boolean =>
  a.invoiceId === b.invoiceId &&
  a.goodsName === b.goodsName &&
  a.netCents === b.netCents &&
  a.taxCents === b.taxCents &&
  a.grossCents === b.grossCents;

type Leaving = (changed: ChangedRows, gone: ReadonlySet<string>) => ChangedRows;

const leaving =
  <Table extends FactTable>(table: Table, ownerOf: (row: Row<Table>) => string): Leaving =>
  (changed, owners) => {
    const gone = rowsOf(changed.rows, table).filter((row) => owners.has(ownerOf(row)));
    return exchangeRows(changed, table, { gone, come: [] });
  };

/** Rows that count only as long as the one does that they belong to, and leave with it. Of all tables no id comes twice. */
const parts: readonly Leaving[] = [
  leaving("allocation", (row) => row.paymentId),
  leaving("rentalSegment", (row) => row.rentalId),
  leaving("milestone", (row) => row.contractId),
  leaving("vendorName", (row) => row.vendorId),
  leaving("vendorAccount", (row) => row.vendorId),
  leaving("quarterPlan", (row) => row.budgetLineId),
  leaving("indicatorActual", (row) => row.indicatorId),
  leaving("projectName", (row) => row.projectId),
  leaving("selfEvaluation", (row) => row.projectId),
  leaving("monitoring", (row) => row.projectId),
  leaving("narrativeSection", (row) => row.projectId),
  leaving("policyBasis", (row) => row.projectId),
  leaving("fundingSource", (row) => row.projectId),
  leaving("filing", (row) => row.projectId),
  (changed, projects) =>
    exchangeDerived(changed, "broughtPaper", {
      gone: changed.rows.broughtPaper.filter(
        ({ projectId }) => projectId !== null && projects.has(projectId),
      ),
      come: [],
    }),
  (changed, invoices) =>
    exchangeDerived(changed, "importConflict", {
      gone: changed.rows.importConflict.filter((row) => invoices.has(row.invoiceId)),
      come: [],
    }),
];
