import type { OwnUnitView } from "#shared/api/office.ts";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { OwnUnit } from "#shared/model/office.ts";

export type UnitName = Readonly<{ name: string; validFrom: IsoDate | null; validTo: IsoDate | null }>;
export type UnitFields = Omit<OwnUnit, "id"> & Readonly<{ id: Id | null; names: readonly UnitName[] }>;

/** The part of a unit that is saved, its names in the order of time. */
export const unitFields = ({ id, kind, nature, creditCode, note, names }: OwnUnitView): UnitFields => ({
  id,
  kind,
  nature,
  creditCode,
  note,
  names: names
    .map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo }))
    .sort((left, right) => ((left.validFrom ?? "") < (right.validFrom ?? "") ? -1 : 1)),
});

export const emptyName: UnitName = { name: "", validFrom: null, validTo: null };

export const newUnit: UnitFields = {
  id: null,
  kind: "unit",
  nature: "institution",
  creditCode: null,
  note: "",
  names: [emptyName],
};

/** A unit can be stored once each of its names is written and at least one is there. */
export const isNamed = ({ names }: UnitFields): boolean =>
  names.length > 0 && names.every(({ name }) => name.trim() !== "");

export const unitKindWords: Readonly<Record<OwnUnit["kind"], string>> = {
  department: "主管部门",
  unit: "实施单位",
};

export const unitNatureWords: Readonly<Record<OwnUnit["nature"], string>> = {
  agency: "机关",
  institution: "事业单位",
};

/** What is wrong with a credit code, or an empty text. */
export function creditCodeProblem(code: string | null): string {
  if (code === null || code.trim() === "") return "";
  const check = checkCreditCode(code);
  return check.kind === "wrong" ? `校验位不正确，按前 17 位应为 ${check.expected}` : "";
}
