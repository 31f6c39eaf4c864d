import { createHash } from "node:crypto";
import { z } from "zod";
import { normaliseHeader } from "#shared/excel/headerText.ts";
import { invoiceFields } from "#shared/invoices/headerSynonyms.ts";
import type { RememberedSource } from "#shared/invoices/inspection.ts";
import type { SheetHead } from "#shared/invoices/recognise/sheetHead.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import { findSetting, listSettings } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

const prefix = "invoiceSource.";

/** `valueJson` of such a setting; `null` once it was forgotten, since settings are never deleted. */
const remembered = z.strictObject({
  name: z.string(),
  savedAt: z.string(),
  titles: z.array(z.string()).readonly(),
  headerRow: z.int().min(0),
  headerRows: z.union([z.literal(1), z.literal(2)]),
  columns: z
    .array(z.strictObject({ column: z.string(), title: z.string(), field: z.enum(invoiceFields).nullable() }))
    .readonly(),
});

/** Fewer titles than this say nothing of where a list is from. */
const leastTitles = 3;

/** By what a list is known again: its titles, in whatever order. `undefined` when it has too few. */
export function fingerprintOf(titles: readonly string[]): string | undefined {
  const plain = titles.map(normaliseHeader).filter((title) => title !== "");
  if (plain.length < leastTitles) return undefined;
  return createHash("sha256").update(plain.toSorted().join("\n")).digest("hex").slice(0, 32);
}

/** Lists whose columns were said before, by name. */
export async function listSources(ledger: ReadableLedger): Promise<readonly RememberedSource[]> {
  const found = (await listSettings(ledger)).flatMap(({ key, valueJson }) => {
    if (!key.startsWith(prefix)) return [];
    const value = remembered.nullable().safeParse(JSON.parse(valueJson));
    return value.success && value.data !== null
      ? [{ fingerprint: key.slice(prefix.length), ...value.data }]
      : [];
  });
  return found.toSorted((one, other) => compareText(one.name, other.name));
}

/** Keeps what the columns of a list are, for the next one with the same titles. */
export async function rememberSource(
  tx: WritableLedger,
  source: Omit<RememberedSource, "fingerprint">,
): Promise<void> {
  const fingerprint = fingerprintOf(source.titles);
  if (fingerprint === undefined) return;
  await writeSource(tx, fingerprint, remembered.parse(source));
}

/** What is kept of a header: its columns by their titles, as they were taken. */
export const sourceOfHead = (
  { titles, header, headerRows, columns }: SheetHead,
  name: string,
  savedAt: string,
): Omit<RememberedSource, "fingerprint"> => ({
  name,
  savedAt,
  titles,
  headerRow: header.rowNo,
  headerRows,
  columns: columns.map(({ letter, title, field }) => ({ column: letter, title, field })),
});

/** Fails with `not-found` when there is none. */
export async function forgetSource(tx: WritableLedger, fingerprint: string): Promise<void> {
  const known = await findSetting(tx, prefix + fingerprint);
  if (known === undefined || known.valueJson === "null") {
    throw new UserError({
      code: "not-found",
      message: "没有记住这种清单。",
      hint: "它可能已经被忘掉，请刷新后再看。",
    });
  }
  await updateRow(tx, "setting", known.id, { valueJson: "null" });
}

async function writeSource(tx: WritableLedger, fingerprint: string, value: unknown): Promise<void> {
  const key = prefix + fingerprint;
  const valueJson = JSON.stringify(value);
  const known = await findSetting(tx, key);
  if (known === undefined) await insertRow(tx, "setting", { id: asId(`setting-${key}`), key, valueJson });
  else await updateRow(tx, "setting", known.id, { valueJson });
}
