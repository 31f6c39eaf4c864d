import { SwapOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { AdjustmentView } from "#shared/api/budget.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { AdjustDialog } from "./AdjustDialog.tsx";
import { AdjustmentPane } from "./AdjustmentPane.tsx";

export const movesText = ({ lines }: AdjustmentView): string =>
  lines
    .map(({ name, deltaCents }) => `${name} ${deltaCents > 0 ? "+" : ""}${formatYuan(deltaCents)}`)
    .join("，");

const columns: readonly TableColumn<AdjustmentView>[] = [
  { key: "adjustedOn", title: "调剂日期", kind: "date", width: 96, value: (row) => row.adjustedOn },
  { key: "moved", title: "调剂金额", kind: "amount", width: 110, value: (row) => row.movedCents },
  { key: "lines", title: "增减", kind: "text", width: 220, grow: 3, value: movesText },
  { key: "reason", title: "原因", kind: "text", width: 140, grow: 2, value: (row) => row.reason },
  { key: "documentNo", title: "批准文号", kind: "text", width: 130, grow: 1, value: (row) => row.documentNo },
  { key: "project", title: "项目", kind: "text", width: 100, grow: 1, value: (row) => row.projectName },
  {
    key: "state",
    title: "状态",
    kind: "text",
    width: 70,
    value: (row) => (row.voidedAt === null ? "有效" : "已作废"),
  },
];

/** 预算调剂: the list of them, what each moved, and the way to take one back. */
export function AdjustmentsTab() {
  const { scope, singleProject } = useScope();
  const adjustments = useApi("budget.adjustments", scope);
  const [adding, setAdding] = useState(false);
  const url = useUrlState();
  const openId = url.get("group");
  const newButton = (
    <WriteButton
      type="primary"
      icon={<SwapOutlined />}
      disabled={singleProject === null}
      title={singleProject === null ? "请先在窗口上方选择一个项目" : "在项目的预算明细之间调剂"}
      onClick={() => setAdding(true)}
    >
      新的调剂…
    </WriteButton>
  );
  return (
    <>
      <Loaded query={adjustments}>
        {(rows) => {
          const open = rows.find((row) => row.groupId === openId);
          return (
            <SplitView
              list={
                <DataTable
                  title="预算调剂"
                  followNew
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.groupId}
                  openKey={openId}
                  onOpen={(row) => url.set({ group: row.groupId })}
                  onClose={() => url.set({ group: null })}
                  rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
                  toolbar={newButton}
                  empty={
                    <EmptyState title="还没有预算调剂">
                      年中要在预算明细之间调钱时，在这里登记日期、金额和批准文号；从那天起按调剂后的预算控制。
                    </EmptyState>
                  }
                />
              }
              detail={
                open === undefined ? null : (
                  <AdjustmentPane key={open.groupId} group={open} onClose={() => url.set({ group: null })} />
                )
              }
            />
          );
        }}
      </Loaded>
      {adding && singleProject !== null ? (
        <NewAdjustment projectId={singleProject.id} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}

function NewAdjustment({ projectId, onClose }: Readonly<{ projectId: string; onClose: () => void }>) {
  const detail = useApi("projects.get", { id: asId(projectId) });
  return detail.data === undefined ? null : <AdjustDialog detail={detail.data} onClose={onClose} />;
}
