import type { InvoiceField } from "../headerSynonyms.ts";
import type { MappedBy } from "../inspection.ts";
import type { ColumnProfile } from "./columnProfile.ts";

/** A column as its header gives it. */
export type TitledColumn = Readonly<{
  index: number;
  letter: string;
  /** Empty where a column has values and no title. */
  title: string;
  /** The same, and "（第2列）" after it when it stands there before. */
  shown: string;
}>;

/** What is decided of a column so far. */
export type Decision = Readonly<{
  field: InvoiceField | null;
  by: MappedBy;
  why: string;
  doubt: string | null;
}>;

/** The state of a header while it is worked out: each field stands in one column, each column is one field. */
export type Mapping = Readonly<{
  columns: readonly TitledColumn[];
  profiles: ReadonlyMap<number, ColumnProfile>;
  decisions: Map<number, Decision>;
  taken: Map<InvoiceField, number>;
  /** Titles that stand more than once, or a second column for the same field. */
  doubled: Set<string>;
}>;

export const startMapping = (
  columns: readonly TitledColumn[],
  profiles: ReadonlyMap<number, ColumnProfile>,
): Mapping => ({ columns, profiles, decisions: new Map(), taken: new Map(), doubled: new Set() });

export const isFree = ({ taken }: Mapping, field: InvoiceField): boolean => !taken.has(field);
export const isOpen = ({ decisions }: Mapping, index: number): boolean => !decisions.has(index);

export function take(
  mapping: Mapping,
  index: number,
  field: InvoiceField,
  how: Readonly<{ by: MappedBy; why: string; doubt?: string | undefined }>,
): void {
  mapping.taken.set(field, index);
  mapping.decisions.set(index, { field, by: how.by, why: how.why, doubt: how.doubt ?? null });
}

/** Leaves a column to the officer. */
export const leave = (mapping: Mapping, index: number, doubt: string): void =>
  void mapping.decisions.set(index, { field: null, by: "none", why: "没有认定是什么。", doubt });

/** "D 列" */
export const letterOf = (mapping: Mapping, index: number): string =>
  `${mapping.columns.find((column) => column.index === index)?.letter ?? "?"}列`;
