import { Button, Input } from "antd";
import { useRef, useState } from "react";
import type { FindingView } from "#shared/api/checks.ts";
import { useOfficer } from "../app/status.ts";
import { useApiMutation } from "../app/useApi.ts";

/** 处理意见: accepts a finding, or opens it again, with a reason and a name. */
export function DecideForm({ finding, onDone }: Readonly<{ finding: FindingView; onDone: () => void }>) {
  const officer = useOfficer();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(officer);
  const decide = useApiMutation("checks.decide", { onSuccess: onDone });
  const action = finding.state === "accepted" ? "reopen" : "accept";

  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const isShort = reason.trim().length < 2;
  const isNameless = by.trim() === "";
  const submit = () => {
    setTried(true);
    if (isShort) fields.current?.querySelector<HTMLInputElement>(".jf-decide-reason")?.focus();
    else if (isNameless) fields.current?.querySelector<HTMLInputElement>(".jf-decide-name")?.focus();
    else if (!decide.isPending)
      decide.mutate({ findingKey: finding.key, action, reason: reason.trim(), by: by.trim() });
  };
  return (
    <form
      ref={fields}
      className="jf-decide"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <Input
        autoFocus
        className="jf-decide-reason"
        placeholder={action === "accept" ? "认可的理由，例如：已补签验收单" : "重新打开的理由"}
        aria-label="理由"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Input
        className="jf-decide-name"
        placeholder="姓名"
        aria-label="姓名"
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <Button type="primary" loading={decide.isPending} htmlType="submit">
        {action === "accept" ? "认可" : "重新打开"}
      </Button>
      <Button type="text" onClick={onDone}>
        取消
      </Button>
      {tried && (isShort || isNameless) ? (
        <span className="jf-field-problem" role="alert">
          {isShort ? "请写明理由，至少两个字。" : "请填写姓名。"}
        </span>
      ) : null}
    </form>
  );
}
