import type { Path } from "./draft.ts";

/** One text or number of a template: where it stands and what it is. */
export type Line = Readonly<{
  path: Path;
  label: string;
  note?: string;
  /** A number between these; a text when left out. */
  number?: Readonly<{ min: number; max: number }>;
  /** May be blank, and is then null: the paper goes without it. */
  optional?: true;
}>;

export type Choice = Readonly<{ value: string | boolean | null; label: string }>;

/** A list of things that stand on a paper, each at most once but those of `repeats`: columns of a table, fields of a head. */
export type Items = Readonly<{
  kind: "items";
  title: string;
  path: Path;
  /** Which property says what the thing is, and which what it is called on the paper. */
  keyName: "key" | "field" | "kind" | "name";
  text: "heading" | "label";
  /** Has a width of its own, in characters. */
  size?: "width";
  /** A heading that it shares with its neighbours. */
  over?: true;
  /** The path leads to rows of such lists. */
  rows?: true;
  /** Those that may stand more than once. */
  repeats?: readonly Choice["value"][];
  choices: readonly Choice[];
  /** What one that is added has beside its key and its text. */
  fresh: Readonly<Record<string, string | number | null>>;
}>;

/** A part of a paper as it is edited: what it is called, where it stands, and what kind of thing it is. */
export type Block =
  | Readonly<{ kind: "lines"; title: string; lines: readonly Line[] }>
  | Items
  /** Texts, one to a line. */
  | Readonly<{ kind: "strings"; title: string; path: Path; note: string }>
  /** Widths of a grid, in characters. */
  | Readonly<{ kind: "widths"; title: string; path: Path }>
  | Readonly<{ kind: "choice"; title: string; path: Path; options: readonly Choice[] }>
  /** Any of the choices. */
  | Readonly<{ kind: "checks"; title: string; path: Path; choices: readonly Choice[] }>
  | Readonly<{ kind: "levels"; title: string; path: Path }>
  | Readonly<{ kind: "headings"; title: string; path: Path }>
  /** A part that a paper may go without. */
  | Readonly<{ kind: "part"; title: string; path: Path; whole: Readonly<Record<string, string | number>> }>;
