import { Button } from "antd";
import type { Mend } from "#shared/rules/finding.ts";
import { useApiMutation } from "../app/useApi.ts";
import { changedPart } from "./changedPart.ts";

/** What a click would change, as far as it would. */
export function MendLine({ mend }: Readonly<{ mend: Mend }>) {
  const { from, to } = changedPart(mend.from, mend.to);
  return (
    <p className="jf-finding-line jf-mend">
      <span className="jf-faint">改正</span>
      <del>{from}</del>
      <span>→</span>
      <ins>{to}</ins>
    </p>
  );
}

export function MendButton({ findingKey }: Readonly<{ findingKey: string }>) {
  const mend = useApiMutation("checks.mend");
  return (
    <Button size="small" loading={mend.isPending} onClick={() => mend.mutate({ findingKey })}>
      一键改正
    </Button>
  );
}
