import { Input } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { FormDialog } from "./FormDialog.tsx";
import { Field } from "./fields/Field.tsx";

type Props = Readonly<{
  title: string;
  /** What will happen, and what stays. */
  text: string;
  /** The word on the button. */
  action: string;
  label?: string;
  width?: number;
  pending: boolean;
  /** False while what it would do is not known yet. */
  ready?: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
  /** What it would do, below. */
  children?: ReactNode;
}>;

const shortest = 2;

/** Nothing is deleted: asks for the reason before something is voided or undone. */
export function ReasonDialog(props: Props) {
  const { title, text, action, label = "原因", width = 460, pending, ready = true } = props;
  const [typed, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const reason = typed.trim();
  const isShort = reason.length < shortest;
  return (
    <FormDialog
      title={title}
      width={width}
      okText={action}
      danger
      pending={pending}
      ready={ready}
      changed={reason !== ""}
      onSubmit={() => {
        setTried(true);
        if (!isShort) props.onConfirm(reason);
      }}
      onClose={props.onCancel}
    >
      <p className="jf-reason-text">{text}</p>
      <Field
        label={label}
        needed
        note="至少两个字，会记入变更记录。写好后按 Ctrl+Enter。"
        problem={tried && isShort ? `请写明${label}，至少两个字。` : undefined}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={typed}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {props.children}
    </FormDialog>
  );
}
