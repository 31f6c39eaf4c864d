import { canonicalJson } from "../kernel/canonicalJson.ts";
import { type Cents, subtractCents } from "../kernel/cents.ts";
import { plainName } from "../text/plainName.ts";
import { type EntryCell, type FormEntry, formEntries } from "./formEntries.ts";
import type { Printable } from "./prose.ts";
import { type TextPart, textDifference } from "./textDifference.ts";

export type CellChange = Readonly<{
  /** The heading of its column; empty where the entry has one value only. */
  label: string;
  /** As printed; empty when it was not there. */
  before: string;
  after: string;
  /** Both amounts: how much more it is now. */
  deltaCents: Cents | null;
  parts: readonly TextPart[];
}>;

export type EntryChange = Readonly<{
  kind: "added" | "removed" | "changed";
  section: string;
  name: string;
  /** What it was called before, where it is taken for the same thing under another name. */
  nameBefore: string | null;
  /** Of what was added or removed every value it has, else those that changed. */
  cells: readonly CellChange[];
}>;

/** How a paper became another one, in the order of the later; what is gone comes last. */
export type FormDifference = Readonly<{
  entries: readonly EntryChange[];
  /** Fields, lines and sections that say the same. */
  unchanged: number;
  /** Not a word differs, only how it is laid out. */
  layoutOnly: boolean;
}>;

type Pair = Readonly<{ before: FormEntry | undefined; after: FormEntry | undefined }>;

/** Compares two papers by what they say: lines are matched by their names, wherever they stand. */
export function formDifference(before: Printable, after: Printable): FormDifference {
  const pairs = matchEntries(formEntries(before), formEntries(after));
  const entries = pairs.flatMap(changeOf);
  return {
    entries,
    unchanged: pairs.length - entries.length,
    layoutOnly: entries.length === 0 && canonicalJson(before) !== canonicalJson(after),
  };
}

/**
 * By section and name, then by name alone, then the one with the name most like it in the same section. Several of one name
 * stay in their order.
 */
function matchEntries(before: readonly FormEntry[], after: readonly FormEntry[]): readonly Pair[] {
  const rest = [...before];
  const partners = new Map<FormEntry, FormEntry>();
  const ways: readonly ((left: FormEntry, right: FormEntry) => boolean)[] = [
    (left, right) => isSameName(left, right) && left.section === right.section,
    isSameName,
  ];
  for (const fits of ways) {
    for (const entry of after) {
      if (partners.has(entry)) continue;
      const at = rest.findIndex((candidate) => fits(candidate, entry));
      const [found] = at < 0 ? [] : rest.splice(at, 1);
      if (found !== undefined) partners.set(entry, found);
    }
  }
  for (const entry of after) {
    if (partners.has(entry)) continue;
    const [best] = rest
      .filter(({ section }) => section === entry.section)
      .map((candidate) => ({ candidate, share: sharedPairs(candidate.name, entry.name) }))
      .filter(({ share }) => share >= enoughShared)
      .sort((left, right) => right.share - left.share);
    if (best === undefined) continue;
    rest.splice(rest.indexOf(best.candidate), 1);
    partners.set(entry, best.candidate);
  }
  return [
    ...after.map((entry) => ({ before: partners.get(entry), after: entry })),
    ...rest.map((entry) => ({ before: entry, after: undefined })),
  ];
}

/** Half of what two names are written of: 服装验收通过率 and 工作服验收通过率 are one thing, two rates of one hotline are not. */
const enoughShared = 0.55;

/** Pairs of neighbouring characters that both have, out of all, from 0 to 1. */
function sharedPairs(left: string, right: string): number {
  const [a, b] = [left, right].map((name) => {
    const letters = [...plainName(name)];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  });
  if (a === undefined || b === undefined || a.length + b.length === 0) return 0;
  return (2 * a.filter((pair) => b.includes(pair)).length) / (a.length + b.length);
}

const isSameName = (left: FormEntry, right: FormEntry): boolean =>
  left.name === right.name || plainName(left.name) === plainName(right.name);

function changeOf({ before, after }: Pair): readonly EntryChange[] {
  const entry = after ?? before;
  if (entry === undefined) return [];
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const cells = cellChanges(before?.cells ?? [], after?.cells ?? []);
  const isRenamed = before !== undefined && after !== undefined && before.name !== after.name;
  const isMoved = before !== undefined && after !== undefined && before.section !== after.section;
  if (kind === "changed" && cells.length === 0 && !isRenamed && !isMoved) return [];
  const moved = isMoved ? [plainChange("所在", before.section, after.section)] : [];
  const nameBefore = isRenamed ? before.name : null;
  return [{ kind, section: entry.section, name: entry.name, nameBefore, cells: [...moved, ...cells] }];
}

/** Cells of one heading are matched in their order. */
function cellChanges(before: readonly EntryCell[], after: readonly EntryCell[]): readonly CellChange[] {
  const rest = [...before];
  const changes = after.flatMap((cell): readonly CellChange[] => {
    const at = rest.findIndex(({ label }) => label === cell.label);
    const [old] = at < 0 ? [] : rest.splice(at, 1);
    return old?.text === cell.text ? [] : [cellChange(cell.label, old, cell)];
  });
  return [...changes, ...rest.map((old) => cellChange(old.label, old, undefined))].filter(
    (change) => change.before !== "" || change.after !== "",
  );
}

function cellChange(label: string, old: EntryCell | undefined, now: EntryCell | undefined): CellChange {
  const [oldCents, nowCents] = [old?.cents ?? null, now?.cents ?? null];
  const isFigure = oldCents !== null || nowCents !== null;
  return {
    label,
    before: old?.text ?? "",
    after: now?.text ?? "",
    deltaCents: oldCents === null || nowCents === null ? null : subtractCents(nowCents, oldCents),
    parts: isFigure ? wholeParts(old?.text, now?.text) : partsBetween(old?.text ?? "", now?.text ?? ""),
  };
}

const plainChange = (label: string, before: string, after: string): CellChange => ({
  label,
  before,
  after,
  deltaCents: null,
  parts: wholeParts(before, after),
});

const wholeParts = (before = "", after = ""): readonly TextPart[] =>
  [
    { kind: "removed" as const, text: before },
    { kind: "added" as const, text: after },
  ].filter(({ text }) => text !== "");

/** Short values are read whole; figures of any length are not taken apart. */
const partsBetween = (before: string, after: string): readonly TextPart[] =>
  Math.max(before.length, after.length) <= 6 || /^[-\d.,%]+$/.test(`${before}${after}`)
    ? wholeParts(before, after)
    : textDifference(before, after);
