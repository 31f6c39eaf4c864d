import { useMemo, useState } from "react";
import { type Draft, isRecord, type Path, textAt, withValueAt } from "#shared/forms/templates/edit/draft.ts";
import type { TemplatePart } from "#shared/forms/templates/edit/parts.ts";
import { fitSpans } from "#shared/forms/templates/edit/spanRows.ts";
import { type Template, templateShape } from "#shared/forms/templates/template.ts";
import { type TemplateFault, templateFaults } from "#shared/forms/templates/templateFaults.ts";

export type TemplateDraft = Readonly<{
  draft: Draft;
  /** The one that the office's was copied from. */
  base: Template;
  /** As it would be kept; `undefined` while something is wrong with it. */
  template: Template | undefined;
  faults: readonly TemplateFault[];
  isChanged: boolean;
  put: (path: Path, value: unknown) => void;
  /** A change by which columns come or go: the rows of the part are made to fit the grid again. */
  shape: (part: TemplatePart, change: (draft: Draft) => Draft) => void;
  reset: () => void;
}>;

export function useTemplateDraft(stored: Template, base: Template): TemplateDraft {
  const [state, setState] = useState<Readonly<{ of: Template; draft: Draft }>>({ of: stored, draft: stored });
  // What was saved comes back as what is stored; what was typed meanwhile goes on, and so do the keys.
  if (state.of !== stored) setState({ of: stored, draft: isAsStored(state, stored) ? stored : state.draft });
  const { draft } = state;
  const setDraft = (change: (now: Draft) => Draft) =>
    setState((now) => ({ ...now, draft: change(now.draft) }));
  const faults = useMemo(() => templateFaults(draft), [draft]);
  const template = useMemo(
    () => (faults.length === 0 ? templateShape.parse(draft) : undefined),
    [draft, faults],
  );
  return {
    draft,
    base,
    template,
    faults,
    isChanged: draft !== state.of,
    put: (path, value) => setDraft((now) => withValueAt(now, path, value)),
    shape: (part, change) => setDraft((now) => fitSpans(change(now), part)),
    reset: () => setDraft(() => stored),
  };
}

/** Read as what is stored was, for a column that was added has its properties in another order. */
const isAsStored = ({ of, draft }: Readonly<{ of: Template; draft: Draft }>, stored: Template): boolean =>
  draft === of || JSON.stringify(templateShape.safeParse(draft).data) === JSON.stringify(stored);

const isAt = (path: Path, place: Path): boolean => place.every((key, index) => path[index] === key);

/** What is wrong at a place itself. */
export const faultAt = ({ faults }: TemplateDraft, place: Path): string | undefined =>
  faults.find(({ path }) => path.length === place.length && isAt(path, place))?.message;

/** What is wrong at a place or inside it. */
export const faultIn = ({ faults }: TemplateDraft, place: Path): string | undefined =>
  faults.find(({ path }) => isAt(path, place))?.message;

/** How the program's own template has it, where the draft has it otherwise. */
export function builtInNote({ draft, base }: TemplateDraft, path: Path): string | undefined {
  const [own, other] = [textAt(draft, path), textAt(base, path)];
  if (own === other) return undefined;
  return other === "" ? "内置的没有" : `内置：${other.replaceAll("\n", "⏎")}`;
}

export const recordOr = (value: unknown): Draft | undefined => (isRecord(value) ? value : undefined);
