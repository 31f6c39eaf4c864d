import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Section } from "./Page.tsx";
import { buttonColumn } from "./RowButton.tsx";
import type { TableColumn } from "./table/column.ts";
import { DataTable } from "./table/DataTable.tsx";

type Props<Row> = Readonly<{
  title: string;
  note?: ReactNode;
  /** The word on the button that adds one. */
  add: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  /** Instead of the list while there is nothing in it. */
  empty: ReactNode;
  /** Above the list. */
  children?: ReactNode;
  /** The form of one record; of a new one where it is null. */
  form: (row: Row | null, onClose: () => void) => ReactNode;
  voiding: (row: Row, onClose: () => void) => ReactNode;
}>;

type Stored = Readonly<{ id: string; voidedAt: string | null }>;

type Dialog<Row> = Readonly<{ kind: "edit"; row: Row | null }> | Readonly<{ kind: "void"; row: Row }> | null;

/** A short list of records that belong to what is open: added, opened and voided here. */
export function RecordSection<Row extends Stored>(props: Props<Row>) {
  const { title, note, add, columns, rows, nameOf, empty, children, form, voiding } = props;
  const [dialog, setDialog] = useState<Dialog<Row>>(null);
  const close = () => setDialog(null);
  const isLive = ({ voidedAt }: Row) => voidedAt === null;
  const last = buttonColumn<Row>({
    nameOf,
    applies: isLive,
    onClick: (row) => setDialog({ kind: "void", row }),
  });
  return (
    <Section
      title={title}
      {...(note === undefined ? {} : { note })}
      actions={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setDialog({ kind: "edit", row: null })}>
          {add}
        </Button>
      }
    >
      {children}
      <DataTable
        title={title}
        bare
        fit
        followNew
        columns={[...columns, last]}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setDialog({ kind: "edit", row })}
        rowTone={(row) => (isLive(row) ? undefined : "muted")}
        empty={empty}
      />
      {dialog?.kind === "edit" ? form(dialog.row, close) : null}
      {dialog?.kind === "void" ? voiding(dialog.row, close) : null}
    </Section>
  );
}
