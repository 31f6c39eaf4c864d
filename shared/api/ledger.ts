import { z } from "zod";
import * as field from "../model/fields.ts";
import type { ChangeLogEntry } from "../model/filing.ts";
import { fileToken, nothing } from "./fields.ts";
import { route } from "./route.ts";

/** Which ledger is open and what can be chosen in it. */
export type LedgerStatus = Readonly<{
  ledger: Readonly<{
    name: string;
    path: string;
    years: readonly number[];
    projects: readonly ProjectChoice[];
  }> | null;
  /** The officer's name, as it goes into the change log. */
  officer: string;
  /** Ledgers opened before, the latest first. */
  recent: readonly RecentLedger[];
  /** Why the ledger of last time could not be opened again. */
  failure: Readonly<{ message: string; hint: string }> | null;
  today: string;
}>;

/** Whether the change log hangs together; `entries` fit, from the first on. */
export type LedgerVerdict = Readonly<{ entries: number; problem: string | null }>;

export type RecentLedger = Readonly<{ id: string; name: string; folder: string }>;

export type ProjectChoice = Readonly<{ id: string; code: string; name: string; fiscalYear: number }>;

/** A record that the palette found, by the number or the name that stands on paper. */
export type FoundRecord = Readonly<{
  kind: "contract" | "payment" | "invoice" | "vendor";
  id: string;
  /** Empty for a vendor, which has only a name. */
  number: string;
  name: string;
  isVoid: boolean;
}>;

export const ledgerRoutes = {
  "ledger.status": route<LedgerStatus>()(nothing),
  /** With `sample` the sample office is put in and its invoice export is written beside the ledger. */
  "ledger.create": route<LedgerStatus>()(
    z.strictObject({
      file: fileToken,
      sample: z.boolean(),
      officeName: z.string().trim(),
      /** Who makes it; the sample brings its own officer. */
      officer: z.string().trim(),
      year: field.fiscalYear,
    }),
  ),
  "ledger.open": route<LedgerStatus>()(z.strictObject({ file: fileToken })),
  "ledger.openRecent": route<LedgerStatus>()(z.strictObject({ id: z.string() })),
  "ledger.close": route<LedgerStatus>()(nothing),
  /** The whole ledger as one JSON document. */
  "ledger.dump": route<Readonly<{ fileName: string }>>()(z.strictObject({ file: fileToken })),
  "ledger.verify": route<LedgerVerdict>()(nothing),
  /** The first few records of each kind whose number or name has this text in it, of all years. */
  "ledger.find": route<readonly FoundRecord[]>()(z.strictObject({ text: z.string().trim().min(1).max(100) })),
  "ledger.history": route<readonly ChangeLogEntry[]>()(
    z.strictObject({
      entity: z.string().nullable(),
      entityId: z.string().nullable(),
      limit: z.int().min(1).max(5000),
    }),
  ),
} as const;
