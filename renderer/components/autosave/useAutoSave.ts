import { useCallback, useEffect, useReducer, useRef } from "react";
import { errorText } from "../../app/errorText.ts";
import { useNotify } from "../../app/notify.ts";
import {
  afterSent,
  canUndo,
  type DraftEvent,
  emptyDraft,
  type FieldState,
  fieldState,
  isDirty,
  nextDraft,
} from "./draft.ts";

/** After so long without a key, what was typed is saved even though the field was not left. */
const pauseMilliseconds = 1200;

export type AutoSave<Fields> = Readonly<{
  /** The record as it is on the screen: stored, with what was typed. */
  values: Fields;
  /** Typing: saved after a pause or when the field is left. */
  type: (changes: Partial<Fields>) => void;
  /** A choice: saved at once. */
  choose: (changes: Partial<Fields>) => void;
  /** Saves what was typed, now. */
  commit: () => void;
  /** Takes the last edit of a field back, and saves that. */
  undo: (key: keyof Fields) => void;
  canUndo: (key: keyof Fields) => boolean;
  stateOf: (key: keyof Fields) => FieldState;
  saving: boolean;
  dirty: boolean;
  failure: unknown;
}>;

/**
 * A record that saves as one goes. `save` gets the whole record and settles when the store has it and `stored` is the
 * new one; only one save is under way at a time. Nothing is saved while the record is not `ready`. A page that is left
 * takes what was typed along; what is refused then is told as a notice.
 */
export function useAutoSave<Fields extends object>(
  stored: Fields,
  save: (fields: Fields) => Promise<unknown>,
  ready: (fields: Fields) => boolean = () => true,
): AutoSave<Fields> {
  const { failed } = useNotify();
  const [draft, dispatch] = useReducer(nextDraft<Fields>, undefined, emptyDraft<Fields>);
  const latest = useRef({ stored, draft, save, ready, failed });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);
  const wanted = useRef(false);
  const left = useRef(false);

  /** Nothing is drawn any more that would send what was typed meanwhile, or show why it was refused. */
  const goOn = useCallback((sent: Fields, refused: unknown) => {
    const { draft: typed, save: send, ready: isReady, failed: tell } = latest.current;
    const fields = afterSent(sent, typed.pending);
    if (fields !== null && isReady(fields)) send(fields).catch((error: unknown) => tell(errorText(error)));
    else if (refused !== null) tell(errorText(refused));
  }, []);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { stored: now, draft: typed, save: send, ready: isReady } = latest.current;
    if (busy.current) {
      wanted.current = true;
      return;
    }
    const fields = { ...now, ...typed.pending };
    if (!isDirty(typed) || !isReady(fields)) return;
    busy.current = true;
    dispatch({ kind: "send", stored: now });
    const settle = (event: DraftEvent<Fields>) => {
      busy.current = false;
      if (left.current) goOn(fields, event.kind === "failed" ? event.error : null);
      else dispatch(event);
    };
    send(fields).then(
      // The new record reaches the screen with the next task; before that the old one would shine through.
      () => setTimeout(() => settle({ kind: "sent" }), 0),
      (error: unknown) => settle({ kind: "failed", error }),
    );
  }, [goOn]);

  const later = useCallback(
    (milliseconds: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, milliseconds);
    },
    [flush],
  );

  useEffect(() => {
    latest.current = { stored, draft, save, ready, failed };
    if (draft.sending === null && wanted.current) {
      wanted.current = false;
      flush();
    }
    // Whoever edits from a timer of its own, such as a dialog that closes, may come round before it is drawn.
    const isStuck = isDirty(draft) && draft.failure === null && !busy.current && timer.current === undefined;
    if (isStuck && ready({ ...stored, ...draft.pending })) later(0);
  });

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      flush();
    };
  }, [flush]);

  return {
    values: { ...stored, ...draft.pending },
    type: (changes) => {
      dispatch({ kind: "edit", changes });
      later(pauseMilliseconds);
    },
    choose: (changes) => {
      dispatch({ kind: "edit", changes });
      later(0);
    },
    commit: () => later(0),
    undo: (key) => {
      dispatch({ kind: "undo", key });
      later(0);
    },
    canUndo: (key) => canUndo(draft, key),
    stateOf: (key) => fieldState(draft, key),
    saving: draft.sending !== null,
    dirty: isDirty(draft),
    failure: draft.failure,
  };
}
