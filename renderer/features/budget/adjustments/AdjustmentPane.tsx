import { useState } from "react";
import type { AdjustmentView } from "#shared/api/budget.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { Facts } from "../../../components/Facts.tsx";
import { Section } from "../../../components/Page.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { Attachments } from "../../attachments/Attachments.tsx";

type Props = Readonly<{ group: AdjustmentView; onClose: () => void }>;

/** One 调剂: what it moved and why, the papers that allow it, and the way to take it back. */
export function AdjustmentPane({ group, onClose }: Props) {
  const [voiding, setVoiding] = useState(false);
  const notify = useNotify();
  const discard = useApiMutation("budget.voidAdjustment", {
    onSuccess: () => {
      setVoiding(false);
      notify.done("调剂已作废，金额退回原来的明细");
    },
  });
  const isVoid = group.voidedAt !== null;
  return (
    <DetailPane
      title={group.reason}
      note={`${group.projectName}，${group.adjustedOn}`}
      actions={
        isVoid ? undefined : (
          <WriteButton danger onClick={() => setVoiding(true)}>
            作废…
          </WriteButton>
        )
      }
      onClose={onClose}
    >
      <Facts
        items={[
          { label: "调剂金额", value: `${formatYuan(group.movedCents)} 元` },
          { label: "批准文号", value: group.documentNo },
          ...(group.voidedAt === null
            ? []
            : [
                { label: "作废时间", value: <InstantText value={group.voidedAt} /> },
                { label: "作废原因", value: group.voidReason },
              ]),
        ]}
      />
      <Section title="各项增减" note="合计为零">
        <ul className="jf-budget-papers">
          {group.lines.map((line) => (
            <li key={line.budgetLineId}>
              <span>{line.name}</span>
              <Amount value={line.deltaCents} />
            </li>
          ))}
        </ul>
      </Section>
      <Attachments
        owner={{ projectId: group.projectId }}
        kinds={["minutes", "approval"]}
        title="会议纪要和批文"
      />
      {voiding ? (
        <ReasonDialog
          title={`作废 ${group.adjustedOn} 的调剂`}
          text="整次调剂一起作废，金额退回原来的明细，好像没有调过；记录仍然保留。"
          action="作废"
          label="作废原因"
          pending={discard.isPending}
          onConfirm={(reason) => discard.mutate({ groupId: group.groupId, reason })}
          onCancel={() => setVoiding(false)}
        />
      ) : null}
    </DetailPane>
  );
}
