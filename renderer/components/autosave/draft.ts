/**
 * What happens to a record that saves as one goes. `pending` was typed and is not saved, `sending` is on its way and
 * will replace `replaced`; `past` are the values that earlier saves replaced, so that they can be taken back.
 */
export type Draft<Fields> = Readonly<{
  pending: Partial<Fields>;
  sending: Partial<Fields> | null;
  replaced: Partial<Fields>;
  failure: unknown;
  past: readonly Partial<Fields>[];
  /** Fields that are on the way back: what they replace is not remembered. */
  undoing: readonly (keyof Fields)[];
  /** Fields whose last edit was saved, for the sign beside them. */
  saved: readonly (keyof Fields)[];
}>;

export const emptyDraft = <Fields>(): Draft<Fields> => ({
  pending: {},
  sending: null,
  replaced: {},
  failure: null,
  past: [],
  undoing: [],
  saved: [],
});

export type DraftEvent<Fields> =
  | Readonly<{ kind: "edit"; changes: Partial<Fields> }>
  | Readonly<{ kind: "send"; stored: Fields }>
  | Readonly<{ kind: "sent" }>
  | Readonly<{ kind: "failed"; error: unknown }>
  | Readonly<{ kind: "undo"; key: keyof Fields }>;

const keysOf = <Fields>(part: Partial<Fields>): readonly (keyof Fields)[] =>
  Object.keys(part) as (keyof Fields)[];

function only<Fields>(part: Partial<Fields>, kept: (key: keyof Fields) => boolean): Partial<Fields> {
  const rest = { ...part };
  for (const key of keysOf(part)) if (!kept(key)) delete rest[key];
  return rest;
}

export function nextDraft<Fields>(draft: Draft<Fields>, event: DraftEvent<Fields>): Draft<Fields> {
  switch (event.kind) {
    case "edit": {
      const edited = keysOf(event.changes);
      const others = (key: keyof Fields) => !edited.includes(key);
      return {
        ...draft,
        pending: { ...draft.pending, ...event.changes },
        undoing: draft.undoing.filter(others),
        saved: draft.saved.filter(others),
        failure: null,
      };
    }
    case "send": {
      const sending = only(draft.pending, (key) => draft.pending[key] !== event.stored[key]);
      const replaced: Partial<Fields> = {};
      for (const key of keysOf(sending)) replaced[key] = event.stored[key];
      return { ...draft, pending: sending, sending, replaced, failure: null };
    }
    case "sent": {
      const sent: Partial<Fields> = draft.sending ?? {};
      const pending = only(draft.pending, (key) => !(key in sent) || draft.pending[key] !== sent[key]);
      const replaced = only(draft.replaced, (key) => !draft.undoing.includes(key));
      const past = keysOf(replaced).length === 0 ? draft.past : [...draft.past, replaced];
      const saved = [...new Set([...draft.saved, ...keysOf(sent)])].filter((key) => !(key in pending));
      return { ...draft, pending, past, saved, sending: null, replaced: {}, undoing: [] };
    }
    case "failed":
      return { ...draft, sending: null, replaced: {}, failure: event.error };
    case "undo":
      return undo(draft, event.key);
  }
}

/** What is not saved yet is forgotten; after that the value before the last save comes back. */
function undo<Fields>(draft: Draft<Fields>, key: keyof Fields): Draft<Fields> {
  if (key in draft.pending)
    return { ...draft, pending: only(draft.pending, (other) => other !== key), failure: null };
  const at = draft.past.findLastIndex((replaced) => key in replaced);
  const replaced = draft.past[at];
  if (replaced === undefined) return draft;
  const pending = { ...draft.pending };
  pending[key] = replaced[key];
  const past = draft.past.with(
    at,
    only(replaced, (other) => other !== key),
  );
  return { ...draft, pending, past, undoing: [...draft.undoing, key], failure: null };
}

export type FieldState = "same" | "unsaved" | "saving" | "saved" | "failed";

export function fieldState<Fields>(draft: Draft<Fields>, key: keyof Fields): FieldState {
  if (draft.sending !== null && key in draft.sending && draft.pending[key] === draft.sending[key])
    return "saving";
  if (key in draft.pending) return draft.failure === null ? "unsaved" : "failed";
  return draft.saved.includes(key) ? "saved" : "same";
}

export const canUndo = <Fields>(draft: Draft<Fields>, key: keyof Fields): boolean =>
  key in draft.pending || draft.past.some((replaced) => key in replaced);

export const isDirty = <Fields>(draft: Draft<Fields>): boolean => keysOf(draft.pending).length > 0;

/** The record with what was typed while `sent` was on its way; null when that was all. */
export const afterSent = <Fields>(sent: Fields, pending: Partial<Fields>): Fields | null =>
  keysOf(pending).some((key) => pending[key] !== sent[key]) ? { ...sent, ...pending } : null;
