import type { KeyboardEvent } from "react";
import { useState } from "react";

type Props = Readonly<{
  count: number;
  pageSize: number;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
  close: (() => void) | undefined;
  /** The space bar ticks a row where rows can be ticked. */
  tick: ((index: number) => void) | undefined;
  /** A detail is open: moving opens the next one. */
  follow: boolean;
}>;

/** Where a key leads from a row, or null when it leads nowhere. */
export function nextIndex(
  key: string,
  active: number | null,
  count: number,
  pageSize: number,
): number | null {
  const last = count - 1;
  const from = active ?? -1;
  if (count === 0) return null;
  if (key === "ArrowDown") return Math.min(last, from + 1);
  if (key === "ArrowUp") return Math.max(0, from - 1);
  if (key === "PageDown") return Math.min(last, Math.max(from, 0) + pageSize);
  if (key === "PageUp") return Math.max(0, from - pageSize);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

/** Arrow keys, Enter and Escape over rows, as in a spreadsheet. */
export function useRowKeys(props: Props): Readonly<{
  active: number | null;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}> {
  const [wanted, setActive] = useState<number | null>(null);
  const active = wanted === null || props.count === 0 ? null : Math.min(wanted, props.count - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && active !== null) {
      event.preventDefault();
      props.open(active);
    } else if (event.key === " " && active !== null && props.tick !== undefined) {
      event.preventDefault();
      props.tick(active);
    } else if (event.key === "Escape" && props.follow && props.close !== undefined) {
      event.preventDefault();
      props.close();
    } else {
      const next = nextIndex(event.key, active, props.count, props.pageSize);
      if (next === null) return;
      event.preventDefault();
      setActive(next);
      props.scrollTo(next);
      if (props.follow) props.open(next);
    }
  };
  return { active, setActive, onKeyDown };
}
