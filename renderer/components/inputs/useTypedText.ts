import { useState } from "react";

type Props<Value> = Readonly<{
  value: Value | null | undefined;
  onChange: ((value: Value | null) => void) | undefined;
  /** `undefined` when the text is no such value. */
  parse: (text: string) => Value | undefined;
  format: (value: Value) => string;
}>;

export type TypedText = Readonly<{
  text: string;
  wrong: boolean;
  /** Something was typed that was not taken over yet. */
  pending: boolean;
  type: (text: string) => void;
  /** Takes over what was typed; wrong text stays, marked. */
  commit: () => void;
  /** Forgets what was typed. */
  revert: () => void;
}>;

/** Text that becomes a value when the field is left: what was typed is never changed under the officer's hands. */
export function useTypedText<Value>({ value, onChange, parse, format }: Props<Value>): TypedText {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null || value === undefined ? "" : format(value);
  const wrong = typed !== null && typed.trim() !== "" && parse(typed) === undefined;

  const commit = () => {
    if (typed === null) return;
    const next = typed.trim() === "" ? null : parse(typed);
    if (next === undefined) return;
    setTyped(null);
    if (next !== (value ?? null)) onChange?.(next);
  };
  return {
    text: typed ?? shown,
    wrong,
    pending: typed !== null,
    type: setTyped,
    commit,
    revert: () => setTyped(null),
  };
}
