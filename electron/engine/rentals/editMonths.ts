import type { ApiParsed } from "#shared/api/contract.ts";
import type { MonthsPreview } from "#shared/api/rentals.ts";
import { formatMonthText, monthOf } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { editSegments } from "#shared/rentals/editSegments.ts";
import { segmentRuns } from "#shared/rentals/segmentRuns.ts";
import { contractEnd } from "#shared/schedule/contractTerm.ts";
import type { Period } from "#shared/schedule/periods.ts";
import type { Context } from "../context.ts";
import { contractParts } from "../contracts/contractParts.ts";
import { liveRental, segmentsOf } from "../store/rentals.ts";
import type { ReadableLedger } from "../store/types.ts";
import {
  type ContractChange,
  differencesOf,
  type RentalChange,
  reconcileRentals,
  storeRentals,
} from "./changeSegments.ts";
import { assertSegments } from "./segments.ts";

type MonthsInput = ApiParsed<"rentals.saveMonths">;
type Edited = Readonly<{
  changes: readonly RentalChange[];
  plans: readonly ContractChange[];
  preview: MonthsPreview;
}>;

/** The segments that months typed into the matrix make, and what they do to the plans; nothing is written. */
export async function previewMonths(context: Context, input: MonthsInput): Promise<MonthsPreview> {
  const { preview } = await editMonths(context.ledger, input);
  return preview;
}

/** Saves months typed into the matrix, of all rentals at once. Refused for a month on which a paper hangs. */
export async function saveMonths(context: Context, input: MonthsInput): Promise<MonthsPreview> {
  return context.write("在月租表中修改数量单价", async (tx) => {
    const { changes, plans, preview } = await editMonths(tx, input);
    assertUnlocked(input, changes, plans);
    await storeRentals(tx, changes, plans);
    return preview;
  });
}

async function editMonths(ledger: ReadableLedger, { rentals }: MonthsInput): Promise<Edited> {
  const changes: RentalChange[] = [];
  const shown: MonthsPreview["rentals"][number][] = [];
  for (const { rentalId, months } of rentals) {
    const rental = await liveRental(ledger, rentalId);
    const term = await termOf(ledger, rental.contractId);
    assertMonths(rental.name, months, term);
    const present = await segmentsOf(ledger, rentalId);
    const segments = editSegments(present, months, term);
    assertSegments(segments);
    changes.push({ rental, segments });
    shown.push({ rentalId, name: rental.name, before: segmentRuns(present), after: segments });
  }
  const plans = await reconcileRentals(ledger, changes);
  return { changes, plans, preview: { rentals: shown, contracts: differencesOf(plans) } };
}

async function termOf(
  ledger: ReadableLedger,
  contractId: RentalChange["rental"]["contractId"],
): Promise<Period> {
  const { contract, supplements } = await contractParts(ledger, contractId);
  return { from: contract.startDate, to: contractEnd(contract, supplements) };
}

type Months = MonthsInput["rentals"][number]["months"];

function assertMonths(name: string, months: Months, { from, to }: Period): void {
  const outside = months.find(({ month }) => month < monthOf(from) || month > monthOf(to));
  if (outside !== undefined)
    throw new UserError({
      code: "bad-request",
      message: `“${name}”的合同期限是 ${from} 至 ${to}，${formatMonthText(outside.month)}不在其中。`,
      hint: "请先延长合同，再登记这个月的数量和单价。",
    });
  const seen = months.map(({ month }) => month);
  const twice = seen.find((month, index) => seen.indexOf(month) !== index);
  if (twice !== undefined)
    throw new UserError({
      code: "bad-request",
      message: `“${name}”的${formatMonthText(twice)}写了两次。`,
      hint: "请只留一次。",
    });
}

/** A month that stays as it is because a paper hangs on it would show something else than was typed. */
function assertUnlocked(
  { rentals }: MonthsInput,
  changes: readonly RentalChange[],
  plans: readonly ContractChange[],
): void {
  const locked = plans.flatMap(({ plan }) => plan.locked.map(({ before }) => before));
  for (const { rentalId, months } of rentals) {
    const hit = locked.find(
      (row) => row.rentalId === rentalId && months.some(({ month }) => month === monthOf(row.periodFrom)),
    );
    if (hit === undefined) continue;
    const name = changes.find(({ rental }) => rental.id === rentalId)?.rental.name ?? "";
    throw new UserError({
      code: "refused",
      message: `“${name}”的${hit.label}已有发票、付款或验收，数量和单价不能再改。`,
      hint: "请撤销这个月的改动；确有差额的，与供应商核对后用补充协议或退款处理。",
    });
  }
}
