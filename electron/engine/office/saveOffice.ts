import type { ApiParsed } from "#shared/api/contract.ts";
import type { OwnUnitName } from "#shared/model/office.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { newId } from "../store/newId.ts";
import { listOwnUnitNames } from "../store/office.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import { settingKeys, writeTextSetting } from "./settings.ts";

export const saveOfficer = (context: Context, { officer }: ApiParsed<"office.saveOfficer">): Promise<void> =>
  context.write("设置经办人", (tx) => writeTextSetting(tx, settingKeys.officer, officer));

/** Saves an own unit with its dated names; names that are not given any more are taken away. */
export async function saveUnit(context: Context, input: ApiParsed<"office.saveUnit">): Promise<void> {
  const { names, ...unit } = input;
  await context.write(unit.id === null ? "新增本单位" : "修改本单位", async (tx) => {
    const ownUnitId = await saveRow(tx, "ownUnit", unit);
    const present = (await listOwnUnitNames(tx)).filter((row) => row.ownUnitId === ownUnitId);
    if (keysOf(present).join() === keysOf(names).join()) return;
    for (const { id } of present) await removeRow(tx, "ownUnitName", id);
    for (const name of names) await insertRow(tx, "ownUnitName", { ...name, id: newId(), ownUnitId });
  });
}

type DatedName = Pick<OwnUnitName, "name" | "validFrom" | "validTo">;

const keysOf = (names: readonly DatedName[]): readonly string[] =>
  names.map(({ name, validFrom, validTo }) => JSON.stringify([name, validFrom, validTo])).toSorted();
