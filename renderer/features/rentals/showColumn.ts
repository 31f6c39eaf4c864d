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
