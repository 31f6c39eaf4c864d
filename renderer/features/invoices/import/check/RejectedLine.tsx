import type { RejectedRow } from "#shared/invoices/preview.ts";
import { CellInput } from "../../../../components/sheet/CellInput.tsx";
import type { Step } from "../../../../components/sheet/places.ts";
import type { CellKeys } from "../../../../components/sheet/useCellKeys.ts";
import { type Fixes, fixAt } from "./fixes.ts";

type Props = Readonly<{
  id: string;
  top: number;
  row: RejectedRow;
  columns: number;
  titles: ReadonlyMap<number, string>;
  fixes: Fixes;
  activeColumn: number | null;
  /** Only in the row that is being typed into. */
  writing: CellKeys["writing"];
  onPick: (column: number) => void;
  onWrite: (column: number) => void;
  onWritten: (text: string | null, then: Step) => boolean;
}>;

/** One refused row: why, and its cells; the one at fault and those that were mended are marked. */
export function RejectedLine(props: Props) {
  const { id, top, row, columns, titles, fixes, activeColumn, writing } = props;
  const indexes = row.cells.length === 0 ? [] : Array.from({ length: columns }, (_, index) => index);
  return (
    <tr className="jf-cells-line jf-cells-data" style={{ transform: `translateY(${top}px)` }}>
      <th scope="row" className="jf-cells-row jf-num">
        {row.row}
      </th>
      <td className="jf-cells-reason" title={row.message}>
        {/* Its number stands beside it. */}
        {row.message.replace(`第${row.row}行`, "")}
      </td>
      {row.cells.length === 0 ? <td className="jf-cells-summary jf-soft">{row.summary}</td> : null}
      {indexes.map((index) => {
        const fix = fixAt(fixes, { sheet: row.sheet, row: row.row, index });
        const text = fix?.text ?? row.cells[index] ?? "";
        const classes = [
          "jf-cells-cell jf-num",
          activeColumn === index ? "jf-active" : "",
          fix === undefined ? "" : "jf-mended",
          index === row.index ? "jf-at-fault" : "",
        ];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys, cells are its active descendants
          <td
            key={index}
            id={`${id}-${index}`}
            tabIndex={-1}
            className={classes.filter(Boolean).join(" ")}
            title={fix === undefined ? text : `${text}（文件中：${fix.was || "空"}）`}
            onClick={() => props.onPick(index)}
            onDoubleClick={() => props.onWrite(index)}
          >
            {writing?.place.column === index ? (
              <CellInput
                writing={writing}
                label={`第 ${row.row} 行${titles.get(index) ?? ""}`}
                wrong={false}
                onEnd={props.onWritten}
              />
            ) : null}
            {text}
          </td>
        );
      })}
    </tr>
  );
}
