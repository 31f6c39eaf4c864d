import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useLocation } from "react-router";
import { ErrorBox } from "../../../components/ErrorBox.tsx";
import { LossQuestion, useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { ProgressPanel } from "../../../components/ProgressPanel.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import type { Arrival } from "../papers/intake.ts";
import { CheckStep } from "./check/CheckStep.tsx";
import { takenCount } from "./check/previewEntries.ts";
import { ColumnsStep } from "./columns/ColumnsStep.tsx";
import { FileStep } from "./file/FileStep.tsx";
import { ImportActions } from "./ImportActions.tsx";
import { ResultStep } from "./result/ResultStep.tsx";
import { StepBar } from "./StepBar.tsx";
import { SheetsStep } from "./sheets/SheetsStep.tsx";
import { isOf, takenOf, useWaitingLists } from "./useWaitingLists.ts";
import { type Taken, useWizard, type Wizard } from "./useWizard.ts";
import { WaitingNote } from "./WaitingNote.tsx";
import { isSaid, obstacle, type Step } from "./wizard.ts";
import "./import.css";

type Props = Readonly<{
  url: UrlState;
  /** Files that were dropped on the window, once they are there. */
  arrived: Arrival | null;
  onArrived: () => void;
  /** For invoices that are on no list: one by one. */
  ways: ReactNode;
}>;

/** 导入发票: from a list to the ledger, a step at a time; steps that are not needed are passed over. */
export function ImportPage({ url, arrived, onArrived, ways }: Props) {
  const wizard = useWizard();
  const { step, inspection, preview, work, done } = wizard;
  const { leftOut } = wizard;
  const taken = useMemo(
    () => (preview === null || preview.isBlocked ? 0 : takenCount(preview.entries, leftOut)),
    [preview, leftOut],
  );
  const lists = useWaitingLists();
  const { waiting } = lists;
  const hasWork = wizard.fixes.size > 0 || isSaid(wizard.said);
  const [other, setOther] = useState<Taken | null>(null);
  const busy = work.running !== null;
  const [reading, setReading] = useState<Taken | null>(null);
  const take = async (list: Taken) => {
    setReading(list);
    if (await wizard.take(list)) lists.drop(list);
    else lists.putLast(list);
    setReading((now) => (now === list ? null : now));
  };
  const offer = (list: Taken) => (done === null && hasWork ? setOther(list) : void take(list));
  const offerNext = () => {
    const [next] = waiting;
    if (next !== undefined) offer(takenOf(next));
  };
  useArrival(wizard, arrived, ({ importFile, waiting: after }) => {
    onArrived();
    lists.add([importFile, ...after]);
    // What is being read or written now is brought to its end first.
    if (!busy) void take(takenOf(importFile));
  });
  const isOpen = done === null && (taken > 0 || hasWork);
  const left = waiting.length + (isOpen ? 1 : 0);
  useLeaveGuard({
    active: left > 0,
    title: left > 1 ? `还有 ${left} 份清单没有导入` : "这份清单还没有导入",
    text: "离开后，需要重新选择文件；改过的列对应和单元格也要重做。",
  });
  const close = (changes: Readonly<Record<string, string | null>> = {}) =>
    url.set({ import: null, ...changes });
  return (
    <Page>
      <PageHeader
        title="导入发票"
        actions={<ImportActions wizard={wizard} taken={taken} onClose={() => close()} />}
      />
      <StepBar
        step={step}
        inspection={inspection}
        said={wizard.said}
        reachable={(other) => isReachable(wizard, other)}
        onGo={wizard.go}
      />
      {step === "done" ? null : (
        <WaitingNote
          waiting={waiting.filter((file) => reading === null || !isOf(reading, file))}
          busy={busy}
          onSkip={offerNext}
        />
      )}
      <ProgressPanel work={work} />
      {wizard.failure === null ? null : (
        <div className="jf-import-failure">
          <ErrorBox error={wizard.failure} />
        </div>
      )}
      {step === "file" ? (
        <FileStep busy={busy} ways={ways} onTake={offer} onOpenBatch={(batch) => close({ batch })} />
      ) : null}
      {other === null ? null : (
        <LossQuestion
          title={`改为导入“${other.name}”`}
          text="现在这份清单还没有导入，改过的列对应和单元格不会保留。"
          leave="换一份"
          stay="继续这一份"
          onLeave={() => {
            setOther(null);
            void take(other);
          }}
          onStay={() => setOther(null)}
        />
      )}
      {step === "sheets" && inspection !== null ? (
        <SheetsStep inspection={inspection} said={wizard.said} onSay={wizard.say} />
      ) : null}
      {step === "columns" && inspection !== null ? (
        <ColumnsStep
          inspection={inspection}
          said={wizard.said}
          remember={wizard.remember}
          start={wizard.column}
          onSay={wizard.say}
          onRemember={wizard.setRemember}
        />
      ) : null}
      {step === "check" && preview !== null ? <CheckStep wizard={wizard} preview={preview} /> : null}
      {step === "done" && done !== null ? (
        <ResultStep
          done={done}
          leftOut={leftOut.size}
          waiting={waiting}
          onNext={offerNext}
          onAgain={wizard.restart}
          onBatch={(batch) => close({ batch })}
          onInvoices={(ofBatch) => close({ ofBatch })}
        />
      ) : null}
    </Page>
  );
}

/** Files that come from outside, and the command to import once more. */
function useArrival(wizard: Wizard, arrived: Arrival | null, onArrived: (arrived: Arrival) => void): void {
  const take = useEffectEvent(onArrived);
  useEffect(() => {
    if (arrived !== null) take(arrived);
  }, [arrived]);
  const { key } = useLocation();
  const again = useEffectEvent(() => {
    if (wizard.step === "done") wizard.restart();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: who comes here anew begins anew
  useEffect(() => again(), [key]);
}

/** All that is behind, and the check as soon as nothing is in its way. */
function isReachable({ inspection, said, done, work }: Wizard, step: Step): boolean {
  if (done !== null || work.running !== null || step === "done") return false;
  if (step === "file") return true;
  if (inspection === null || (inspection.kind === "eInvoices" && step !== "check")) return false;
  return step !== "check" || obstacle(inspection, said) === "";
}
