import type { PaymentDraftInput } from "#shared/api/payments.ts";
import { zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";

type Draft = PaymentDraftInput["payment"];

/** A payment about which only the project is known. */
export function emptyDraft(facts: Facts, projectId: Id, officer: string): Draft {
  return {
    id: null,
    projectId,
    budgetLineId: null,
    contractId: null,
    vendorId: null,
    payerUnitId: facts.projects.get(projectId)?.implementingUnitId ?? null,
    payeeName: "",
    payeeTaxId: "",
    payeeAccountNo: "",
    purpose: "",
    amountCents: zeroCents,
    isAdvance: 0,
    periodFrom: null,
    periodTo: null,
    requestedOn: facts.asOf,
    method: "direct",
    economicCode: "",
    handledBy: officer,
    voucherNo: "",
    note: "",
    refundOfId: null,
    capitalText: "",
  };
}

/** Fills in what a contract says: the other party with its account, the budget line, what it is for. */
export function forContract(facts: Facts, draft: Draft, contract: ContractFact): Draft {
  const { row, vendor } = contract;
  const account = facts.rows.vendorAccount.findLast(
    (candidate) =>
      candidate.vendorId === row.vendorId &&
      (candidate.validFrom ?? facts.asOf) <= facts.asOf &&
      (candidate.validTo ?? facts.asOf) >= facts.asOf,
  );
  return {
    ...draft,
    projectId: row.projectId,
    contractId: row.id,
    budgetLineId: row.budgetLineId,
    vendorId: row.vendorId,
    payeeName: vendor?.name ?? "",
    payeeTaxId: vendor?.creditCode ?? "",
    payeeAccountNo: account?.accountNo ?? "",
    economicCode: facts.budgetLines.get(row.budgetLineId)?.economicCode ?? "",
    purpose: row.name,
  };
}
