import type { TableName } from "#shared/model/ledger.ts";

/** Which table the columns of the sample that name another row point to. */
export const referenceColumns: Readonly<Record<string, TableName>> = {
  ownUnitId: "ownUnit",
  departmentUnitId: "ownUnit",
  implementingUnitId: "ownUnit",
  payerUnitId: "ownUnit",
  projectId: "project",
  budgetLineId: "budgetLine",
  vendorId: "vendor",
  contractId: "contract",
  parentContractId: "contract",
  rentalId: "rental",
  instalmentId: "instalment",
  batchId: "importBatch",
  invoiceId: "invoice",
  paymentId: "payment",
  contentId: "attachmentContent",
  supplementId: "supplement",
  acceptanceId: "acceptance",
  approvalId: "approval",
  staffId: "staff",
  needId: "need",
  refundOfId: "payment",
  previousProjectId: "project",
};
