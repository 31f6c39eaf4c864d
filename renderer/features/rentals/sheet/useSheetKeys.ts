import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { pasteRows } from "../../../components/pasteRows.ts";
import { type Place, placeAfter, type Step, type Typing } from "../../../components/sheet/places.ts";
import { cellText } from "./cellText.ts";
import { storedTerms } from "./edits.ts";
import { type Range, rangeOf } from "./range.ts";
import { cellOf, clearRange, copyText, fillRight, pasteInto, typeInto } from "./typing.ts";
import type { Sheet } from "./useSheet.ts";

/** A cell that is being typed into, and with what it began. */
export type Writing = Typing & Readonly<{ place: Place }>;

type Props = Readonly<{
  /** What is shown of the sheet. */
  matrix: RentalMatrix;
  sheet: Sheet;
  first: Place | null;
  pageRows: () => number;
  /** A month is open beside the matrix: moving opens the next one. */
  follow: boolean;
  show: (place: Place) => void;
  open: (place: Place) => void;
  close: () => void;
  save: () => void;
  focus: () => void;
}>;

export type SheetKeys = Readonly<{
  active: Place | null;
  range: Range | null;
  writing: Writing | null;
  pick: (place: Place, extend: boolean) => void;
  write: (place: Place) => void;
  /** Takes what was typed; `null` leaves the cell as it was. False when it could not be taken and typing goes on. */
  written: (text: string | null, then: Step) => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}>;

/** The keys of a worksheet on the matrix: move, select, type, fill, copy and paste. */
export function useSheetKeys(props: Props): SheetKeys {
  const { matrix, sheet } = props;
  const [active, setActive] = useState<Place | null>(props.first);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const range = active === null ? null : rangeOf(anchor ?? active, active);
  const size = () => ({
    rows: matrix.rows.length,
    columns: matrix.months.length,
    pageRows: props.pageRows(),
  });

  const moveTo = (place: Place, extend = false) => {
    setAnchor(extend ? (anchor ?? active ?? place) : null);
    setActive(place);
    props.show(place);
    if (props.follow && !extend) props.open(place);
  };
  const begin = (place: Place, by: Writing["by"], text: string) => {
    const cell = cellOf(matrix, place);
    // A month that cannot be typed over says why at once.
    if (cell === null || cell.lock !== null) {
      sheet.take(clearRange(matrix, rangeOf(place, place)));
      return;
    }
    setAnchor(null);
    setWriting({ place, text, by });
  };
  const written = (text: string | null, then: Step): boolean => {
    if (writing === null) return true;
    const taken = text === null || sheet.take(typeInto(matrix, writing.place, text, sheet.plain));
    if (!taken && then !== "left") return false;
    setWriting(null);
    if (then === "left") return true;
    props.focus();
    moveTo(placeAfter(then, writing.place, size()) ?? writing.place);
    return true;
  };

  const command = (event: KeyboardEvent, at: Place, of: Range): boolean => {
    const held = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (held && key === "r") sheet.take(fillRight(matrix, of));
    // Without anything typed it is the undo of the whole ledger.
    else if (held && key === "z" && sheet.edits.size > 0) sheet.undo();
    else if (held && key === "s") props.save();
    else if (held || event.altKey) return false;
    else if (event.key === "Enter") props.open(at);
    else if (event.key === "F2") begin(at, "F2", cellText(termsAt(at)));
    else if (event.key === "Delete" || event.key === "Backspace") sheet.take(clearRange(matrix, of));
    else if (event.key === "Escape" && anchor !== null) setAnchor(null);
    else if (event.key === "Escape" && props.follow) props.close();
    // An input method has not said yet what it writes: it goes on in the field.
    else if (event.key === "Process") begin(at, "typing", "");
    else if (event.key.length === 1 && event.key !== " ") begin(at, "typing", event.key);
    else return false;
    return true;
  };
  const termsAt = (place: Place) => {
    const cell = cellOf(matrix, place);
    return cell === null ? null : storedTerms(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || matrix.rows.length === 0) return;
    const at = active ?? { row: 0, column: 0 };
    if (event.key === "Tab") {
      // As in a worksheet, but nobody is kept in it: at the end of the row the next field of the page comes.
      const column = at.column + (event.shiftKey ? -1 : 1);
      if (active === null || column < 0 || column >= matrix.months.length) return;
      event.preventDefault();
      moveTo({ row: at.row, column });
      return;
    }
    const next = placeAfter(event.key, at, size(), event.ctrlKey || event.metaKey);
    if (next !== null) {
      event.preventDefault();
      moveTo(active === null ? at : next, event.shiftKey);
    } else if (command(event, at, range ?? rangeOf(at, at)) && event.key !== "Process") {
      event.preventDefault();
      if (active === null) setActive(at);
    }
  };
  return {
    active,
    range,
    writing,
    pick: (place, extend) => {
      setAnchor(extend ? (anchor ?? active ?? place) : null);
      setActive(place);
    },
    write: (place) => begin(place, "F2", cellText(termsAt(place))),
    written,
    onKeyDown,
    onCopy: (event) => {
      if (range === null || writing !== null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copyText(matrix, range));
    },
    onPaste: (event) => {
      if (range === null || writing !== null) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain");
      const block = pasteRows(text) ?? [[text]];
      sheet.take(pasteInto(matrix, range, block, sheet.plain));
    },
  };
}
