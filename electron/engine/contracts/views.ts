import type { ContractView, InstalmentView } from "#shared/api/contracts.ts";
import { maxCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { Acceptance } from "#shared/model/contract.ts";
import type { Allocation } from "#shared/model/payment.ts";
import type { ContractFact, InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { laterAcceptance } from "#shared/schedule/acceptanceState.ts";
import { contractStateOn } from "#shared/schedule/contractState.ts";
import { standingOf } from "./standing.ts";

export function instalmentView(facts: Facts, instalment: InstalmentFact): InstalmentView {
  const { row, contract, deductionCents } = instalment;
  const { invoices, paymentNos, ...standing } = standingOf(facts, instalment);
  return {
    ...row,
    ...standing,
    deductionCents,
    contractNo: contract.row.contractNo,
    contractName: contract.row.name,
    vendorName: contract.vendor?.name ?? "",
    budgetLineName: facts.budgetLines.get(contract.row.budgetLineId)?.name ?? "",
    acceptance: latestAcceptance(instalment),
    invoiceNumbers: invoices.map((invoice) => invoice.number),
    paymentNos,
  };
}

/** The paper that decides on this instalment: the latest one written for it or for days of its period. */
function latestAcceptance({ row, contract }: InstalmentFact): Acceptance | null {
  const own = contract.acceptances.filter(
    (paper) =>
      paper.instalmentId === row.id ||
      (paper.instalmentId === null && paper.periodFrom <= row.periodTo && paper.periodTo >= row.periodFrom),
  );
  return own.length === 0 ? null : own.reduce(laterAcceptance);
}

/** `instalments`: where the contract's own ones stand, for who has that already. */
export function contractView(
  facts: Facts,
  contract: ContractFact,
  instalments: readonly Pick<InstalmentView, "remainingCents" | "status">[] = contract.instalments.map(
    (row) => standingOf(facts, row),
  ),
): ContractView {
  const { row } = contract;
  const uses = facts.usesOfContract.of(contract);
  return {
    ...row,
    projectName: facts.projects.get(row.projectId)?.name ?? "",
    budgetLineName: facts.budgetLines.get(row.budgetLineId)?.name ?? "",
    vendorName: contract.vendor?.name ?? "",
    totalCents: contract.sumCents,
    plannedCents: sumCents(contract.instalments.map((instalment) => instalment.row.amountCents)),
    invoicedCents: sumCents(
      uses.flatMap(({ payment }) =>
        payment.allocations
          .filter((link) => link.invoiceId !== null && contractOfLink(facts, payment, link) === contract)
          .map((link) => link.amountCents),
      ),
    ),
    paidCents: sumCents(uses.filter(({ payment }) => payment.isPaid).map(({ use }) => use.cents)),
    unpaidCents:
      instalments.length === 0
        ? null
        : sumCents(instalments.map(({ remainingCents }) => maxCents(remainingCents, zeroCents))),
    stateNow: contractStateOn(row, contract.supplements, facts.asOf),
    endNow: contract.endDate,
    overdueCount: instalments.filter((instalment) => instalment.status === "overdue").length,
  };
}

/** A payment may settle instalments of a contract that is not its own. */
const contractOfLink = (facts: Facts, payment: PaymentFact, link: Allocation): ContractFact | undefined =>
  facts.instalmentsById.get(link.instalmentId ?? "")?.contract ?? payment.contract;
