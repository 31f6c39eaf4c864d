import { Button } from "antd";
import { useState } from "react";
import type { HistoryStep } from "#shared/api/history.ts";
import { useApi } from "../../app/useApi.ts";
import { InstantText, instantText } from "../../components/DateText.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Loaded } from "../../components/Page.tsx";
import { DetailPane, SplitView } from "../../components/SplitView.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { mayUndo, stepSummary, undoWord } from "./historyWords.ts";
import { StepRecords } from "./StepRecords.tsx";
import { UndoDialog } from "./UndoDialog.tsx";

const mostShown = 500;

const columns: readonly TableColumn<HistoryStep>[] = [
  { key: "at", title: "时间", kind: "date", width: 140, value: (step) => instantText(step.at) },
  { key: "actor", title: "经办人", kind: "text", width: 80, value: (step) => step.actor },
  { key: "action", title: "操作", kind: "text", width: 136, value: (step) => step.action },
  { key: "summary", title: "内容", kind: "text", width: 140, grow: 1, value: stepSummary },
  { key: "state", title: "状态", kind: "text", width: 66, value: ({ undone }) => (undone ? "已撤销" : "") },
];

/** 变更记录 of the whole ledger: the latest steps, each of which can be read and taken back. */
export function LatestSteps() {
  const query = useApi("history.latest", { before: null, limit: mostShown });
  const url = useUrlState();
  const openSeq = url.get("step");
  const close = () => url.set({ step: null });
  return (
    <Loaded query={query}>
      {(steps) => {
        const open = steps.find(({ seq }) => String(seq) === openSeq);
        return (
          <SplitView
            list={
              <DataTable
                title="变更记录"
                columns={columns}
                rows={steps}
                rowKey={({ seq }) => String(seq)}
                openKey={openSeq}
                onOpen={({ seq }) => url.set({ step: String(seq) })}
                onClose={close}
                rowTone={({ undone }) => (undone ? "muted" : undefined)}
                empty={<EmptyState title="还没有变更记录">每一次改动都会自动记在这里。</EmptyState>}
              />
            }
            detail={open === undefined ? null : <StepPane key={open.seq} step={open} onClose={close} />}
          />
        );
      }}
    </Loaded>
  );
}

function StepPane({ step, onClose }: Readonly<{ step: HistoryStep; onClose: () => void }>) {
  const [undoing, setUndoing] = useState(false);
  return (
    <DetailPane
      title={step.action}
      note={stepSummary(step)}
      onClose={onClose}
      actions={
        mayUndo(step) ? (
          <Button size="small" onClick={() => setUndoing(true)}>
            {undoWord(step)}…
          </Button>
        ) : null
      }
    >
      <Facts
        columns={1}
        items={[
          { label: "时间", value: <InstantText value={step.at} /> },
          { label: "经办人", value: step.actor },
          { label: "步号", value: step.step ?? "早期版本记下，不能撤销" },
        ]}
      />
      <StepRecords records={step.records} />
      {undoing && step.step !== null ? (
        <UndoDialog which={step.step} onDone={() => setUndoing(false)} />
      ) : null}
    </DetailPane>
  );
}
