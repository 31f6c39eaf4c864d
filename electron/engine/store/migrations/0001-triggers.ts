import type { Database } from "better-sqlite3";

/**
 * The invariants that no row alone can hold. Each trigger fails with a code and the objects it is about,
 * `jingfei:code|…`, which `invariantFailures.ts` turns into a sentence. This is SQLite's dialect, all in one file.
 */
export function createTriggers(database: Database): void {
  createAllocationTriggers(database);
  createClosedYearTriggers(database, yearOf);
  createLifeTriggers(database);
  createAppendOnlyTriggers(database);
}

export function createTrigger(
  database: Database,
  name: string,
  event: string,
  statements: readonly string[],
): void {
  database.exec(`create trigger "${name}" ${event} begin\n  ${statements.join(";\n  ")};\nend`);
}

export const raise = (code: string, ...details: readonly string[]): string =>
  `select raise(abort, 'jingfei:${code}${details.map((detail) => `|' || ${detail} || '`).join("")}')`;

/** What a payment hands out never exceeds it; a refund is the mirror image. */
const paymentHolds = (id: string): string =>
  `${raise("allocationExceedsPayment", "id", "total", `"limit"`)} from (
    select id, amountCents as "limit",
      (select coalesce(sum(amountCents), 0) from allocation where paymentId = payment.id) as total
    from payment where id = ${id} and voidedAt is null)
  where case when "limit" >= 0 then total > "limit" else total < "limit" end`;

const settled = (column: string, owner: string): string =>
  `(select coalesce(sum(allocation.amountCents), 0) from allocation join payment on payment.id = allocation.paymentId
      where allocation.${column} = ${owner}.id and payment.voidedAt is null and payment.state in ('approved', 'paid'))`;

/** Approved and paid payments settle no more of an instalment than is due after its deduction. */
const instalmentsHold = (ids: string): string =>
  `${raise("allocationExceedsInstalment", "id", "total", `"limit"`)} from (
    select id, amountCents - deductionCents as "limit", ${settled("instalmentId", "instalment")} as total
    from instalment where id in (${ids}))
  where total > "limit"`;

/** … and no more of an invoice than it says. */
const invoicesHold = (ids: string): string =>
  `${raise("allocationExceedsInvoice", "id", "total", `"limit"`)} from (
    select id, abs(grossCents) as "limit", ${settled("invoiceId", "invoice")} as total
    from invoice where id in (${ids}))
  where abs(total) > "limit"`;

function createAllocationTriggers(database: Database): void {
  const live = ["payment", "instalment", "invoice"].map(
    (parent) =>
      `${raise("refersToVoid", "'allocation'", "new.id", `'${parent}'`, "id")} from ${parent}
  where id = new.${parent}Id and voidedAt is not null`,
  );
  const sums = [
    paymentHolds("new.paymentId"),
    instalmentsHold("new.instalmentId"),
    invoicesHold("new.invoiceId"),
  ];
  createTrigger(database, "allocation_insert", "after insert on allocation", [...live, ...sums]);
  createTrigger(database, "allocation_update", "after update on allocation", [...live, ...sums]);
  createTrigger(database, "payment_sums", "after update of amountCents, state, voidedAt on payment", [
    paymentHolds("new.id"),
    instalmentsHold("select instalmentId from allocation where paymentId = new.id"),
    invoicesHold("select invoiceId from allocation where paymentId = new.id"),
  ]);
  createTrigger(database, "instalment_sums", "after update of amountCents, deductionCents on instalment", [
    instalmentsHold("new.id"),
  ]);
  createTrigger(database, "invoice_sums", "after update of grossCents on invoice", [invoicesHold("new.id")]);
  for (const parent of ["instalment", "invoice"]) {
    createTrigger(
      database,
      `${parent}_void_allocated`,
      `after update of voidedAt on ${parent} when new.voidedAt is not null`,
      [
        `${raise("stillReferred", `'${parent}'`, "new.id", "'payment'", "payment.id")}
  from allocation join payment on payment.id = allocation.paymentId
  where allocation.${parent}Id = new.id and payment.voidedAt is null limit 1`,
      ],
    );
  }
}

