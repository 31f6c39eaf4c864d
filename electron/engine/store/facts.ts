import { setImmediate as othersTurn } from "node:timers/promises";
import { paperOwners } from "#shared/rules/derivedRows.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { lastChange } from "./changeLog.ts";
import type { ReadableLedger } from "./types.ts";

/**
 * Everything the rule check needs, on one state of the ledger: the rows that are not void. Live rows refer to live rows
 * only (the database sees to it), so every reference among them leads somewhere. In no particular order.
 */
export const factRows = (ledger: ReadableLedger): Promise<FactRows> =>
  ledger.readTogether(factQueries(ledger));

/** Rows, and the number of the last change that they hold, to the very one. */
export type FactRowsAt = Readonly<{ seq: number; rows: FactRows }>;

export async function factRowsAt(ledger: ReadableLedger): Promise<FactRowsAt> {
  const last = ledger.read.selectFrom("changeLog").select(({ fn }) => fn.max("seq").as("seq"));
  const { lastChange, ...rows } = await ledger.readTogether({ ...factQueries(ledger), lastChange: last });
  return { seq: lastChange[0]?.seq ?? 0, rows };
}

/**
 * The same table by table, so that other requests have their turn in between: a large ledger takes a second. Nothing is
 * written without a change in the log, so rows between which there was none are of one state; else all are read in one go.
 */
export async function factRowsInTurns(ledger: ReadableLedger): Promise<FactRowsAt> {
  const seq = await lastChange(ledger);
  const tables: Partial<FactRows> = {};
  for (const [table, query] of Object.entries(factQueries(ledger))) {
    Object.assign(tables, await ledger.readTogether({ [table]: query }));
    await othersTurn();
  }
  if ((await lastChange(ledger)) !== seq) return factRowsAt(ledger);
  // Of every query there is a table now.
  return { seq, rows: tables as FactRows };
}

