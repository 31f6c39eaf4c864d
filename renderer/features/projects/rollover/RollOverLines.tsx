import { Checkbox } from "antd";
import type { ClipboardEvent } from "react";
import type { RollOverLine } from "#shared/api/rollOver.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { formatYuan, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { readDecimal } from "../../../components/inputs/readDecimal.ts";
import { readMoney } from "../../../components/inputs/readMoney.ts";
import { pasteRows } from "../../../components/pasteRows.ts";

type Figures = RollOverLine["after"];
type Props = Readonly<{
  lines: readonly RollOverLine[];
  onChange: (lines: readonly RollOverLine[]) => void;
}>;

const columns = ["quantity", "unitPrice", "periods", "amountCents"] as const;
type Column = (typeof columns)[number];
const titles: Readonly<Record<Column, string>> = {
  quantity: "数量",
  unitPrice: "单价（元）",
  periods: "期数",
  amountCents: "金额（元）",
};

/** The lines of the next year: each figure can be typed anew, or a block pasted from a worksheet at the cell one is in. */
export function RollOverLines({ lines, onChange }: Props) {
  const set = (id: string, change: Partial<Figures & Pick<RollOverLine, "take">>) =>
    onChange(lines.map((line) => (line.id === id ? changed(line, change) : line)));
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const rows = pasteRows(event.clipboardData.getData("text"));
    const cell = event.target instanceof Element ? event.target.closest("td[data-column]") : null;
    if (rows === undefined || cell === null) return;
    event.preventDefault();
    const from = lines.findIndex(({ id }) => id === cell.parentElement?.getAttribute("data-line"));
    const column = columns.findIndex((key) => cell.getAttribute("data-column") === key);
    onChange(
      lines.map((line, index) => {
        const cells = index < from ? undefined : rows[index - from];
        return cells === undefined ? line : changed(line, readCells(cells, column));
      }),
    );
  };
  return (
    <table className="jf-rollover-lines" aria-label="下年预算明细" onPaste={paste}>
      <thead>
        <tr>
          <th>预算明细</th>
          {columns.map((column) => (
            <th key={column} className="jf-rollover-figure">
              {titles[column]}
            </th>
          ))}
          <th className="jf-rollover-figure">原金额</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} data-line={line.id}>
            <td>
              <Checkbox
                checked={line.take}
                onChange={(event) => set(line.id, { take: event.target.checked })}
              >
                <span className={line.take ? "" : "jf-rollover-off"}>{line.name}</span>
              </Checkbox>
            </td>
            {columns.map((column) => (
              <td key={column} data-column={column} className="jf-rollover-figure">
                <Figure line={line} column={column} onChange={(change) => set(line.id, change)} />
              </td>
            ))}
            <td className="jf-rollover-figure jf-soft jf-num">{formatYuan(line.before.amountCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>合计</th>
          <th colSpan={3} />
          <th className="jf-rollover-figure jf-num">{formatYuan(sumOf(lines, "after"))}</th>
          <th className="jf-rollover-figure jf-num">
            {formatYuan(sumCents(lines.map(({ before }) => before.amountCents)))}
          </th>
        </tr>
      </tfoot>
    </table>
  );
}

const sumOf = (lines: readonly RollOverLine[], side: "after") =>
  sumCents(lines.filter(({ take }) => take).map((line) => line[side].amountCents));

type FigureProps = Readonly<{
  line: RollOverLine;
  column: Column;
  onChange: (change: Partial<Figures>) => void;
}>;

function Figure({ line, column, onChange }: FigureProps) {
  const label = `${line.name} ${titles[column]}`;
  if (column === "amountCents") {
    return calculatedAmount(line.after) === undefined ? (
      <MoneyInput
        size="small"
        aria-label={label}
        disabled={!line.take}
        value={line.after.amountCents}
        onChange={(value) => onChange({ amountCents: value ?? zeroCents })}
      />
    ) : (
      <span className="jf-num">{formatYuan(line.after.amountCents)}</span>
    );
  }
  return (
    <DecimalInput
      size="small"
      aria-label={label}
      disabled={!line.take}
      value={line.after[column]}
      onChange={(value) => onChange({ [column]: value })}
    />
  );
}

/** The amount follows quantity, price and periods where these are given. */
function changed(line: RollOverLine, change: Partial<Figures & Pick<RollOverLine, "take">>): RollOverLine {
  const { take = line.take, ...figures } = change;
  const after = { ...line.after, ...figures };
  return { ...line, take, after: { ...after, amountCents: calculatedAmount(after) ?? after.amountCents } };
}

/** Cells that cannot be read leave what is there. */
function readCells(cells: readonly string[], from: number): Partial<Figures> {
  return Object.assign(
    {},
    ...cells.map((text, index) => {
      const column = columns[from + index];
      if (column === undefined || text.trim() === "") return {};
      const value = column === "amountCents" ? readMoney(text, false) : readDecimal(text);
      return value === undefined || value === null ? {} : { [column]: value };
    }),
  );
}
