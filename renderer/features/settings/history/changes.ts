import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { columnLabelOf, tableLabels } from "#shared/model/labels.ts";

/** One column of a changed row, before and after, as text. */
export type Change = Readonly<{ label: string; before: string; after: string }>;

const hidden: ReadonlySet<string> = new Set(["id", "contentHash", "count"]);

function rowOf(json: string | null): Readonly<Record<string, unknown>> {
  if (json === null) return {};
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

/** What an entry of the change log changed, column by column; unchanged columns are left out. */
export function changesOf({
  beforeJson,
  afterJson,
}: Pick<ChangeLogEntry, "beforeJson" | "afterJson">): readonly Change[] {
  const before = rowOf(beforeJson);
  const after = rowOf(afterJson);
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return columns
    .filter((column) => !hidden.has(column))
    .map((column) => ({
      label: columnLabelOf(column),
      before: textOf(before[column]),
      after: textOf(after[column]),
    }))
    .filter((change) => change.before !== change.after);
}

const isTable = (entity: string): entity is keyof typeof tableLabels => Object.hasOwn(tableLabels, entity);

export const entityWord = (entity: string): string => (isTable(entity) ? tableLabels[entity] : entity);

/** What an entry is about; of rows that came in bulk, how many they were. */
export function summaryOf({ summary, afterJson }: Pick<ChangeLogEntry, "summary" | "afterJson">): string {
  const { count } = rowOf(afterJson);
  return summary === "" && typeof count === "number" ? `${count} 条` : summary;
}
