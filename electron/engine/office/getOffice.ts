import type { OfficeView, OwnUnitView } from "#shared/api/office.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { OwnUnit, OwnUnitName } from "#shared/model/office.ts";
import type { Context } from "../context.ts";
import { listFiscalYears, listOwnUnitNames, listOwnUnits } from "../store/office.ts";

export async function getOffice(context: Context): Promise<OfficeView> {
  const { ledger, clock, officer } = context;
  const names = await listOwnUnitNames(ledger);
  const units = await listOwnUnits(ledger);
  return {
    officer,
    units: units.map((unit) => unitView(unit, names, clock.today())),
    years: await listFiscalYears(ledger),
  };
}

function unitView(unit: OwnUnit, allNames: readonly OwnUnitName[], today: IsoDate): OwnUnitView {
  const names = allNames
    .filter((row) => row.ownUnitId === unit.id)
    .toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
  const inForce = names.findLast((row) => (row.validFrom ?? "") <= today && (row.validTo ?? "9999") >= today);
  return { ...unit, names, currentName: (inForce ?? names.at(-1))?.name ?? "（未命名）" };
}
