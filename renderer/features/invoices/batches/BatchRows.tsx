import { type CSSProperties, useMemo, useState } from "react";
import type { BatchLine, KeptSheet } from "#shared/api/invoiceLife.ts";
import type { Id } from "#shared/kernel/id.ts";
import { rowResults } from "#shared/model/invoice.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded, Section } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { type MendedCell, mendedCells, mendedText } from "../import/check/mendedCells.ts";
import { type ByRow, byRow, ofRows } from "../import/check/rowPlaces.ts";
import { AlarmNote } from "../relations/AlarmNote.tsx";
import { MendedSection, ReadColumns } from "./ReadColumns.tsx";
import { RowDetail } from "./RowDetail.tsx";
import "./batches.css";
import { formatCount } from "../../../components/inputs/readDecimal.ts";

type Part = BatchLine["result"];

const words: Readonly<Record<Part, string>> = {
  new: "新增",
  changed: "变更",
  conflict: "冲突",
  rejected: "拒绝",
  unchanged: "没有选取",
};

/** What an import did: what was paid on what it took back, row by row, and how the list was read. */
export function BatchRows({ batchId }: Readonly<{ batchId: Id }>) {
  const detail = useApi("invoices.batch", { id: batchId });
  const rows = useApi("invoices.batchRows", { id: batchId });
  const sheets = detail.data?.sheets ?? noSheets;
  return (
    <>
      {detail.data?.alarms.map((alarm) => (
        <AlarmNote key={alarm.invoice.id} alarm={alarm} named />
      ))}
      <Loaded query={rows}>{(lines) => <Rows lines={lines} sheets={sheets} />}</Loaded>
      <Loaded query={detail}>
        {() => (
          <>
            <MendedSection cells={mendedCells(sheets)} />
            <ReadColumns sheets={sheets} />
          </>
        )}
      </Loaded>
    </>
  );
}

const noSheets: readonly KeptSheet[] = [];

type Props = Readonly<{ lines: readonly BatchLine[]; sheets: readonly KeptSheet[] }>;

function Rows({ lines, sheets }: Props) {
  const counts = useMemo(() => countResults(lines), [lines]);
  const parts = rowResults.filter((result) => counts[result] > 0);
  const [chosen, setChosen] = useState<Part | null>(null);
  const [openId, setOpenId] = useState<Id | null>(null);
  const part = chosen ?? parts.find((result) => result !== "new") ?? parts[0];
  const shown = useMemo(() => lines.filter(({ result }) => result === part), [lines, part]);
  const mended = useMemo(() => byRow(mendedCells(sheets)), [sheets]);
  const columns = useMemo(() => columnsOf(part, mended), [part, mended]);
  if (part === undefined) return null;
  const open = shown.find(({ id }) => id === openId);
  return (
    <Section
      title="逐行结果"
      actions={
        <Segments<Part>
          label="结果"
          size="small"
          value={part}
          options={parts.map((value) => ({
            value,
            label: `${words[value]} ${formatCount(counts[value])}`,
          }))}
          onChange={setChosen}
        />
      }
    >
      <div className="jf-batch-table" style={heightOf(shown.length)}>
        <DataTable
          key={part}
          title={`逐行结果 ${words[part]}`}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          openKey={open?.id ?? null}
          onOpen={({ id }) => setOpenId(id)}
          onClose={() => setOpenId(null)}
          empty={null}
        />
      </div>
      {open === undefined ? (
        <p className="jf-soft">点一行，在这里看它的改动前后、原文和发票。</p>
      ) : (
        <RowDetail id={open.id} mended={ofRows(mended, { ...open, rows: [] })} />
      )}
    </Section>
  );
}

/** As high as its rows, as far as there is room. */
const heightOf = (rows: number): CSSProperties & Record<"--jf-batch-rows", number> => ({
  "--jf-batch-rows": rows,
});

function countResults(lines: readonly BatchLine[]): Readonly<Record<Part, number>> {
  const counts = { new: 0, changed: 0, conflict: 0, rejected: 0, unchanged: 0 };
  for (const { result } of lines) counts[result] += 1;
  return counts;
}

function columnsOf(part: Part | undefined, mended: ByRow<MendedCell>): readonly TableColumn<BatchLine>[] {
  const told = (line: BatchLine): string => {
    const cells = ofRows(mended, { ...line, rows: [] });
    return `${cells.length === 0 ? "" : `已改：${cells.map(mendedText).join("；")}。`}${line.message}`;
  };
  const seller: TableColumn<BatchLine> = {
    key: "seller",
    title: "销方",
    kind: "text",
    width: 120,
    grow: 2,
    value: (line) => line.sellerName,
  };
  const gross: TableColumn<BatchLine> = {
    key: "gross",
    title: "价税合计",
    kind: "amount",
    width: 100,
    sum: true,
    value: (line) => line.grossCents,
  };
  return [
    { key: "row", title: "行", kind: "number", width: 72, value: ({ row }) => row || null },
    { key: "number", title: "发票号码", kind: "text", width: 168, value: ({ number }) => number },
    ...(part === "new" ? [seller] : []),
    ...(part === "new" || part === "changed" ? [gross] : []),
    ...(part === "new" && mended.size === 0
      ? []
      : [{ key: "told", title: "说明", kind: "text", width: 120, grow: 3, value: told } as const]),
  ];
}
