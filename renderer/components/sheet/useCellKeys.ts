import { type KeyboardEvent, useState } from "react";
import { type Place, placeAfter, type SheetSize, type Step, type Typing } from "./places.ts";

type Props = Readonly<{
  size: () => SheetSize;
  /** False for a cell that cannot be typed into; without it all can. */
  canWrite?: (place: Place) => boolean;
  textAt: (place: Place) => string;
  /** The column to begin with in a row, or to go on with from another row's. */
  columnIn: (row: number, from: number | null) => number;
  take: (place: Place, text: string) => void;
  /** Keys of this sheet's own, asked first; true where it did something. */
  command: (event: KeyboardEvent, at: Place) => boolean;
  show?: (place: Place) => void;
  focus: () => void;
}>;

export type CellKeys = Readonly<{
  active: Place | null;
  writing: (Typing & Readonly<{ place: Place }>) | null;
  pick: (place: Place) => void;
  write: (place: Place) => void;
  written: (text: string | null, then: Step) => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
}>;

/** The keys of a worksheet: move, type over, F2, Enter to the next row. */
export function useCellKeys(props: Props): CellKeys {
  const [wanted, setActive] = useState<Place | null>(null);
  const [writing, setWriting] = useState<CellKeys["writing"]>(null);
  const { rows, columns } = props.size();
  const active =
    wanted === null || rows === 0
      ? null
      : { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };
  const moveTo = (place: Place) => {
    setActive(place);
    props.show?.(place);
  };
  const canWrite = (place: Place): boolean => props.canWrite?.(place) ?? true;
  const begin = (place: Place, by: Typing["by"], text: string) => {
    if (!canWrite(place)) return;
    setActive(place);
    setWriting({ place, text, by });
  };
  const written = (text: string | null, then: Step): boolean => {
    if (writing === null) return true;
    const { place } = writing;
    if (text !== null) props.take(place, text);
    setWriting(null);
    if (then === "left") return true;
    props.focus();
    const next = placeAfter(then, place, props.size()) ?? place;
    const isNewRow = then === "ArrowDown" && next.row !== place.row;
    moveTo(isNewRow ? { row: next.row, column: props.columnIn(next.row, next.column) } : next);
    return true;
  };
  const command = (event: KeyboardEvent, at: Place): boolean => {
    if (props.command(event, at)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Enter" || event.key === "F2") begin(at, "F2", props.textAt(at));
    else if (event.key === "Delete" || event.key === "Backspace") {
      if (canWrite(at)) props.take(at, "");
    }
    // An input method has not said yet what it writes: it goes on in the field.
    else if (event.key === "Process") begin(at, "typing", "");
    else if (event.key.length === 1) begin(at, "typing", event.key);
    else return false;
    return true;
  };
  return {
    active,
    writing,
    pick: setActive,
    write: (place) => begin(place, "F2", props.textAt(place)),
    written,
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || rows === 0 || event.key === "Tab") return;
      const at = active ?? { row: 0, column: props.columnIn(0, null) };
      const next = placeAfter(event.key, at, props.size(), event.ctrlKey || event.metaKey);
      if (next !== null) {
        event.preventDefault();
        moveTo(active === null ? at : next);
      } else if (command(event, at) && event.key !== "Process") event.preventDefault();
    },
    onFocus: () => {
      if (active === null && rows > 0) moveTo({ row: 0, column: props.columnIn(0, null) });
    },
  };
}
