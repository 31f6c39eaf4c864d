import { useCallback } from "react";
import { useSearchParams } from "react-router";

export type UrlState = Readonly<{
  get: (name: string) => string | null;
  /** Sets these parameters and leaves the others; null takes one away. */
  set: (changes: Readonly<Record<string, string | null>>) => void;
}>;

/** What is open on a page stands in its address, so that links, "back" and a reload lead there. */
export function useUrlState(): UrlState {
  const [params, setParams] = useSearchParams();
  const set = useCallback<UrlState["set"]>(
    (changes) =>
      setParams((now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          value === null ? next.delete(name) : next.set(name, value);
        return next;
      }),
    [setParams],
  );
  return { get: (name) => params.get(name), set };
}
