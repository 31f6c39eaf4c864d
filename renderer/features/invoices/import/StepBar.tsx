import type { FileInspection } from "#shared/invoices/inspection.ts";
import type { Said } from "#shared/invoices/said.ts";
import { type Step, stepNote, steps, stepWords } from "./wizard.ts";

type Props = Readonly<{
  step: Step;
  inspection: FileInspection | null;
  said: Said;
  /** Steps one can go back or on to. */
  reachable: (step: Step) => boolean;
  onGo: (step: Step) => void;
}>;

/** Where the list is on its way, and what the steps behind came to. Any of them can be gone back to. */
export function StepBar({ step: current, inspection, said, reachable, onGo }: Props) {
  const at = steps.indexOf(current);
  return (
    <nav aria-label="导入步骤">
      <ol className="jf-way">
        {steps.map((step, index) => {
          const note = stepNote(step, inspection, said);
          const isOpen = step !== current && reachable(step);
          const state = step === current ? "now" : index < at ? "behind" : "ahead";
          const words = (
            <>
              <span className="jf-step-mark jf-num" aria-hidden>
                {index + 1}
              </span>
              <span className="jf-step-word">{stepWords[step]}</span>
              {note === "" ? null : (
                <span className="jf-step-note" title={note}>
                  {note}
                </span>
              )}
              {isOpen && step === "columns" && state === "behind" ? (
                <span className="jf-step-look">查看</span>
              ) : null}
            </>
          );
          return (
            <li key={step} data-state={state} aria-current={step === current ? "step" : undefined}>
              {isOpen ? (
                <button type="button" className="jf-plain jf-step" onClick={() => onGo(step)}>
                  {words}
                </button>
              ) : (
                <span className="jf-step">{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
