import { Button } from "antd";
import type { PickedFile } from "#shared/api/shell.ts";

type Props = Readonly<{ waiting: readonly PickedFile[]; busy: boolean; onSkip: () => void }>;

/** The lists that come after this one. */
export function WaitingNote({ waiting, busy, onSkip }: Props) {
  if (waiting.length === 0) return null;
  const names = waiting.map(({ name }) => name).join("、");
  return (
    <p className="jf-import-waiting" role="status">
      <span className="jf-import-waiting-names" title={names}>
        {`一次导入一份清单，后面还有 ${waiting.length} 份：${names}`}
      </span>
      <Button size="small" disabled={busy} onClick={onSkip}>
        跳过这一份，导入下一份
      </Button>
    </p>
  );
}
