import { Alert, Button } from "antd";
import { Link } from "react-router";
import type { MatchesAccepted } from "#shared/api/matching.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";

type Props = Readonly<{ accepted: MatchesAccepted | null; onGone: () => void }>;

/** What was just made, and the one button that takes all of it back. */
export function AcceptedNote({ accepted, onGone }: Props) {
  const { done } = useNotify();
  const undo = useApiMutation("history.undo", {
    onSuccess: () => {
      done("已撤销，生成的付款草稿已作废，发票回到待匹配");
      onGone();
    },
  });
  if (accepted === null) return null;
  const { step } = accepted;
  return (
    <Alert
      type="info"
      showIcon
      closable
      onClose={onGone}
      message={<span role="status">{acceptedText(accepted)}</span>}
      action={
        <>
          <Link to="/payments">看付款</Link>
          {step === null ? null : (
            <Button size="small" type="link" loading={undo.isPending} onClick={() => undo.mutate({ step })}>
              撤销这一次
            </Button>
          )}
        </>
      }
    />
  );
}

export function acceptedText({ newCount, linkedCount, totalCents, namesLearned }: MatchesAccepted): string {
  const said = [
    newCount === 0 ? "" : `生成付款草稿 ${newCount} 笔`,
    linkedCount === 0 ? "" : `给 ${linkedCount} 笔付款补入发票`,
    namesLearned === 0 ? "" : `记住名称 ${namesLearned} 个`,
  ].filter((text) => text !== "");
  return said.length === 0 ? "没有生成付款。" : `已${said.join("，")}，合计 ${formatYuan(totalCents)} 元。`;
}
