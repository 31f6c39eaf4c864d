import { type RefObject, useEffect, useRef } from "react";

/** Brings a month between the columns that stay and the right edge. */
export function showColumn(scroller: HTMLElement | null, column: number): void {
  const [names, words, cell] = [0, 1, column + 2].map(
    (index) => scroller?.querySelector("thead tr")?.children.item(index) ?? null,
  );
  if (scroller === null || !(cell instanceof HTMLElement) || !names || !words) return;
  const stays = names.clientWidth + words.clientWidth;
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
  if (left < scroller.scrollLeft + stays) scroller.scrollLeft = left - stays;
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}

/** Keeps the active month in sight when the room changes, as it does when the papers behind it open. */
export function useColumnInSight(scroller: RefObject<HTMLElement | null>, column: number | null): void {
  const latest = useRef(column);
  latest.current = column;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (latest.current !== null) showColumn(element, latest.current);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
}
