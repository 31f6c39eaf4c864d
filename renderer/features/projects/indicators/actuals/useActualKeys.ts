import type { ClipboardEvent } from "react";
import { pasteRows } from "../../../../components/pasteRows.ts";
import type { Place } from "../../../../components/sheet/places.ts";
import { type CellKeys, useCellKeys } from "../../../../components/sheet/useCellKeys.ts";
import type { Actuals } from "./useActuals.ts";

export type ActualKeys = CellKeys & Readonly<{ onPaste: (event: ClipboardEvent) => void }>;

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

/** The keys of a worksheet on actual values, with a block to paste and the space bar for what the ledger knows. */
export function useActualKeys({ rows, columns, firstColumn, actuals, takeOffer, focus }: Props): ActualKeys {
  const keys = useCellKeys({
    size: () => ({ rows, columns, pageRows }),
    textAt: actuals.textAt,
    columnIn: (_, from) => from ?? firstColumn,
    take: (place, text) => {
      const valueText = text.trim();
      // A value that was only looked at keeps where it is from.
      if (valueText !== actuals.textAt(place)) actuals.put([{ place, valueText, source: "" }]);
    },
    command: (event, at) => {
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return false;
      takeOffer(at);
      return true;
    },
    focus,
  });
  const { active, writing } = keys;
  return {
    ...keys,
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
  };
}
