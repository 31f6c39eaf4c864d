import type { RentalCell, RentalMatrixRow } from "#shared/api/rentals.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { formatMonthText } from "#shared/kernel/dates.ts";
import { FigureStack, FigureWords } from "./FigureStack.tsx";
import { cellTone, changesHere, type Figures, isAhead } from "./matrix.ts";
import { statusText } from "./matrixList.ts";
import { type RowAction, RowActions } from "./RowActions.tsx";
import { CellInput } from "./sheet/CellInput.tsx";
import { cellText, lockWords } from "./sheet/cellText.ts";
import { isEdited, storedTerms } from "./sheet/edits.ts";
import { inRange } from "./sheet/range.ts";
import type { Sheet } from "./sheet/useSheet.ts";
import type { SheetKeys } from "./sheet/useSheetKeys.ts";

type Props = Readonly<{
  id: string;
  index: number;
  top: number;
  row: RentalMatrixRow;
  cells: readonly (RentalCell | null)[];
  sum: Figures;
  sheet: Sheet;
  keys: SheetKeys;
  openMonth: string | null;
  onPick: (column: number, extend: boolean) => void;
  onAction: (action: RowAction) => void;
}>;

/** One rental over the year. */
export function MatrixRow(props: Props) {
  const { id, index, top, row, cells, sum, sheet, keys } = props;
  const { rental } = row;
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
        <RowActions row={row} onAction={props.onAction} />
      </th>
      <FigureWords lead={rental.unitName === "" ? "数量×单价" : `${rental.unitName}×元`} />
      {cells.map((cell, column) => (
        <Cell
          key={cell?.month ?? `no ${column}`}
          id={`${id}-${column}`}
          cell={cell}
          active={keys.active?.row === index && keys.active.column === column}
          picked={inRange(keys.range, { row: index, column })}
          edited={cell !== null && isEdited(sheet.edits, rental.id, cell.month)}
          open={cell !== null && cell.month === props.openMonth}
          changes={changesHere(cells, column)}
          onPick={(extend) => props.onPick(column, extend)}
          onWrite={() => keys.write({ row: index, column })}
        >
          {keys.writing?.place.row === index && keys.writing.place.column === column && cell !== null ? (
            <CellInput
              writing={keys.writing}
              label={`${rental.name}${formatMonthText(cell.month)}`}
              wrong={sheet.problems.length > 0}
              onEnd={keys.written}
            />
          ) : null}
        </Cell>
      ))}
      <td>
        <FigureStack figures={sum} strong lead="" />
      </td>
    </tr>
  );
}

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
