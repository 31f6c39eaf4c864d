import { Button } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { PickedFile } from "#shared/api/shell.ts";
import { useNotify } from "../../../../app/notify.ts";
import { useApiMutation } from "../../../../app/useApi.ts";
import { ReasonDialog } from "../../../../components/ReasonDialog.tsx";
import { undoText } from "../../batches/undoText.ts";
import { BatchAlarms } from "../../relations/BatchAlarms.tsx";
import { mendedCells } from "../check/mendedCells.ts";
import type { Done } from "../useWizard.ts";
import "./result.css";
import { formatCount } from "../../../../components/inputs/readDecimal.ts";

type Props = Readonly<{
  done: Done;
  leftOut: number;
  /** Lists that were dropped with this one. */
  waiting: readonly PickedFile[];
  onNext: () => void;
  onAgain: () => void;
  onBatch: (batchId: string) => void;
  onInvoices: (batchId: string) => void;
}>;

/** What was taken, what was not, and what comes next. */
export function ResultStep(props: Props) {
  const { done: imported, leftOut, waiting, onNext, onAgain, onBatch, onInvoices } = props;
  const { batch, preview } = imported;
  const [undoing, setUndoing] = useState(false);
  const navigate = useNavigate();
  const buttons = useRef<HTMLDivElement>(null);
  const [next] = waiting;
  const { done } = useNotify();
  useEffect(() => buttons.current?.querySelector("button")?.focus(), []);
  const undo = useApiMutation("invoices.undoBatch", {
    onSuccess: () => {
      setUndoing(false);
      done("这一批已撤销，可以重新导入");
      onAgain();
    },
  });
  const taken = batch.newCount + batch.changedCount;
  const notTaken = [
    line(batch.unchangedCount, "张", "与账本一致，不用再导入"),
    line(batch.conflictCount, "张", "与账本冲突，没有导入：请与原件核对"),
    line(batch.rejectedCount, "行", "拒绝，没有导入：改正后可再导入同一文件，已导入的不会重复"),
    line(leftOut, "张", "按您的选择没有导入"),
  ].filter((each) => each !== null);
  return (
    <div className="jf-result">
      <h2>
        已导入 <span className="jf-num">{formatCount(taken)}</span> 张发票
      </h2>
      <p className="jf-soft">{batch.fileName}</p>
      <ul className="jf-result-lines">
        {line(batch.newCount, "张", "新增")}
        {line(batch.changedCount, "张", "变更：账本中的已更新")}
        {line(mendedCells(preview.sheets).length, "格", "按您改的读取；文件本身没有变，批次里留有改动前后")}
        {notTaken}
      </ul>
      <BatchAlarms batchId={batch.id} />
      {preview.issues.length === 0 ? null : (
        <p className="jf-soft">另有 {formatCount(preview.issues.length)} 条提示，可在“核对”中处理。</p>
      )}
      <div className="jf-result-next" ref={buttons}>
        {next === undefined ? null : (
          <Button type="primary" onClick={onNext}>
            {`接着导入下一份“${next.name}”${waiting.length > 1 ? `，后面还有 ${waiting.length - 1} 份` : ""}`}
          </Button>
        )}
        <Button type={next === undefined ? "primary" : "default"} onClick={() => void navigate("/matching")}>
          去匹配付款期次
        </Button>
        <Button onClick={() => onInvoices(batch.id)}>查看这批发票</Button>
        <Button onClick={() => onBatch(batch.id)}>查看批次</Button>
        <Button onClick={onAgain}>再导入一份</Button>
        <Button danger type="text" onClick={() => setUndoing(true)}>
          撤销这次导入
        </Button>
      </div>
      {undoing ? (
        <ReasonDialog
          title={`撤销导入 ${batch.fileName}`}
          text={undoText(batch)}
          action="撤销"
          label="撤销原因"
          pending={undo.isPending}
          onConfirm={(reason) => undo.mutate({ batchId: batch.id, reason })}
          onCancel={() => setUndoing(false)}
        />
      ) : null}
    </div>
  );
}

const line = (count: number, counter: string, words: string): ReactNode =>
  count === 0 ? null : (
    <li key={words}>
      <span className="jf-num jf-result-count">{formatCount(count)}</span>
      <span className="jf-soft">{counter}</span>
      <span>{words}</span>
    </li>
  );
