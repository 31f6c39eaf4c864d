import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ListRow } from "./groupFindings.ts";

type Props = Readonly<{
  rows: readonly ListRow[];
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
}>;

type Keys = Readonly<{
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
}>;

/** The finding that a key leads to from a row, -1 being the list itself; null when it leads nowhere. */
export function nextFinding(key: string, from: number, rows: readonly ListRow[]): number | null {
  const isFinding = (row: ListRow | undefined) => row?.kind === "finding";
  const ahead = (start: number) => rows.findIndex((row, index) => index >= start && isFinding(row));
  const back = (end: number) => rows.findLastIndex((row, index) => index <= end && isFinding(row));
  const found = ((): number => {
    switch (key) {
      case "ArrowDown":
        return ahead(from + 1);
      case "ArrowUp":
        return back(from - 1);
      case "Home":
        return ahead(0);
      case "End":
        return back(rows.length - 1);
      default:
        return -1;
    }
  })();
  return found === -1 ? null : found;
}

/**
 * Up, down, Home and End lead from finding to finding, Enter to what can be done about one. When the one that had the
 * keys is settled and gone, the next has them.
 */
export function useFindingKeys({ rows, scroller, scrollTo }: Props): Keys {
  const [wanted, setWanted] = useState<Readonly<{ index: number }> | null>(null);
  const at = useRef(-1);
  useEffect(() => {
    if (wanted === null) return;
    scrollTo(wanted.index);
    // It is drawn once it is in sight.
    const frame = requestAnimationFrame(() => findingAt(scroller.current, wanted.index)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [wanted, scroller, scrollTo]);
  useLayoutEffect(() => {
    if (at.current === -1 || document.activeElement !== document.body) return;
    const last = Math.min(at.current, rows.length - 1);
    const index = nextFinding("ArrowDown", last - 1, rows) ?? nextFinding("ArrowUp", last + 1, rows);
    if (index !== null) setWanted({ index });
  }, [rows]);
  return {
    onFocus: ({ target }) => {
      at.current = indexOf(target);
    },
    onKeyDown: (event) => {
      const { target, currentTarget, key } = event;
      if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
      if (event.defaultPrevented || target.closest("input, textarea") !== null) return;
      if (key === "Enter" && target.matches(".jf-finding")) {
        event.preventDefault();
        doorOf(target)?.focus();
        return;
      }
      const index = nextFinding(key, at.current, rows);
      if (index === null) return;
      event.preventDefault();
      // The next key may come before the focus does.
      at.current = index;
      setWanted({ index });
    },
  };
}

const indexOf = (element: Element): number =>
  Number(element.closest<HTMLElement>("[data-index]")?.dataset.index ?? -1);

/** What can be done about a finding; where nothing can, the paper it is about. */
const doorOf = (finding: HTMLElement): HTMLElement | null =>
  finding.querySelector<HTMLElement>(".jf-finding-actions button") ?? finding.querySelector("a");

const findingAt = (list: HTMLElement | null, index: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-index="${index}"] .jf-finding`) ?? null;
