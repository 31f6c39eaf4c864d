import type { PlanPreview } from "#shared/api/agreements.ts";
import { Amount } from "../../../components/Amount.tsx";
import { PlanDifferenceView } from "./PlanDifferenceView.tsx";

type Props = Readonly<{ preview: PlanPreview; notes?: readonly string[]; sumWord?: string }>;

/** What a change of the terms does to sum, term and plan, and what to know before it is saved. */
export function PlanPreviewView({ preview, notes = [], sumWord = "合同金额" }: Props) {
  const { sumBeforeCents, sumCents, endBefore, endDate, difference } = preview;
  return (
    <div role="status">
      <p className="jf-plan-terms jf-num">
        <span>
          {sumWord} <Amount value={sumBeforeCents} />
          {sumCents === sumBeforeCents ? null : (
            <>
              {" → "}
              <Amount value={sumCents} strong />
            </>
          )}{" "}
          元
        </span>
        <span>
          结束日期 {endBefore}
          {endDate === endBefore ? null : (
            <>
              {" → "}
              <strong>{endDate}</strong>
            </>
          )}
        </span>
      </p>
      {notes.length === 0 ? null : (
        <ul className="jf-plan-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PlanDifferenceView difference={difference} />
    </div>
  );
}
