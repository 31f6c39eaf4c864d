import { Input, Modal } from "antd";
import { useState } from "react";
import { useOfficer } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
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
  const ready = reason.trim().length >= 2 && by.trim() !== "";
  return (
    <Modal
      open
      title={`成批认可：${group.ruleName}`}
      okText={`认可 ${findings.length} 个`}
      cancelText="取消"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={accept.isPending}
      onOk={() => accept.mutate({ findingKeys: findings.map(({ key }) => key), reason, by })}
      onCancel={onDone}
      width={520}
    >
      <p className="jf-reason-text">
        为下列 {findings.length} 个问题写同一条处理意见；数据变化后，相应的问题会重新打开。
      </p>
      <ul className="jf-accept-list">
        {findings.map(({ key, message }) => (
          <li key={key}>{message}</li>
        ))}
      </ul>
      <Field label="理由" needed note="至少两个字，会记入变更记录。">
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
      <Field label="姓名" needed>
        {(id) => <Input id={id} value={by} onChange={(event) => setBy(event.target.value)} />}
      </Field>
    </Modal>
  );
}
