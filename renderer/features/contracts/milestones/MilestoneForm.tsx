import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef, useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PlanPreviewView } from "../plan/PlanPreviewView.tsx";
import { completeRows, type MilestoneDraft, sumText, toShare } from "./milestoneDraft.ts";

const blank = (key: string): MilestoneDraft => ({ key, name: "", dueOn: null, amountCents: null });

/** The milestones of a contract in a small sheet, and what they make of the plan. */
export function MilestoneForm({
  detail,
  onClose,
}: Readonly<{ detail: ContractDetail; onClose: () => void }>) {
  const { done } = useNotify();
  const made = useRef(0);
  const newKey = () => {
    made.current += 1;
    return `new ${made.current}`;
  };
  const [first] = useState<readonly MilestoneDraft[]>(() =>
    detail.milestones.length === 0
      ? [blank("first"), blank("second")]
      : detail.milestones.map((row) => ({ ...row, key: row.id })),
  );
  const [drafts, setDrafts] = useState(first);
  const rows = completeRows(drafts);
  const input = { contractId: detail.contract.id, milestones: [...(rows ?? [])] };
  const isAsked = rows !== null && rows.length > 0;
  const preview = useApi("contracts.previewMilestones", input, { enabled: isAsked });
  const save = useApiMutation("contracts.saveMilestones", {
    onSuccess: () => {
      done("付款节点已保存，付款计划已相应调整");
      onClose();
    },
  });
  const set = (index: number, changes: Partial<MilestoneDraft>) =>
    setDrafts((now) => now.map((draft, at) => (at === index ? { ...draft, ...changes } : draft)));
  return (
    <FormDialog
      title="修改付款节点"
      width={820}
      pending={save.isPending}
      ready={isAsked && preview.data !== undefined && !preview.isError}
      changed={drafts !== first}
      problem={rows === null ? "每个付款节点都要写名称、日期和金额。" : ""}
      onSubmit={() => save.mutate(input)}
      onClose={onClose}
    >
      <table className="jf-plan-table jf-edit-table">
        <thead>
          <tr>
            <th>节点</th>
            <th>完成日期</th>
            <th className="jf-right">金额（元）</th>
            <th aria-label="删除" />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, index) => (
            <tr key={draft.key}>
              <td>
                <Input
                  aria-label="节点"
                  autoFocus={index === 0}
                  placeholder="例如：交货、终验"
                  value={draft.name}
                  onChange={(event) => set(index, { name: event.target.value })}
                />
              </td>
              <td>
                <DateInput
                  aria-label="完成日期"
                  value={draft.dueOn}
                  near={detail.contract.endDate}
                  onChange={(dueOn) => set(index, { dueOn })}
                />
              </td>
              <td>
                <MoneyInput
                  aria-label="金额"
                  value={draft.amountCents}
                  onChange={(amountCents) => set(index, { amountCents })}
                />
              </td>
              <td>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label="删除这一行"
                  onClick={() => setDrafts((now) => now.toSpliced(index, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="jf-edit-foot jf-num">
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setDrafts((now) => [...now, blank(newKey())])}
        >
          增加一行
        </Button>
        <span className="jf-soft">{sumText(drafts, toShare(detail))}</span>
      </p>
      {isAsked ? <Loaded query={preview}>{(data) => <PlanPreviewView preview={data} />}</Loaded> : null}
    </FormDialog>
  );
}
