import { useEffect, useEffectEvent, useState } from "react";
import type { ImportIssue, ImportPreview } from "#shared/invoices/preview.ts";
import { ResultTabs } from "../../../../components/intake/ResultTabs.tsx";
import { SeverityTag } from "../../../../components/SeverityTag.tsx";
import type { Wizard } from "../useWizard.ts";
import { ControlTotals } from "./ControlTotals.tsx";
import { IssuesTable } from "./IssuesTable.tsx";
import { nothingText } from "./nothingToTake.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { firstPart, type PreviewPart, partCounts, partWords } from "./previewEntries.ts";
import { RejectedPart } from "./RejectedPart.tsx";
import { placeOfIssue } from "./rowPlaces.ts";
import "./check.css";

type Props = Readonly<{ wizard: Wizard; preview: ImportPreview }>;

/** What an import would do, before anything is written: by outcome, each row with its sentence. */
export function CheckStep({ wizard, preview }: Props) {
  const [wanted, setPart] = useState<PreviewPart>(() => firstPart(preview));
  const [start, setStart] = useState<ImportIssue | null>(null);
  const [lost, setLost] = useState<ImportIssue | null>(null);
  const parts = partCounts(preview);
  const nothing = nothingText(preview);
  // The last refused row was mended: go on with what there is.
  const isThere = parts.some(({ part, count }) => part === wanted && count > 0);
  const part = isThere ? wanted : firstPart(preview);
  const begin = useEffectEvent(() => {
    // What is taken is imported by Enter; where nothing can be, one looks at what there is.
    document.querySelector<HTMLElement>(".jf-import-go:enabled, .jf-part[aria-selected='true']")?.focus();
    if (!isThere) setPart(part);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once at the beginning, and when what was looked at is gone
  useEffect(() => begin(), [isThere]);
  const { fixes, checkedWith, leftOut, work } = wizard;
  const choose = (next: PreviewPart) => {
    setStart(null);
    setLost(null);
    setPart(next);
  };
  const openIssue = (issue: ImportIssue) => {
    const place = placeOfIssue(preview, issue);
    setLost(place.to === "nowhere" ? issue : null);
    if (place.to === "column") wizard.toColumn(place);
    if (place.to !== "row") return;
    setStart(issue);
    setPart(place.part);
  };
  return (
    <>
      {preview.isBlocked ? <Blocked preview={preview} /> : null}
      {nothing === "" ? null : (
        <p className="jf-step-lead jf-strong" role="status">
          {nothing}
        </p>
      )}
      <ControlTotals totals={preview.totals} />
      <ResultTabs parts={parts} words={partWords} part={part} onPart={choose} />
      {part === "rejected" ? (
        <RejectedPart
          preview={preview}
          start={start}
          fixes={fixes}
          pending={checkedWith?.fixes !== fixes}
          busy={work.running !== null}
          onFixes={wizard.setFixes}
          onRecheck={wizard.recheck}
        />
      ) : (
        <div className="jf-part-list">
          {part === "issues" ? (
            <IssuesTable issues={preview.issues} lost={lost} onOpen={openIssue} />
          ) : (
            <PreviewTable
              preview={preview}
              part={part}
              start={start}
              leftOut={leftOut}
              onLeaveOut={wizard.setLeftOut}
            />
          )}
        </div>
      )}
    </>
  );
}

const shownReasons = 3;

/** The file contradicts itself: nothing of it can be taken, and why. */
function Blocked({ preview }: Readonly<{ preview: ImportPreview }>) {
  const reasons = preview.issues.filter(({ severity }) => severity === "block").slice(0, shownReasons);
  return (
    <div className="jf-error-box jf-import-blocked" role="alert">
      <p className="jf-strong">这个文件前后矛盾，不能导入。账本没有改动。</p>
      {reasons.map(({ sheet, row, message }) => (
        <p key={`${sheet} ${row} ${message}`}>
          <SeverityTag severity="block" /> 工作表“{sheet}”第 {row} 行：{message}
        </p>
      ))}
      <p className="jf-soft">请在电子税务局重新导出后再导入；表格如改动过，请用原始文件。</p>
    </div>
  );
}
