import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { InstantText, instantText } from "../DateText.tsx";
import { Facts } from "../Facts.tsx";
import { formatCount } from "../inputs/readDecimal.ts";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { DetailPane, SplitView } from "../SplitView.tsx";
import { StatusTag } from "../StatusTag.tsx";
import { DataTable } from "../table/DataTable.tsx";
import { batchColumns } from "./batchColumns.tsx";

/** What tells a batch apart, where there is not room for more. */
const narrow: ReadonlySet<string> = new Set(["importedAt", "fileName", "new", "state"]);
const besidePane = batchColumns.filter(({ key }) => narrow.has(key));

type ListProps = Readonly<{
  /** Names the list: 导入批次. */
  title: string;
  batches: readonly ImportBatch[];
  openId: string | null;
  onOpen: (id: string | null) => void;
  empty: ReactNode;
  /** The open batch, beside the list. */
  detail: (batch: ImportBatch) => ReactNode;
  detailSize?: string;
}>;

/** What came in when, from which file; beside it the one that is open. */
export function BatchSplit({ title, batches, openId, onOpen, empty, detail, detailSize = "38%" }: ListProps) {
  const open = batches.find(({ id }) => id === openId);
  return (
    <SplitView
      detailSize={detailSize}
      list={
        <DataTable
          title={title}
          columns={open === undefined ? batchColumns : besidePane}
          rows={batches}
          rowKey={({ id }) => id}
          openKey={open === undefined ? null : openId}
          onOpen={({ id }) => onOpen(id)}
          onClose={() => onOpen(null)}
          rowTone={({ voidedAt }) => (voidedAt === null ? undefined : "muted")}
          empty={empty}
        />
      }
      detail={open === undefined ? null : detail(open)}
    />
  );
}

type PaneProps = Readonly<{
  batch: ImportBatch;
  /** What one of it is counted in: 张 of invoices, 笔 of payments. */
  counter: string;
  /** Further buttons while it stands. */
  actions?: ReactNode;
  /** Buttons of one that was undone. */
  undoneActions?: ReactNode;
  /** What undoing does, before a reason is asked. */
  undoText: string;
  /** What stands in the way of undoing; with it nothing can be undone. */
  obstacles?: ReactNode;
  /** Whether something does is still being looked for. */
  checking?: boolean;
  undoing: boolean;
  onUndo: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}>;

/** One batch: when, by whom, how much; it can be undone as a whole. */
export function BatchPane(props: PaneProps) {
  const {
    batch,
    counter,
    actions,
    undoneActions,
    undoText,
    obstacles,
    checking = false,
    undoing,
    onUndo,
    onClose,
  } = props;
  const [asking, setAsking] = useState(false);
  const isUndone = batch.voidedAt !== null;
  return (
    <DetailPane
      title={batch.fileName}
      note={
        <span className="jf-inline">
          <span>{batch.source}</span>
          <StatusTag tone={isUndone ? "muted" : "done"}>{isUndone ? "已撤销" : "已导入"}</StatusTag>
        </span>
      }
      actions={
        isUndone ? (
          undoneActions
        ) : (
          <>
            {actions}
            <Button danger loading={asking && checking} onClick={() => setAsking(true)}>
              撤销这一批
            </Button>
          </>
        )
      }
      onClose={onClose}
    >
      <Facts items={factsOf(batch, counter)} />
      {props.children === undefined ? null : <div className="jf-batch-more">{props.children}</div>}
      {asking && obstacles !== undefined ? (
        <Modal
          open
          title={`现在不能撤销 ${batch.fileName}`}
          width={620}
          footer={
            <Button type="primary" autoFocus onClick={() => setAsking(false)}>
              知道了
            </Button>
          }
          onCancel={() => setAsking(false)}
        >
          {obstacles}
        </Modal>
      ) : null}
      {asking && !checking && obstacles === undefined ? (
        <ReasonDialog
          title={`撤销导入 ${batch.fileName}`}
          text={undoText}
          action="撤销"
          label="撤销原因"
          pending={undoing}
          onConfirm={(reason) =>
            void onUndo(reason).then(
              () => setAsking(false),
              // What stands in the way has been said; the reason stays to be sent again.
              () => undefined,
            )
          }
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </DetailPane>
  );
}

const factsOf = (batch: ImportBatch, counter: string) => [
  { label: "导入时间", value: <InstantText value={batch.importedAt} /> },
  { label: "导入人", value: batch.importedBy },
  { label: "读取", value: `${formatCount(batch.rowCount)} 行` },
  { label: "新增", value: `${formatCount(batch.newCount)} ${counter}` },
  { label: "变更", value: `${formatCount(batch.changedCount)} ${counter}` },
  { label: "未变", value: `${formatCount(batch.unchangedCount)} ${counter}` },
  { label: "冲突", value: `${formatCount(batch.conflictCount)} ${counter}` },
  { label: "拒绝", value: `${formatCount(batch.rejectedCount)} 行` },
  ...(batch.voidedAt === null
    ? []
    : [
        { label: "撤销时间", value: instantText(batch.voidedAt) },
        { label: "撤销原因", value: batch.voidReason, wide: true },
      ]),
];
