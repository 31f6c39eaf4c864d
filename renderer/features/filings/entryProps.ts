import type { FieldSource } from "#shared/forms/source.ts";
import type { Id } from "#shared/kernel/id.ts";

export type EntryProps = Readonly<{
  projectId: Id;
  /** The place of the paper that led here: its field has the keys. */
  wanted: FieldSource | null;
  /** It has them now; from here on the officer moves them. */
  onArrived: () => void;
}>;
