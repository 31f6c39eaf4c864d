import { Alert, Button } from "antd";
import { Link } from "react-router";
import type { MatchesAccepted } from "#shared/api/matching.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { acceptedText } from "./matchWords.ts";

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
      className="jf-accepted"
      type="info"
      showIcon
      closable
      onClose={onGone}
      title={<span role="status">{acceptedText(accepted)}</span>}
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
