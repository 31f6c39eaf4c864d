import type { RememberedSource } from "#shared/invoices/inspection.ts";
import type { OwnParties } from "#shared/invoices/recognise/columnProfile.ts";
import { ownUnitsOf } from "#shared/rules/partyNames.ts";
import { listOwnUnitNames, listOwnUnits } from "../store/office.ts";
import type { ReadableLedger } from "../store/types.ts";
import { fingerprintOf, listSources } from "./rememberedSources.ts";

/** What the ledger knows that helps to recognise a list. */
export type ListHints = Readonly<{
  recall: (titles: readonly string[]) => RememberedSource | undefined;
  own: OwnParties;
  /** Changes when anything of this does. */
  fingerprint: string;
}>;

export async function readListHints(ledger: ReadableLedger): Promise<ListHints> {
  const known = await listSources(ledger);
  const own = [await listOwnUnits(ledger), await listOwnUnitNames(ledger)] as const;
  const sources = new Map(known.map((source) => [source.fingerprint, source]));
  const units = ownUnitsOf(...own);
  return {
    recall: (titles) => (sources.size === 0 ? undefined : sources.get(fingerprintOf(titles) ?? "")),
    own: {
      isEmpty: units.isEmpty,
      isName: (name) => units.withName(name).length > 0,
      isCode: (code) => units.byCode(code) !== undefined,
    },
    fingerprint: JSON.stringify([known, own]),
  };
}
