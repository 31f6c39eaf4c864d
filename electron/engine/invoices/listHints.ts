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
}>;

export async function readListHints(ledger: ReadableLedger): Promise<ListHints> {
  const sources = new Map((await listSources(ledger)).map((source) => [source.fingerprint, source]));
  const units = ownUnitsOf(await listOwnUnits(ledger), await listOwnUnitNames(ledger));
  return {
    recall: (titles) => (sources.size === 0 ? undefined : sources.get(fingerprintOf(titles) ?? "")),
    own: {
      isEmpty: units.isEmpty,
      isName: (name) => units.withName(name).length > 0,
      isCode: (code) => units.byCode(code) !== undefined,
    },
  };
}
