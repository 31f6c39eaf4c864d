import { Select } from "antd";
import type { Attachment } from "#shared/model/attachment.ts";
import { attachmentWords } from "#shared/words/words.ts";
import { instantText } from "../../components/DateText.tsx";
import { RowButton } from "../../components/RowButton.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { sizeText } from "./attachmentWords.ts";

type Kind = Attachment["kind"];

export type AttachmentActions = Readonly<{
  kinds: readonly Kind[];
  changeKind: (row: Attachment, kind: Kind) => void;
  saveAs: (row: Attachment) => void;
  askVoid: (row: Attachment) => void;
}>;

export const attachmentColumns = (actions: AttachmentActions): readonly TableColumn<Attachment>[] => [
  {
    key: "fileName",
    title: "文件",
    kind: "text",
    width: 130,
    grow: 1,
    value: (row) => row.fileName,
    render: (row) => (
      <span title={`${row.fileName}，${sizeText(row.sizeBytes)}，单击或回车打开`}>{row.fileName}</span>
    ),
  },
  {
    key: "kind",
    title: "类别",
    kind: "text",
    width: 116,
    value: (row) => attachmentWords[row.kind],
    render: (row) => <KindSelect row={row} actions={actions} />,
  },
  {
    key: "size",
    title: "大小",
    kind: "text",
    align: "right",
    width: 62,
    value: (row) => sizeText(row.sizeBytes),
  },
  {
    key: "added",
    title: "登记",
    kind: "text",
    width: 92,
    value: (row) => instantText(row.addedAt).slice(0, 10),
    render: (row) => (
      <span className="jf-num" title={`${row.addedBy}，${instantText(row.addedAt)}`}>
        {instantText(row.addedAt).slice(0, 10)}
      </span>
    ),
  },
  {
    key: "do",
    title: "",
    kind: "text",
    width: 120,
    value: () => "",
    render: (row) => <RowButtons row={row} actions={actions} />,
  },
];

type CellProps = Readonly<{ row: Attachment; actions: AttachmentActions }>;

/** The usual kinds of this record, and the one it has. */
function KindSelect({ row, actions }: CellProps) {
  const kinds = actions.kinds.includes(row.kind) ? actions.kinds : [row.kind, ...actions.kinds];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the keys of the list from the rows around it
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Select
        size="small"
        variant="borderless"
        aria-label={`“${row.fileName}”的类别`}
        popupMatchSelectWidth={false}
        value={row.kind}
        options={kinds.map((kind) => ({ value: kind, label: attachmentWords[kind] }))}
        onChange={(kind) => actions.changeKind(row, kind)}
      />
    </span>
  );
}

const RowButtons = ({ row, actions }: CellProps) => (
  <>
    <RowButton word="另存" of={row.fileName} disabled={false} onClick={() => actions.saveAs(row)} />
    <RowButton word="作废" of={row.fileName} onClick={() => actions.askVoid(row)} />
  </>
);
