import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { adding, rightRows } from "../sampleRows.ts";

/** A small ledger in which a rule strikes, on a day. */
export type HittingLedger = Readonly<{ rows: FactRows; day?: string }>;

export type Hits = Readonly<Record<string, HittingLedger>>;

/** The office's own parameters for a rule. */
export const setting = (
  ruleId: string,
  params: Readonly<Record<string, unknown>>,
  rows: FactRows = rightRows,
): FactRows =>
  adding(rows, "ruleSetting", {
    id: asId(`setting-${ruleId}`),
    ruleId,
    severity: null,
    paramsJson: JSON.stringify(params),
  });
