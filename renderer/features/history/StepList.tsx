import { Button, Tag } from "antd";
import { useState } from "react";
import type { HistoryStep } from "#shared/api/history.ts";
import { InstantText } from "../../components/DateText.tsx";
import { mayUndo, undoWord } from "./historyWords.ts";
import { StepRecords } from "./StepRecords.tsx";
import { UndoDialog } from "./UndoDialog.tsx";
import "./history.css";

/** Steps from the latest to the first, each with who, when, what, and every field before and after. */
export function StepList({ steps }: Readonly<{ steps: readonly HistoryStep[] }>) {
  const [undoing, setUndoing] = useState<number | null>(null);
  return (
    <>
      <ol className="jf-steps">
        {steps.map((step) => (
          <li key={step.seq} className={step.undone ? "jf-step-undone" : undefined}>
            <div className="jf-step-head">
              <strong>{step.action}</strong>
              <span className="jf-soft">{step.actor}</span>
              <span className="jf-soft">
                <InstantText value={step.at} />
              </span>
              {step.undone ? <Tag>已撤销</Tag> : null}
              {mayUndo(step) ? (
                <Button size="small" type="text" onClick={() => setUndoing(step.step)}>
                  {undoWord(step)}…
                </Button>
              ) : null}
            </div>
            <StepRecords records={step.records} />
          </li>
        ))}
      </ol>
      {undoing === null ? null : <UndoDialog which={undoing} onDone={() => setUndoing(null)} />}
    </>
  );
}
