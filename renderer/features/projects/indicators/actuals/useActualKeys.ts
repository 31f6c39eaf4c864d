import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { pasteRows } from "../../../../components/pasteRows.ts";
import { type Place, placeAfter, type Step, type Typing } from "../../../../components/sheet/places.ts";
import type { Actuals } from "./useActuals.ts";

export type ActualKeys = Readonly<{
  active: Place | null;
  writing: (Typing & Readonly<{ place: Place }>) | null;
  pick: (place: Place) => void;
  write: (place: Place) => void;
  written: (text: string | null, then: Step) => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onFocus: () => void;
}>;

type Props = Readonly<{
  rows: number;
  columns: number;
  /** Where the keys go first: the quarter that was over last. */
  firstColumn: number;
  actuals: Actuals;
  /** The space bar: takes what the ledger knows; once more, the next that it knows. */
  takeOffer: (place: Place) => void;
  focus: () => void;
}>;

const pageRows = 12;

/** The keys of a worksheet on actual values: move, type over, F2, paste a block, space for what the ledger knows. */
export function useActualKeys({ rows, columns, firstColumn, actuals, takeOffer, focus }: Props): ActualKeys {
  const [active, setActive] = useState<Place | null>(null);
  const [writing, setWriting] = useState<ActualKeys["writing"]>(null);
  const size = { rows, columns, pageRows };
  const begin = (place: Place, by: Typing["by"], text: string) => {
    setActive(place);
    setWriting({ place, text, by });
  };
  const put = (place: Place, valueText: string) =>
    actuals.put([{ place, valueText: valueText.trim(), source: "" }]);
  const command = (event: KeyboardEvent, at: Place): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Enter" || event.key === "F2") begin(at, "F2", actuals.textAt(at));
    else if (event.key === "Delete" || event.key === "Backspace") put(at, "");
    else if (event.key === " ") takeOffer(at);
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
    write: (place) => begin(place, "F2", actuals.textAt(place)),
    written: (text, then) => {
      if (writing === null) return true;
      const { place } = writing;
      if (text !== null && text.trim() !== actuals.textAt(place)) put(place, text);
      setWriting(null);
      if (then === "left") return true;
      focus();
      setActive(placeAfter(then, place, size) ?? place);
      return true;
    },
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || rows === 0 || event.key === "Tab") return;
      const at = active ?? { row: 0, column: firstColumn };
      const next = placeAfter(event.key, at, size, event.ctrlKey || event.metaKey);
      if (next !== null) {
        event.preventDefault();
        setActive(active === null ? at : next);
      } else if (command(event, at) && event.key !== "Process") event.preventDefault();
    },
    onPaste: (event) => {
      if (active === null || writing !== null) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain");
      const block = pasteRows(text) ?? [[text]];
      actuals.put(
        block.flatMap((cells, down) =>
          cells.flatMap((cell, right) => {
            const place = { row: active.row + down, column: active.column + right };
            const isInside = place.row < rows && place.column < columns;
            return isInside ? [{ place, valueText: cell.trim(), source: "" }] : [];
          }),
        ),
      );
    },
    onFocus: () => {
      if (active === null && rows > 0) setActive({ row: 0, column: firstColumn });
    },
  };
}
