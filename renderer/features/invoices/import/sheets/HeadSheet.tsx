import { type KeyboardEvent, useId } from "react";
import { columnLetters } from "#shared/excel/plainCell.ts";
import type { SheetInspection } from "#shared/invoices/inspection.ts";
import { nextIndex } from "../../../../components/table/useRowKeys.ts";

type Props = Readonly<{ sheet: SheetInspection; onHeaderRow: (row: number) => void }>;

/** More columns than this nobody looks at to find the header. */
const mostColumns = 60;

/** How a sheet begins, as a spreadsheet shows it; the header is the row that is chosen. */
export function HeadSheet({ sheet: { name, head, headerRow, headerRows }, onHeaderRow }: Props) {
  const id = useId();
  const width = Math.min(
    mostColumns,
    head.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
  const letters = Array.from({ length: width }, (_, index) => columnLetters(index));
  const at = head.findIndex(({ row }) => row === headerRow);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextIndex(event.key, at === -1 ? null : at, head.length, head.length);
    const row = next === null ? undefined : head[next]?.row;
    if (row === undefined) return;
    event.preventDefault();
    document.getElementById(`${id}-${row}`)?.scrollIntoView({ block: "nearest" });
    if (row !== headerRow) onHeaderRow(row);
  };
  if (head.length === 0) return <p className="jf-soft jf-sheet-empty">这张工作表是空的。</p>;
  return (
    <div className="jf-head-sheet">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one of its rows is chosen by the arrow keys
        role="grid"
        aria-label={`工作表“${name}”的前 ${head.length} 行，选出表头`}
        aria-activedescendant={at === -1 ? undefined : `${id}-${headerRow}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th aria-label="行" />
            {letters.map((letter) => (
              <th key={letter}>{letter}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {head.map(({ row, cells }) => {
            const isHeader = row === headerRow || (headerRows === 2 && row + 1 === headerRow);
            return (
              <tr
                key={row}
                id={`${id}-${row}`}
                aria-selected={row === headerRow}
                data-header={isHeader}
                onClick={() => onHeaderRow(row)}
              >
                <th scope="row" className="jf-num">
                  {row === headerRow ? <span className="jf-head-mark">表头</span> : null}
                  {row}
                </th>
                {letters.map((letter, index) => (
                  <td key={letter} title={cells[index]}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
