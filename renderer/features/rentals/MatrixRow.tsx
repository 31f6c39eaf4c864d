import { memo } from "react";
import type { RentalCell, RentalMatrixRow } from "#shared/api/rentals.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { formatMonthText, type YearMonth } from "#shared/kernel/dates.ts";
import { CellInput } from "../../components/sheet/CellInput.tsx";
import type { Place, Step } from "../../components/sheet/places.ts";
import { FigureStack, FigureWords } from "./FigureStack.tsx";
import { cellsByMonth, cellTone, changesHere, type Figures, isAhead } from "./matrix.ts";
import { statusText } from "./matrixList.ts";
import { type RowAction, RowActions } from "./RowActions.tsx";
import { cellText, lockWords } from "./sheet/cellText.ts";
import { storedTerms } from "./sheet/edits.ts";
import type { Writing } from "./sheet/useSheetKeys.ts";

/** What happens in a row, by the row's place: the same object as long as the matrix is there. */
export type RowHandlers = Readonly<{
  pick: (place: Place, extend: boolean) => void;
  write: (place: Place) => void;
  written: (text: string | null, then: Step) => boolean;
  act: (rentalId: string, action: RowAction) => void;
}>;

type Props = Readonly<{
  id: string;
  index: number;
  top: number;
  row: RentalMatrixRow;
  months: readonly YearMonth[];
  sum: Figures;
  /** Months typed and not saved yet. */
  edited: ReadonlyMap<YearMonth, unknown> | undefined;
  activeColumn: number | null;
  pickedFrom: number | null;
  pickedTo: number | null;
  /** Only in the row that is being typed into. */
  writing: Writing | null;
  wrong: boolean;
  openMonth: string | null;
  on: RowHandlers;
}>;

/** One rental over the year. Drawn again only when something of it changes: a key moves through a thousand of them. */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { id, index, top, row, sum, edited, writing, pickedFrom, pickedTo, on } = props;
  const { rental } = row;
  const cells = cellsByMonth(row, props.months);
  return (
    <tr className="jf-matrix-line jf-matrix-row" style={{ transform: `translateY(${top}px)` }}>
      <th scope="row" className="jf-matrix-name">
        <span className="jf-strong jf-matrix-title" title={rental.name}>
          {rental.name}
        </span>
        <span className="jf-soft jf-matrix-title" title={row.vendorName}>
          {row.vendorName}
        </span>
        <span className="jf-faint jf-num">{row.contractNo}</span>
        <RowActions row={row} onAction={(action) => on.act(rental.id, action)} />
      </th>
      <FigureWords lead={rental.unitName === "" ? "数量×单价" : `${rental.unitName}×元`} />
      {cells.map((cell, column) => (
        <Cell
          key={cell?.month ?? `no ${column}`}
          id={`${id}-${column}`}
          cell={cell}
          active={props.activeColumn === column}
          picked={pickedFrom !== null && pickedTo !== null && column >= pickedFrom && column <= pickedTo}
          edited={cell !== null && (edited?.has(cell.month) ?? false)}
          open={cell !== null && cell.month === props.openMonth}
          changes={changesHere(cells, column)}
          onPick={(extend) => on.pick({ row: index, column }, extend)}
          onWrite={() => on.write({ row: index, column })}
        >
          {writing?.place.column === column && cell !== null ? (
            <CellInput
              writing={writing}
              label={`${rental.name}${formatMonthText(cell.month)}`}
              wrong={props.wrong}
              onEnd={on.written}
            />
          ) : null}
        </Cell>
      ))}
      <td>
        <FigureStack figures={sum} strong lead="" />
      </td>
    </tr>
  );
});

type CellProps = Readonly<{
  id: string;
  cell: RentalCell | null;
  active: boolean;
  picked: boolean;
  edited: boolean;
  open: boolean;
  changes: boolean;
  onPick: (extend: boolean) => void;
  onWrite: () => void;
  /** The field over it, while something is typed. */
  children: React.ReactNode;
}>;

function Cell({ id, cell, active, picked, edited, open, changes, onPick, onWrite, children }: CellProps) {
  const terms = cell === null ? null : storedTerms(cell);
  const isLet = terms !== null || (cell !== null && cell.instalmentId !== null);
  const tone = cell === null ? null : cellTone(cell);
  const classes = [
    "jf-matrix-cell",
    active ? "jf-active" : "",
    picked ? "jf-picked" : "",
    edited ? "jf-edited" : "",
    open ? "jf-open" : "",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys, cells are its active descendants
    <td
      id={id}
      tabIndex={-1}
      aria-current={open}
      data-tone={tone ?? undefined}
      data-lock={cell?.lock ?? undefined}
      className={classes.filter(Boolean).join(" ")}
      title={cell === null ? undefined : titleOf(cell, isLet)}
      onClick={(event) => onPick(event.shiftKey)}
      onDoubleClick={onWrite}
    >
      {children}
      {cell !== null && isLet ? (
        <FigureStack
          figures={cell}
          lead={cellText(terms)}
          leadStrong={changes || edited}
          quiet={isAhead(cell)}
        />
      ) : (
        <span className="jf-faint">{edited ? "不租" : "—"}</span>
      )}
    </td>
  );
}

const titleOf = ({ status, dueCents, lock }: RentalCell, isLet: boolean): string =>
  [
    isLet ? `${statusText(status)}，应付 ${formatYuan(dueCents)}` : "本月没有租用",
    lock === null ? "" : lockWords[lock],
  ]
    .filter((text) => text !== "")
    .join("；");
