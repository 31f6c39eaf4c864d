import type { IsoDate } from "../kernel/dates.ts";
import type { Vendor, VendorName } from "../model/contract.ts";
import type { OwnUnit, OwnUnitName } from "../model/office.ts";
import { plainName } from "../text/plainName.ts";
import { groupBy, indexBy } from "./indexing.ts";

const isSameName = (a: string, b: string): boolean => a === b || plainName(a) === plainName(b);

export const plainCode = (code: string | null): string => (code ?? "").trim().toUpperCase();

type DatedName = Readonly<{ name: string; validFrom: IsoDate | null; validTo: IsoDate | null }>;

const isValidOn = (row: DatedName, day: IsoDate): boolean =>
  (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day);

export type OwnUnits = Readonly<{
  isEmpty: boolean;
  byCode: (code: string) => OwnUnit | undefined;
  /** Every unit that ever had this name. */
  withName: (name: string) => readonly OwnUnit[];
  hasName: (unit: OwnUnit, name: string, day: IsoDate) => boolean;
  /** The name a unit had on a day, else its latest. */
  nameOn: (unitId: OwnUnit["id"], day: IsoDate) => string;
}>;

export function ownUnitsOf(units: readonly OwnUnit[], names: readonly OwnUnitName[]): OwnUnits {
  const byCode = indexBy(units, (unit) => plainCode(unit.creditCode) || null);
  const byId = indexBy(units, (unit) => unit.id);
  const namesOf = groupBy(names, (row) => row.ownUnitId);
  const byName = groupBy(names, (row) => plainName(row.name));
  const validOn = (unitId: OwnUnit["id"], day: IsoDate) =>
    namesOf.of(unitId).filter((row) => isValidOn(row, day));
  return {
    isEmpty: units.length === 0,
    byCode: (code) => byCode.get(code) ?? byCode.get(plainCode(code)),
    withName: (name) =>
      byName
        .of(plainName(name))
        .map((row) => byId.get(row.ownUnitId))
        .filter((unit) => unit !== undefined),
    hasName: (unit, name, day) =>
      namesOf.of(unit.id).some((row) => isValidOn(row, day) && isSameName(row.name, name)),
    nameOn: (unitId, day) => (validOn(unitId, day)[0] ?? namesOf.of(unitId).at(-1))?.name ?? "",
  };
}

export type VendorNames = Readonly<{
  /** The present name counts on any day, earlier and learned names on the days they are valid. */
  hasName: (vendor: Vendor, name: string, day: IsoDate) => boolean;
  /** The vendor with this tax id, else the only one with this name on the day. */
  find: (taxId: string, name: string, day: IsoDate) => Vendor | undefined;
}>;

export function vendorNamesOf(vendors: readonly Vendor[], names: readonly VendorName[]): VendorNames {
  const byCode = indexBy(vendors, (vendor) => plainCode(vendor.creditCode) || null);
  const byId = indexBy(vendors, (vendor) => vendor.id);
  const presentNames = groupBy(vendors, (vendor) => plainName(vendor.name));
  const namesOf = groupBy(names, (row) => row.vendorId);
  const byName = groupBy(names, (row) => plainName(row.name));
  const named = (name: string, day: IsoDate): ReadonlySet<Vendor> => {
    const dated = byName.of(plainName(name)).filter((row) => isValidOn(row, day));
    const aliased = dated.map((row) => byId.get(row.vendorId)).filter((vendor) => vendor !== undefined);
    return new Set([...presentNames.of(plainName(name)), ...aliased]);
  };
  return {
    hasName: (vendor, name, day) =>
      isSameName(vendor.name, name) ||
      namesOf.of(vendor.id).some((row) => isValidOn(row, day) && isSameName(row.name, name)),
    find: (taxId, name, day) => {
      const coded = byCode.get(plainCode(taxId));
      if (coded !== undefined) return coded;
      const [only, second] = named(name, day);
      return second === undefined ? only : undefined;
    },
  };
}
