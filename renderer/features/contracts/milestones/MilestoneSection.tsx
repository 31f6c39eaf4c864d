import { Button } from "antd";
import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import type { Milestone } from "#shared/model/contract.ts";
import { Section } from "../../../components/Page.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { MilestoneForm } from "./MilestoneForm.tsx";

const columns: readonly TableColumn<Milestone>[] = [
  { key: "seq", title: "序号", kind: "number", width: 56, value: (row) => row.seq },
  { key: "name", title: "付款节点", kind: "text", width: 160, grow: 1, value: (row) => row.name },
  { key: "dueOn", title: "完成日期", kind: "date", width: 110, value: (row) => row.dueOn },
  { key: "amount", title: "金额", kind: "amount", width: 120, sum: true, value: (row) => row.amountCents },
];

/** 付款节点: what is to be reached by when, and what is then due. */
export function MilestoneSection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const [editing, setEditing] = useState(false);
  if (detail.contract.kind !== "milestone") return null;
  return (
    <Section
      title="付款节点"
      actions={
        <Button size="small" onClick={() => setEditing(true)}>
          修改付款节点
        </Button>
      }
    >
      <DataTable
        title="付款节点"
        bare
        fit
        columns={columns}
        rows={detail.milestones}
        rowKey={(row) => row.id}
        onOpen={() => setEditing(true)}
        empty={<p className="jf-soft">还没有付款节点，付款计划暂为一期。填写后按付款节点分期付款。</p>}
      />
      {editing ? <MilestoneForm detail={detail} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}