function factQueries({ read }: ReadableLedger) {
  const live = {
    project: read.selectFrom("project").selectAll().where("voidedAt", "is", null),
    budgetLine: read.selectFrom("budgetLine").selectAll().where("voidedAt", "is", null),
    indicator: read.selectFrom("indicator").selectAll().where("voidedAt", "is", null),
    contract: read.selectFrom("contract").selectAll().where("voidedAt", "is", null),
    vendor: read.selectFrom("vendor").selectAll().where("voidedAt", "is", null),
    rental: read.selectFrom("rental").selectAll().where("voidedAt", "is", null),
    payment: read.selectFrom("payment").selectAll().where("voidedAt", "is", null),
  };
  const projectIds = live.project.clearSelect().select("id");
  const vendorIds = live.vendor.clearSelect().select("id");
  return {
    ...live,
    ownUnit: read.selectFrom("ownUnit").selectAll(),
    ownUnitName: read.selectFrom("ownUnitName").selectAll(),
    fiscalYear: read.selectFrom("fiscalYear").selectAll(),
    setting: read.selectFrom("setting").selectAll(),
    economicCode: read.selectFrom("economicCode").selectAll(),
    holiday: read.selectFrom("holiday").selectAll(),
    staff: read.selectFrom("staff").selectAll().where("voidedAt", "is", null),
    projectName: read.selectFrom("projectName").selectAll().where("projectId", "in", projectIds),
    selfEvaluation: read.selectFrom("selfEvaluation").selectAll().where("projectId", "in", projectIds),
    monitoring: read.selectFrom("monitoring").selectAll().where("projectId", "in", projectIds),
    narrativeSection: read.selectFrom("narrativeSection").selectAll().where("projectId", "in", projectIds),
    policyBasis: read.selectFrom("policyBasis").selectAll().where("projectId", "in", projectIds),
    fundingSource: read.selectFrom("fundingSource").selectAll().where("projectId", "in", projectIds),
    budgetAdjustment: read.selectFrom("budgetAdjustment").selectAll().where("voidedAt", "is", null),
    quarterPlan: read
      .selectFrom("quarterPlan")
      .selectAll()
      .where("budgetLineId", "in", live.budgetLine.clearSelect().select("id")),
    indicatorActual: read
      .selectFrom("indicatorActual")
      .selectAll()
      .where("indicatorId", "in", live.indicator.clearSelect().select("id")),
    vendorName: read.selectFrom("vendorName").selectAll().where("vendorId", "in", vendorIds),
    vendorAccount: read.selectFrom("vendorAccount").selectAll().where("vendorId", "in", vendorIds),
    supplement: read.selectFrom("supplement").selectAll().where("voidedAt", "is", null),
    rentalSegment: read
      .selectFrom("rentalSegment")
      .selectAll()
      .where("rentalId", "in", live.rental.clearSelect().select("id")),
    milestone: read
      .selectFrom("milestone")
      .selectAll()
      .where("contractId", "in", live.contract.clearSelect().select("id")),
    bondMovement: read.selectFrom("bondMovement").selectAll().where("voidedAt", "is", null),
    device: read.selectFrom("device").selectAll().where("voidedAt", "is", null),
    instalment: read.selectFrom("instalment").selectAll().where("voidedAt", "is", null),
    acceptance: read.selectFrom("acceptance").selectAll().where("voidedAt", "is", null),
    approval: read.selectFrom("approval").selectAll().where("voidedAt", "is", null),
    invoice: read.selectFrom("invoice").selectAll().where("voidedAt", "is", null),
    allocation: read
      .selectFrom("allocation")
      .selectAll()
      .where("paymentId", "in", live.payment.clearSelect().select("id")),
    need: read.selectFrom("need").selectAll().where("voidedAt", "is", null),
    needIssue: read.selectFrom("needIssue").selectAll().where("voidedAt", "is", null),
    filing: read.selectFrom("filing").selectAll().where("projectId", "in", projectIds),
    // The latest version of each paper is what the next one is compared with; the earlier ones only take room.
    filingVersion: read
      .selectFrom("filingVersion")
      .selectAll("filingVersion")
      .innerJoin(
        read
          .selectFrom("filingVersion")
          .select(({ fn }) => ["filingId", fn.max("versionNo").as("lastNo")])
          .groupBy("filingId")
          .as("last"),
        (join) =>
          join
            .onRef("last.filingId", "=", "filingVersion.filingId")
            .onRef("last.lastNo", "=", "filingVersion.versionNo"),
      )
      .where(
        "filingVersion.filingId",
        "in",
        read.selectFrom("filing").select("id").where("form", "in", ["targets", "selfEvaluation"]),
      ),
    ruleSetting: read.selectFrom("ruleSetting").selectAll(),
    formTemplate: read.selectFrom("formTemplate").selectAll().where("voidedAt", "is", null),
    importConflict: read
      .selectFrom("importRow")
      .innerJoin("importBatch", "importBatch.id", "importRow.batchId")
      .innerJoin("invoice", "invoice.id", "importRow.invoiceId")
      .leftJoin("importBatch as entry", "entry.id", "invoice.batchId")
      .select([
        "importRow.id",
        "importRow.batchId",
        "importRow.sheet",
        "importRow.rowNo",
        "importRow.message",
        "importRow.cellsJson",
        "importBatch.fileName",
        "importBatch.importedAt",
        "invoice.id as invoiceId",
        "entry.importedAt as enteredAt",
      ])
      .where("importRow.result", "=", "conflict")
      .where("importBatch.voidedAt", "is", null)
      .where("invoice.voidedAt", "is", null),
    broughtPaper: read
      .selectFrom("broughtPaper")
      .select(["id", "projectId", "title", "paperJson", "broughtAt"])
      .where("voidedAt", "is", null)
      .where("projectId", "in", projectIds),
    filedPaper: read
      .selectFrom("attachment")
      .select(["id", "kind", ...paperOwners])
      .where("voidedAt", "is", null),
    invoiceGoods: read
      .selectFrom("invoiceLine")
      .select(["invoiceId", "goodsName", "netCents", "taxCents", "grossCents"]),
  };
}
