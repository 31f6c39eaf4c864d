/** A template while it is edited: of its shape, but with texts and numbers that may not be right yet. */
export type Draft = Readonly<Record<string, unknown>>;

/** Where something stands in a template: `["budget", "columns", 2, "heading"]`. */
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function valueAt(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(key)], rest);
  return isRecord(value) ? valueAt(value[key], rest) : undefined;
}

/** With one value changed; everything else is the same object as before. */
export function withValueAt(draft: Draft, path: Path, next: unknown): Draft {
  const changed = put(draft, path, next);
  return isRecord(changed) ? changed : draft;
}

function put(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? put(item, rest, next) : item));
  }
  const record = isRecord(value) ? value : {};
  return { ...record, [key]: put(record[key], rest, next) };
}

export function textAt(draft: unknown, path: Path): string {
  const value = valueAt(draft, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export const numberAt = (draft: unknown, path: Path): number => Number(valueAt(draft, path));

/** The records of a list; none where there is no list. */
export function recordsAt(draft: unknown, path: Path): readonly Draft[] {
  const value = valueAt(draft, path);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function stringsAt(draft: unknown, path: Path): readonly string[] {
  const value = valueAt(draft, path);
  return Array.isArray(value) ? value.map(String) : [];
}

/** The lists of a list, such as the rows of a head. */
export function rowsAt(draft: unknown, path: Path): readonly (readonly Draft[])[] {
  const value = valueAt(draft, path);
  return Array.isArray(value) ? value.map((_, index) => recordsAt(value, [index])) : [];
}
