import { asId } from "#shared/kernel/id.ts";
import { findSetting } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

/** What an office sets once, by its dotted key. */
export const settingKeys = {
  officer: "officer.name",
  /** Only in the sample: the day it plays on. */
  sampleToday: "sample.today",
  /** 不相容岗位分离: whoever handles a payment may not review or approve it. */
  separateDuties: "payments.separateDuties",
} as const;

type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

async function readSetting(ledger: ReadableLedger, key: SettingKey): Promise<unknown> {
  const row = await findSetting(ledger, key);
  return row === undefined ? undefined : JSON.parse(row.valueJson);
}

/** A setting that is text; `undefined` until it is given. */
export async function readTextSetting(ledger: ReadableLedger, key: SettingKey): Promise<string | undefined> {
  const value = await readSetting(ledger, key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A setting that is on or off; off until it is given. */
export const readFlagSetting = async (ledger: ReadableLedger, key: SettingKey): Promise<boolean> =>
  (await readSetting(ledger, key)) === true;

export const writeTextSetting = (tx: WritableLedger, key: SettingKey, value: string): Promise<void> =>
  writeSetting(tx, key, value);

export const writeFlagSetting = (tx: WritableLedger, key: SettingKey, value: boolean): Promise<void> =>
  writeSetting(tx, key, value);

async function writeSetting(tx: WritableLedger, key: SettingKey, value: string | boolean): Promise<void> {
  const valueJson = JSON.stringify(value);
  const known = await findSetting(tx, key);
  if (known === undefined) await insertRow(tx, "setting", { id: asId(`setting-${key}`), key, valueJson });
  else await updateRow(tx, "setting", known.id, { valueJson });
}
