import type { KeyboardEvent, ReactNode } from "react";
import { type FieldSource, sourceKey } from "#shared/forms/source.ts";

/** Places of a paper on the screen that lead to the field they come from. */
export type PaperPlaces = Readonly<{
  /** What to call a place that is blank. */
  nameOf: (source: FieldSource) => string;
  /** The one that is being changed. */
  open: FieldSource | null;
  onOpen: (source: FieldSource) => void;
}>;

type Props = Readonly<{
  source: FieldSource | undefined;
  places: PaperPlaces | undefined;
  text: string;
}>;

/** What stands in a place; a click, Enter or the space bar opens its field. */
export function PlaceText({ source, places, text }: Props): ReactNode {
  if (source === undefined || places === undefined) return text;
  const key = sourceKey(source);
  const isOpen = places.open !== null && sourceKey(places.open) === key;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text of a paper can be selected and copied, that of a button cannot
    <span
      role="button"
      tabIndex={-1}
      data-place={key}
      aria-pressed={isOpen}
      aria-label={text.trim() === "" ? `${places.nameOf(source)}（空）` : undefined}
      title={`修改${places.nameOf(source)}`}
      className={isOpen ? "jf-place jf-place-open" : "jf-place"}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) places.onOpen(source);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        places.onOpen(source);
      }}
    >
      {text}
    </span>
  );
}

const placesIn = (paper: Element | null): readonly HTMLElement[] => [
  ...(paper?.querySelectorAll<HTMLElement>("[data-place]") ?? []),
];

/** One place of the paper is the stop of Tab: the first, or the one that had the keys last. */
export function oneStop(paper: Element | null): void {
  const places = placesIn(paper);
  if (!places.some(({ tabIndex }) => tabIndex === 0)) {
    const [first] = places;
    if (first !== undefined) first.tabIndex = 0;
  }
}

export function takeStop(paper: Element, place: EventTarget): void {
  if (!(place instanceof HTMLElement) || place.dataset.place === undefined) return;
  for (const each of placesIn(paper)) each.tabIndex = each === place ? 0 : -1;
}

/** The keys go back to a place, for example when its field is closed, or to the paper's stop when the place is gone. */
export function focusPlace(source: FieldSource): void {
  const places = placesIn(document.body);
  const own = places.find(({ dataset }) => dataset.place === sourceKey(source));
  (own ?? places.find(({ tabIndex }) => tabIndex === 0))?.focus();
}

/** Arrows lead from place to place: left and right in the order of reading, up and down to the nearest. */
export function moveAmongPlaces(event: KeyboardEvent<HTMLElement>): void {
  const places = placesIn(event.currentTarget);
  const at = event.target instanceof HTMLElement ? places.indexOf(event.target) : -1;
  const from = places[at];
  if (from === undefined) return;
  const next = nextPlace(event.key, places, from, at);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextPlace(
  key: string,
  places: readonly HTMLElement[],
  from: HTMLElement,
  at: number,
): HTMLElement | undefined {
  switch (key) {
    case "ArrowRight":
      return places[at + 1];
    case "ArrowLeft":
      return places[at - 1];
    case "Home":
      return places[0];
    case "End":
      return places.at(-1);
    case "ArrowDown":
      return nearest(places, from, 1);
    case "ArrowUp":
      return nearest(places, from, -1);
    default:
      return undefined;
  }
}

/** The next place below or above: of those in the nearest line the one that begins nearest. */
function nearest(places: readonly HTMLElement[], from: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const beyond = places
    .map((place) => ({ place, box: place.getBoundingClientRect() }))
    .filter(({ box }) => (step === 1 ? box.top >= own.bottom - 1 : box.bottom <= own.top + 1))
    .map(({ place, box }) => ({
      place,
      rows: step === 1 ? box.top - own.bottom : own.top - box.bottom,
      columns: Math.abs(box.left - own.left),
    }))
    .toSorted((a, b) => a.rows - b.rows || a.columns - b.columns);
  const [first] = beyond;
  if (first === undefined) return undefined;
  const line = beyond.filter(({ rows }) => rows <= first.rows + own.height / 2);
  return line.toSorted((a, b) => a.columns - b.columns)[0]?.place;
}
