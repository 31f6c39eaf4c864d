import { type RefObject, useEffect, useRef } from "react";
import { useGoneOn } from "./useGoneOn.ts";

type Props<Row> = Readonly<{
  /** Lists that nobody adds to do not look. */
  on: boolean;
  /** All rows there are, and those shown in their order. */
  all: readonly Row[];
  shown: readonly Row[];
  rowKey: (row: Row) => string;
  /** Around the list. */
  place: RefObject<HTMLElement | null>;
  goTo: (index: number) => void;
  /** Takes the filters away: what one just made is not to be hidden by what one looked for before. */
  showAll: () => void;
}>;

/** The one row that came to those that were there; null where none or several came, or some went. */
export function newcomer(before: ReadonlySet<string>, now: readonly string[]): string | null {
  const added = now.filter((key) => !before.has(key));
  return added.length === 1 && now.length === before.size + 1 ? (added[0] ?? null) : null;
}

/** A dialog that closes gives the focus back to its button; the row that it made comes after. */
const settleMillis = 120;

/** Where somebody is still writing, the keys stay. */
const busy = ".jf-main input, .jf-main textarea";

/** What covers the list. */
const isCovered = (place: HTMLElement | null): boolean =>
  [...document.querySelectorAll("[role='dialog']")].some(
    (each) => each.getClientRects().length > 0 && !each.contains(place),
  );

/**
 * What was just made has the keys, so that one sees it and goes on from there: Enter opens it. Whoever has gone on
 * already keeps them.
 */
export function useNewRow<Row>({ on, all, shown, rowKey, place, goTo, showAll }: Props<Row>): void {
  const before = useRef<ReadonlySet<string> | null>(null);
  const made = useRef<string | null>(null);
  const isGoneOn = useGoneOn(on);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows can bring a new one
  useEffect(() => {
    if (!on) return;
    const keys = all.map(rowKey);
    if (before.current !== null) made.current = newcomer(before.current, keys) ?? made.current;
    before.current = new Set(keys);
  }, [on, all]);
  useEffect(() => {
    if (made.current === null) return;
    let timer = window.setTimeout(go, settleMillis);
    return () => window.clearTimeout(timer);

    function go() {
      // A form may stay open over what it made, for its papers.
      if (isCovered(place.current)) {
        timer = window.setTimeout(go, settleMillis);
        return;
      }
      const index = shown.findIndex((row) => rowKey(row) === made.current);
      if (index < 0) {
        showAll();
        return;
      }
      made.current = null;
      if (document.activeElement?.matches(busy) === true || isGoneOn()) return;
      // A list that gets the keys goes to the row whose detail is open: first the one, then the other.
      place.current?.querySelector<HTMLElement>("[role='grid']")?.focus();
      goTo(index);
    }
  });
}
