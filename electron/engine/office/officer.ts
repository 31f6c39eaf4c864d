import { asId } from "#shared/kernel/id.ts";
import { findSetting } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

const key = "officer.name";

/** The name of the officer of this ledger; `undefined` until it was given. */
export async function readOfficer(ledger: ReadableLedger): Promise<string | undefined> {
  const row = await findSetting(ledger, key);
  const value: unknown = row === undefined ? undefined : JSON.parse(row.valueJson);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export async function writeOfficer(tx: WritableLedger, name: string): Promise<void> {
  const id = asId(`setting-${key}`);
  const valueJson = JSON.stringify(name);
  const known = await findSetting(tx, key);
  if (known === undefined) await insertRow(tx, "setting", { id, key, valueJson });
  else await updateRow(tx, "setting", known.id, { valueJson });
}
