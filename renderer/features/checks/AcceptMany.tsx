import { Input } from "antd";
import { useState } from "react";
import { useOfficer } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field } from "../../components/fields/Field.tsx";
import { acceptable, type RuleGroup } from "./groupFindings.ts";

type Props = Readonly<{ group: RuleGroup; onDone: () => void }>;

/** Accepts what one rule found for one reason; 阻断 is never among it. */
export function AcceptMany({ group, onDone }: Props) {
  const officer = useOfficer();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(officer);
  const accept = useApiMutation("checks.acceptMany", { onSuccess: onDone });
  const findings = acceptable(group.findings);
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < 2;
  const submit = () => {
    setTried(true);
    if (isShort || by.trim() === "") return;
    accept.mutate({ findingKeys: findings.map(({ key }) => key), reason: reason.trim(), by: by.trim() });
  };
  return (
    <FormDialog
      title={`成批认可：${group.ruleName}`}
      okText={`认可 ${findings.length} 个`}
      width={520}
      pending={accept.isPending}
      changed={reason.trim() !== ""}
      onSubmit={submit}
      onClose={onDone}
    >
      <p className="jf-reason-text">
        为下列 {findings.length} 个问题写同一条处理意见；数据变化后，相应的问题会重新打开。
      </p>
      <ul className="jf-accept-list">
        {findings.map(({ key, message }) => (
          <li key={key}>{message}</li>
        ))}
      </ul>
      <Field
        label="理由"
        needed
        note="至少两个字，会记入变更记录。写好后按 Ctrl+Enter。"
        problem={tried && isShort ? "请写明理由，至少两个字。" : undefined}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label="姓名" needed problem={tried && by.trim() === "" ? "请填写姓名。" : undefined}>
        {(id) => <Input id={id} value={by} onChange={(event) => setBy(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
