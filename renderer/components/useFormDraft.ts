import { useState } from "react";
import type { z } from "zod";
import { noProblems, type Problems, problemsOf } from "./fields/problems.ts";

type Form<Schema extends z.ZodType, Draft> = Readonly<{
  /** What the engine will check it by. */
  schema: Schema;
  /** What the form begins with; asked once. */
  start: () => Draft;
  /** What is sent, where that is more than the draft itself. */
  inputOf?: (draft: Draft) => unknown;
  /** What is wrong besides, by the name of its field. */
  alsoWrong?: (draft: Draft) => Problems;
}>;

export type FormDraft<Schema extends z.ZodType, Draft> = Readonly<{
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** It differs from what the form began with, or was last begun anew. */
  changed: boolean;
  /** Empty until saving was tried: nobody is blamed for a form that is still being filled in. */
  problems: Problems;
  /** Hands what was typed to `save` once nothing is wrong with it. */
  submit: (save: (input: z.output<Schema>) => void) => () => void;
  /** Goes on from what has been saved. */
  restart: (draft: Draft) => void;
}>;

/** A form while it is being filled in. */
export function useFormDraft<Schema extends z.ZodType, Draft extends object>(
  form: Form<Schema, Draft>,
): FormDraft<Schema, Draft> {
  const [first, setFirst] = useState(form.start);
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const input = form.inputOf === undefined ? draft : form.inputOf(draft);
  const wrong = () => new Map([...problemsOf(form.schema, input), ...(form.alsoWrong?.(draft) ?? [])]);
  return {
    draft,
    change: (changes) => setDraft((now) => ({ ...now, ...changes })),
    changed: draft !== first,
    problems: tried ? wrong() : noProblems,
    submit: (save) => () => {
      setTried(true);
      const parsed = form.schema.safeParse(input);
      if (parsed.success && wrong().size === 0) save(parsed.data);
    },
    restart: (next) => {
      setFirst(next);
      setDraft(next);
      setTried(false);
    },
  };
}
