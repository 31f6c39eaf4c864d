import type { FindingView } from "#shared/api/checks.ts";
import type { CheckLine } from "#shared/forms/builders/checkLine.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Subject } from "#shared/rules/finding.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";

/** The id of an instalment, a contract, or a payment that stands alone; `other` for what is about none of them. */
export type Place = string;

/**
 * Puts each finding at one place of the sheet: the instalment it is about, else the payment that stands
 * alone, else the contract, else the end.
 */
export function placeFindings(
  findings: readonly FindingView[],
  facts: Facts,
  contracts: readonly ContractFact[],
  alone: readonly PaymentFact[],
): ReadonlyMap<Place, readonly CheckLine[]> {
  const known = new Set<string>([
    ...contracts.flatMap(({ row, instalments }) => [row.id, ...instalments.map((part) => part.row.id)]),
    ...alone.map(({ row }) => row.id),
  ]);
  const places = new Map<Place, CheckLine[]>();
  for (const finding of findings) {
    const candidates = finding.subjects
      .flatMap((subject) => placesOf(subject, facts))
      .filter(({ id }) => known.has(id))
      .sort((left, right) => left.rank - right.rank);
    const place = candidates[0]?.id ?? "other";
    places.set(place, [...(places.get(place) ?? []), checkLine(finding)]);
  }
  return places;
}

/** The nearer to a single payment the better: instalment before payment before contract. */
type Candidate = Readonly<{ id: Place; rank: number }>;

function placesOf(subject: Subject, facts: Facts): readonly Candidate[] {
  switch (subject.kind) {
    case "instalment":
      return [{ id: subject.id, rank: 0 }];
    case "contract":
      return [{ id: subject.id, rank: 3 }];
    case "payment":
      return facts.payments.filter(({ row }) => row.id === subject.id).flatMap(placesOfPayment);
    case "invoice":
      return facts.payments
        .filter(({ invoiceUses }) => invoiceUses.some(({ of }) => of.id === subject.id))
        .flatMap(placesOfPayment);
    default:
      return [];
  }
}

const placesOfPayment = ({ row, instalmentUses, contractUses }: PaymentFact): readonly Candidate[] => [
  ...instalmentUses.map(({ of }) => ({ id: of.row.id, rank: 1 })),
  { id: row.id, rank: 2 },
  ...contractUses.map(({ of }) => ({ id: of.row.id, rank: 3 })),
];

const checkLine = ({ ruleId, severity, message, state, decision }: FindingView): CheckLine => ({
  ruleId,
  severity,
  message,
  accepted: state === "accepted" ? (decision?.reason ?? "") : null,
});
