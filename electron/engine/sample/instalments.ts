import { type Cents, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract } from "#shared/schedule/planContract.ts";
import { planRental } from "#shared/schedule/planRental.ts";
import { calendarOf } from "#shared/schedule/workingDays.ts";
import { contractId, contracts, type SampleContract } from "./contracts.ts";
import { holidays } from "./holidays.ts";
import { rentalId, rentalKeys, rentalSegments, rentals, type SampleRental } from "./rentals.ts";
import { notVoided, sampleId, yuan } from "./rows.ts";

/** "sample-instalment-joint-2" is the second quarter, "sample-instalment-phones-5" May. */
export const instalmentId = (contract: SampleContract, seq: number): Id =>
  sampleId(`instalment-${contract}-${seq}`);

/** 考核扣款: cases handled late in the second quarter; one set of the uniforms refused. */
export const deductions = { secondQuarter: yuan("1,200.00"), uniforms: yuan("1,180.00") } as const;

function deductionOf(key: SampleContract, seq: number): Cents {
  if (key === "uniforms") return deductions.uniforms;
  return key === "joint" && seq === 2 ? deductions.secondQuarter : zeroCents;
}

const calendar = calendarOf(holidays);

const contractOf = (key: SampleContract): Row<"contract"> => {
  const found = contracts.find(({ id }) => id === contractId(key));
  if (found === undefined) throw new Error(`no contract ${key} in the sample`);
  return found;
};

function rentalDrafts(key: SampleRental): readonly InstalmentDraft[] {
  const rental = rentals.find(({ id }) => id === rentalId(key));
  const segments = rentalSegments.filter((segment) => segment.rentalId === rentalId(key));
  return rental === undefined ? [] : planRental(rental, segments, contractOf(key), { calendar });
}

const rowsOf = (key: SampleContract, drafts: readonly InstalmentDraft[]): readonly Row<"instalment">[] =>
  drafts.map((draft) => ({
    id: instalmentId(key, draft.seq),
    contractId: contractId(key),
    ...draft,
    deductionCents: deductionOf(key, draft.seq),
    ...notVoided,
  }));

export const instalments: readonly Row<"instalment">[] = [
  ...(["joint", "uniforms"] as const).flatMap((key) =>
    rowsOf(key, planContract(contractOf(key), [], { calendar })),
  ),
  ...rentalKeys.flatMap((key) => rowsOf(key, rentalDrafts(key))),
];

export function instalmentOf(contract: SampleContract, seq: number): Row<"instalment"> {
  const found = instalments.find(({ id }) => id === instalmentId(contract, seq));
  if (found === undefined) throw new Error(`no instalment ${seq} of ${contract} in the sample`);
  return found;
}
