import { asId } from "#shared/kernel/id.ts";
import { findSetting } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

/** What an office sets once, by its dotted key. */
export const settingKeys = {
  officer: "officer.name",
  /** Only in the sample: the day it plays on. */
  sampleToday: "sample.today",
} as const;

type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

/** A setting that is text; `undefined` until it is given. */
export async function readTextSetting(ledger: ReadableLedger, key: SettingKey): Promise<string | undefined> {
  const row = await findSetting(ledger, key);
  const value: unknown = row === undefined ? undefined : JSON.parse(row.valueJson);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export async function writeTextSetting(tx: WritableLedger, key: SettingKey, value: string): Promise<void> {
  const valueJson = JSON.stringify(value);
  const known = await findSetting(tx, key);
  if (known === undefined) await insertRow(tx, "setting", { id: asId(`setting-${key}`), key, valueJson });
  else await updateRow(tx, "setting", known.id, { valueJson });
}
