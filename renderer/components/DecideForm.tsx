import { Button, Input } from "antd";
import { useState } from "react";
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
  const ready = reason.trim().length >= 2 && by.trim() !== "";

  const submit = () => {
    if (ready) decide.mutate({ findingKey: finding.key, action, reason, by });
  };
  return (
    <form
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
      <Button type="primary" disabled={!ready} loading={decide.isPending} htmlType="submit">
        {action === "accept" ? "认可" : "重新打开"}
      </Button>
      <Button type="text" onClick={onDone}>
        取消
      </Button>
    </form>
  );
}
