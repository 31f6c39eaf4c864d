import type { Approval } from "../../model/contract.ts";
import type { Facts } from "../facts.ts";
import type { PaymentFact } from "../paymentFacts.ts";

/** Words of a paper that lets somebody else take the money. */
const transferWords = ["委托收款", "授权收款", "代收", "债权转让"];

const allowsOther = ({ title, content }: Approval): boolean =>
  transferWords.some((word) => title.includes(word) || content.includes(word));

/**
 * Whether a paper lets somebody else than the contract's party take the money of a payment: an approval that says so, or a
 * proof of the payee filed with the payment or its contract.
 */
export function otherPayeeAllowed(facts: Facts): (payment: PaymentFact) => boolean {
  const transferred = new Set(
    facts.rows.approval
      .filter((row) => row.approvedOn <= facts.asOf && allowsOther(row))
      .flatMap((row) => [row.paymentId, row.contractId])
      .filter((id) => id !== null)
      .map(String),
  );
  const isAllowedBy = (id: string) => transferred.has(id) || facts.filed.has(id, "payeeProof");
  return ({ row, contract }) =>
    isAllowedBy(row.id) || (contract !== undefined && isAllowedBy(contract.row.id));
}
