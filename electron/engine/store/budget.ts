import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export type AdjustmentRow = Row<"budgetAdjustment"> & Readonly<{ lineName: string; projectId: Id }>;

/** All 调剂, the latest first, voided ones too, with the line each is about; the rows of one group follow each other. */
export const listAdjustmentRows = (ledger: ReadableLedger): Promise<readonly AdjustmentRow[]> =>
  ledger.read
    .selectFrom("budgetAdjustment")
    .innerJoin("budgetLine", "budgetLine.id", "budgetAdjustment.budgetLineId")
    .selectAll("budgetAdjustment")
    .select(["budgetLine.name as lineName", "budgetLine.projectId as projectId"])
    .orderBy("budgetAdjustment.adjustedOn", "desc")
    .orderBy("budgetAdjustment.groupId")
    .orderBy("budgetLine.seq")
    .orderBy("budgetAdjustment.id")
    .execute();

export const quarterPlansOf = (ledger: ReadableLedger, lineId: Id): Promise<readonly Row<"quarterPlan">[]> =>
  ledger.read
    .selectFrom("quarterPlan")
    .selectAll()
    .where("budgetLineId", "=", lineId)
    .orderBy("quarter")
    .execute();

export const closeYear = "年度关账";
export const reopenYear = "重新打开年度";

/** When budget years were closed and opened again, the latest first. */
export const listYearChanges = (ledger: ReadableLedger): Promise<readonly Row<"changeLog">[]> =>
  ledger.read
    .selectFrom("changeLog")
    .selectAll()
    .where("entity", "=", "fiscalYear")
    .where("action", "in", [closeYear, reopenYear])
    .orderBy("seq", "desc")
    .execute();
