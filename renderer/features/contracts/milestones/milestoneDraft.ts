import type { ContractDetail } from "#shared/api/contracts.ts";
import {
  addCents,
  type Cents,
  formatYuan,
  subtractCents,
  sumCents,
  zeroCents,
} from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Milestone } from "#shared/model/contract.ts";
import { contractSum } from "#shared/schedule/contractTerm.ts";
import { roundedShare } from "#shared/schedule/spread.ts";

/** A milestone while it is being written. */
export type MilestoneDraft = Readonly<{
  key: string;
  name: string;
  dueOn: IsoDate | null;
  amountCents: Cents | null;
}>;

type Given = Pick<Milestone, "name" | "dueOn" | "amountCents">;

export const isBlank = ({ name, dueOn, amountCents }: MilestoneDraft): boolean =>
  name.trim() === "" && dueOn === null && amountCents === null;

/** The rows as the engine takes them; null while one is half filled. Blank rows are no rows. */
export function completeRows(drafts: readonly MilestoneDraft[]): readonly Given[] | null {
  const rows = drafts.filter((draft) => !isBlank(draft));
  const complete = rows.flatMap(({ name, dueOn, amountCents }) =>
    name.trim() === "" || dueOn === null || amountCents === null
      ? []
      : [{ name: name.trim(), dueOn, amountCents }],
  );
  return complete.length === rows.length ? complete : null;
}

/** What the milestones share: the sum with supplements, less advance and retention. Null without a sum. */
export function toShare({
  contract,
  supplements,
}: Pick<ContractDetail, "contract" | "supplements">): Cents | null {
  const sum = contractSum(contract, supplements);
  if (sum === null) return null;
  return subtractCents(sum, addCents(contract.advanceCents, roundedShare(sum, contract.retentionBp)));
}

/** "合计 100.00，还差 20.00" for the line below the rows. */
export function sumText(drafts: readonly MilestoneDraft[], shared: Cents | null): string {
  const sum = sumCents(drafts.map((draft) => draft.amountCents ?? zeroCents));
  const off = shared === null ? zeroCents : subtractCents(shared, sum);
  if (off === 0) return `合计 ${formatYuan(sum)} 元`;
  const amount = formatYuan(off).replace("-", "");
  return `合计 ${formatYuan(sum)} 元，${off > 0 ? "还差" : "多出"} ${amount} 元`;
}
