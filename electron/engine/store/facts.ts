import type { FactRows } from "#shared/rules/factRows.ts";
import type { ReadableLedger } from "./types.ts";

/**
 * Everything the rule check needs, on one state of the ledger: the rows that are not void. Live rows refer to live rows
 * only (the database sees to it), so every reference among them leads somewhere. In no particular order.
 */
export async function factRows(ledger: ReadableLedger): Promise<FactRows> {
  const { read } = ledger;
  const live = {
    project: read.selectFrom("project").selectAll().where("voidedAt", "is", null),
    vendor: read.selectFrom("vendor").selectAll().where("voidedAt", "is", null),
    rental: read.selectFrom("rental").selectAll().where("voidedAt", "is", null),
    payment: read.selectFrom("payment").selectAll().where("voidedAt", "is", null),
  };
  const projectIds = live.project.clearSelect().select("id");
  const vendorIds = live.vendor.clearSelect().select("id");
  return ledger.readTogether({
    ...live,
    ownUnit: read.selectFrom("ownUnit").selectAll(),
    ownUnitName: read.selectFrom("ownUnitName").selectAll(),
    fiscalYear: read.selectFrom("fiscalYear").selectAll(),
    economicCode: read.selectFrom("economicCode").selectAll(),
    fundingSource: read.selectFrom("fundingSource").selectAll().where("projectId", "in", projectIds),
    budgetLine: read.selectFrom("budgetLine").selectAll().where("voidedAt", "is", null),
    budgetAdjustment: read.selectFrom("budgetAdjustment").selectAll().where("voidedAt", "is", null),
    indicator: read.selectFrom("indicator").selectAll().where("voidedAt", "is", null),
    vendorName: read.selectFrom("vendorName").selectAll().where("vendorId", "in", vendorIds),
    vendorAccount: read.selectFrom("vendorAccount").selectAll().where("vendorId", "in", vendorIds),
    contract: read.selectFrom("contract").selectAll().where("voidedAt", "is", null),
    supplement: read.selectFrom("supplement").selectAll().where("voidedAt", "is", null),
    rentalSegment: read
      .selectFrom("rentalSegment")
      .selectAll()
      .where("rentalId", "in", live.rental.clearSelect().select("id")),
    instalment: read.selectFrom("instalment").selectAll().where("voidedAt", "is", null),
    acceptance: read.selectFrom("acceptance").selectAll().where("voidedAt", "is", null),
    approval: read.selectFrom("approval").selectAll().where("voidedAt", "is", null),
    invoice: read.selectFrom("invoice").selectAll().where("voidedAt", "is", null),
    allocation: read
      .selectFrom("allocation")
      .selectAll()
      .where("paymentId", "in", live.payment.clearSelect().select("id")),
    ruleSetting: read.selectFrom("ruleSetting").selectAll(),
  });
}
