import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { RentalCell, RentalMatrixRow } from "#shared/api/rentals.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { FigureStack, FigureWords } from "./FigureStack.tsx";
import { cellTone, changesHere, type Figures, isAhead } from "./matrix.ts";
import { statusText } from "./matrixList.ts";

type Props = Readonly<{
  id: string;
  top: number;
  row: RentalMatrixRow;
  cells: readonly (RentalCell | null)[];
  sum: Figures;
  active: number | null;
  openMonth: string | null;
  onPick: (column: number) => void;
  onEdit: () => void;
}>;

/** One rental over the year. */
export function MatrixRow({ id, top, row, cells, sum, active, openMonth, onPick, onEdit }: Props) {
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
        <Button
          size="small"
          type="text"
          className="jf-matrix-edit"
          icon={<EditOutlined />}
          onClick={onEdit}
          aria-label={`修改${rental.name}的数量和单价`}
        >
          数量、单价
        </Button>
      </th>
      <FigureWords lead={rental.unitName === "" ? "数量×单价" : `${rental.unitName}×元`} />
      {cells.map((cell, column) => (
        <Cell
          key={cell?.month ?? `no ${column}`}
          id={`${id}-${column}`}
          cell={cell}
          active={active === column}
          open={cell !== null && cell.month === openMonth}
          changes={changesHere(cells, column)}
          onPick={() => onPick(column)}
        />
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
  open: boolean;
  changes: boolean;
  onPick: () => void;
}>;

function Cell({ id, cell, active, open, changes, onPick }: CellProps) {
  const isLet = cell !== null && cell.instalmentId !== null;
  const tone = cell === null ? null : cellTone(cell);
  const lead =
    cell === null || cell.quantity === null || cell.unitPrice === null
      ? ""
      : `${cell.quantity}×${cell.unitPrice}`;
  const classes = ["jf-matrix-cell", active ? "jf-active" : "", open ? "jf-open" : ""];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys, cells are its active descendants
    <td
      id={id}
      tabIndex={-1}
      aria-current={open}
      data-tone={tone ?? undefined}
      className={classes.filter(Boolean).join(" ")}
      title={isLet ? `${statusText(cell.status)}，应付 ${formatYuan(cell.dueCents)}` : "本月没有租用"}
      onClick={onPick}
    >
      {isLet ? (
        <FigureStack figures={cell} lead={lead} leadStrong={changes} quiet={isAhead(cell)} />
      ) : (
        <span className="jf-faint">—</span>
      )}
    </td>
  );
}
