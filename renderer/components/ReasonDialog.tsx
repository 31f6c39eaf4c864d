import { Input, Modal } from "antd";
import { useState } from "react";
import { Field } from "./fields/Field.tsx";

type Props = Readonly<{
  title: string;
  /** What will happen, and what stays. */
  text: string;
  /** The word on the button. */
  action: string;
  label?: string;
  pending: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}>;

const shortest = 2;

/** Nothing is deleted: asks for the reason before something is voided or undone. */
export function ReasonDialog({ title, text, action, label = "原因", pending, onConfirm, onCancel }: Props) {
  const [reason, setReason] = useState("");
  const ready = reason.trim().length >= shortest;
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={pending}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onCancel}
      width={460}
    >
      <p className="jf-reason-text">{text}</p>
      <Field label={label} needed note="至少两个字，会记入变更记录。">
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
    </Modal>
  );
}
