import { type RefObject, useEffect } from "react";

/**
 * Gives the keys to what `find` answers once the dialog is open. A dialog over another one cannot do that by `autoFocus`:
 * the one below still holds the keys while it opens, and takes them back.
 */
export function useFirstFocus(find: () => HTMLElement | null | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    const timer = window.setTimeout(() => find()?.focus(), 0);
    return () => window.clearTimeout(timer);
  }, []);
}

/** The same for what has this ref. */
export const useFocusOf = (ref: RefObject<HTMLElement | null>): void => useFirstFocus(() => ref.current);
