import type { FieldChange } from "../api/history.ts";
import { columnLabelOf } from "../model/labels.ts";
import { fieldText, type NameOf } from "./fieldText.ts";

export type StoredRow = Readonly<Record<string, unknown>>;

/** The row that an entry of the log keeps; empty for none. */
export function storedRow(json: string | null): StoredRow {
  if (json === null) return {};
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Identities and what is kept for the program alone. */
const hidden: ReadonlySet<string> = new Set([
  "id",
  "contentHash",
  "count",
  "groupId",
  "contentId",
  "base64",
  "hash",
]);

/** Fields that differ, in the order of the row, as texts; those that read the same both ways are left out. */
export const changedFields = (
  table: string,
  before: StoredRow,
  after: StoredRow,
  nameOf: NameOf,
): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((column) => !hidden.has(column) && before[column] !== after[column])
    .map((column) => ({
      label: columnLabelOf(column),
      before: fieldText(table, column, before[column], nameOf),
      after: fieldText(table, column, after[column], nameOf),
    }))
    .filter((change) => change.before !== change.after);
