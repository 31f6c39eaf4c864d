import { useState } from "react";
import type { ImportPreview, RejectedRow } from "#shared/invoices/preview.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { DetailPane, SplitView } from "../../../components/SplitView.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { titledCells } from "./previewEntries.ts";

const keyOf = ({ sheet, row }: RejectedRow): string => `${sheet} ${row}`;

const columns: readonly TableColumn<RejectedRow>[] = [
  { key: "sheet", title: "工作表", kind: "text", width: 130, value: (row) => row.sheet },
  { key: "row", title: "行", kind: "number", width: 72, value: (row) => row.row },
  { key: "message", title: "原因", kind: "text", width: 320, grow: 2, value: (row) => row.message },
  {
    key: "cells",
    title: "内容",
    kind: "text",
    width: 240,
    grow: 1,
    value: (row) => row.cells.filter((text) => text !== "").join(" | "),
  },
];

/** Rows that are no correct invoice, each with its reason and all that was read. */
export function RejectedTable({ preview }: Readonly<{ preview: ImportPreview }>) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = preview.rejected.find((row) => keyOf(row) === openKey);
  const close = () => setOpenKey(null);
  return (
    <SplitView
      detailSize="40%"
      list={
        <DataTable
          title="导入预览 拒绝"
          columns={columns}
          rows={preview.rejected}
          rowKey={keyOf}
          openKey={openKey}
          onOpen={(row) => setOpenKey(keyOf(row))}
          onClose={close}
          empty={<EmptyState title="没有被拒绝的行" />}
        />
      }
      detail={
        open === undefined ? null : (
          <DetailPane title={`${open.sheet} 第 ${open.row} 行`} note={open.message} onClose={close}>
            <table className="jf-compare jf-selectable">
              <tbody>
                {titledCells(
                  open.cells,
                  preview.sheets.find(({ name }) => name === open.sheet),
                ).map(({ title, text }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name, titles may repeat
                  <tr key={index}>
                    <th scope="row">{title}</th>
                    <td>{text || <span className="jf-faint">空</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DetailPane>
        )
      }
    />
  );
}