/** How to get from a row, `new` or `old`, to the fiscal year it belongs to. */
const yearOf: Readonly<Record<string, (row: "new" | "old") => string>> = {
  project: (row) => `${row}.fiscalYear`,
  fundingSource: (row) => `(select fiscalYear from project where id = ${row}.projectId)`,
  budgetLine: (row) => `(select fiscalYear from project where id = ${row}.projectId)`,
  budgetAdjustment: (row) =>
    `(select fiscalYear from project join budgetLine on budgetLine.projectId = project.id
      where budgetLine.id = ${row}.budgetLineId)`,
  payment: (row) => `(select fiscalYear from project where id = ${row}.projectId)`,
  allocation: (row) =>
    `(select fiscalYear from project join payment on payment.projectId = project.id where payment.id = ${row}.paymentId)`,
};

/** A closed year is read-only: its budget and its payments stay as they were. */
export function createClosedYearTriggers(
  database: Database,
  yearOf: Readonly<Record<string, (row: "new" | "old") => string>>,
): void {
  for (const [table, year] of Object.entries(yearOf)) {
    const refuse = (row: "new" | "old"): string =>
      `${raise("yearClosed", "year", `'${table}'`, `${row}.id`)} from fiscalYear
  where state = 'closed' and year = ${year(row)}`;
    createTrigger(database, `${table}_year_insert`, `before insert on ${table}`, [refuse("new")]);
    createTrigger(database, `${table}_year_update`, `before update on ${table}`, [
      refuse("old"),
      refuse("new"),
    ]);
    createTrigger(database, `${table}_year_delete`, `before delete on ${table}`, [refuse("old")]);
  }
}

export type Reference = Readonly<{ child: string; column: string; parent: string }>;

/** Live rows refer to live rows only, so whoever reads the live ones never meets a gap. */
export function createLifeTriggers(
  database: Database,
  isNew: (reference: Reference) => boolean = () => true,
): void {
  const voidable = new Set(tablesWith(database, "voidedAt"));
  const references = [...voidable].flatMap((child) => referencesOf(database, child)).filter(isNew);
  for (const { child, column, parent } of references) {
    if (!voidable.has(parent)) continue;
    const refers = `${raise("refersToVoid", `'${child}'`, "new.id", `'${parent}'`, "id")} from "${parent}"
  where id = new."${column}" and voidedAt is not null`;
    const name = `${child}_${column}`;
    const live = "when new.voidedAt is null";
    createTrigger(database, `${name}_insert`, `after insert on "${child}" ${live}`, [refers]);
    createTrigger(database, `${name}_update`, `after update of "${column}" on "${child}" ${live}`, [refers]);
    createTrigger(
      database,
      `${name}_void`,
      `after update of voidedAt on "${parent}" when new.voidedAt is not null`,
      [
        `${raise("stillReferred", `'${parent}'`, "new.id", `'${child}'`, "id")} from "${child}"
  where "${column}" = new.id and voidedAt is null limit 1`,
      ],
    );
  }
}

function tablesWith(database: Database, column: string): readonly string[] {
  const sql = `select m.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.name = ?`;
  return database.prepare<[string], string>(sql).pluck().all(column);
}

function referencesOf(database: Database, child: string): readonly Reference[] {
  const sql = `select ? as child, "from" as "column", "table" as parent from pragma_foreign_key_list(?) order by id`;
  return database.prepare<[string, string], Reference>(sql).all(child, child);
}

/** Parts and links of another row may be deleted, nothing else; versions and the change log never change either. */
const deletable = new Set([
  "ownUnitName",
  "setting",
  "economicCode",
  "narrativeSection",
  "policyBasis",
  "fundingSource",
  "indicatorActual",
  "vendorName",
  "vendorAccount",
  "rentalSegment",
  "invoiceLine",
  "allocation",
  "ruleSetting",
]);

function createAppendOnlyTriggers(database: Database): void {
  for (const table of tablesWith(database, "id")) if (!deletable.has(table)) keepRows(database, table);
  for (const table of ["filingVersion", "changeLog"]) freezeRows(database, table);
  createTrigger(database, "changeLog_chain", "before insert on changeLog", [
    `${raise("brokenChain", "new.seq")}
  where new.seq is not (select coalesce(max(seq), 0) + 1 from changeLog)
    or new.previousHash is not coalesce((select hash from changeLog order by seq desc limit 1), '')`,
  ]);
}

/** Rows of this table are never deleted. */
export function keepRows(database: Database, table: string): void {
  createTrigger(database, `${table}_delete`, `before delete on "${table}"`, [
    raise("undeletable", `'${table}'`),
  ]);
}

/** Rows of this table never change. */
export function freezeRows(database: Database, table: string): void {
  createTrigger(database, `${table}_frozen`, `before update on "${table}"`, [raise("frozen", `'${table}'`)]);
}
