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

/**
 * Fills in what a contract says: the other party with its account, the budget line, what it is for. What a contract of a
 * closed year still owes, such as 质保金, is paid from the project at hand, whose line the officer chooses.
 */
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
    ...(isOfClosedYear(facts, row.projectId) ? withoutLine : bookedAs(facts, contract)),
    contractId: row.id,
    vendorId: row.vendorId,
    payeeName: vendor?.name ?? "",
    payeeTaxId: vendor?.creditCode ?? "",
    payeeAccountNo: account?.accountNo ?? "",
    purpose: row.name,
  };
}

const withoutLine = { budgetLineId: null, economicCode: "" } as const;

const bookedAs = (
  facts: Facts,
  { row }: ContractFact,
): Pick<Draft, "projectId" | "budgetLineId" | "economicCode"> => ({
  projectId: row.projectId,
  budgetLineId: row.budgetLineId,
  economicCode: facts.budgetLines.get(row.budgetLineId)?.economicCode ?? "",
});

const isOfClosedYear = ({ projects, years }: Facts, projectId: Id): boolean =>
  years.get(projects.get(projectId)?.fiscalYear ?? 0)?.state === "closed";
