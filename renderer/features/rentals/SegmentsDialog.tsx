import { useDeferredValue, useState } from "react";
import type { RentalMatrixRow } from "#shared/api/rentals.ts";
import { addMonths, firstDay, monthOf } from "#shared/kernel/dates.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Loaded } from "../../components/Page.tsx";
import { PlanDifferenceView } from "../contracts/plan/PlanDifferenceView.tsx";
import { SegmentTable } from "./SegmentTable.tsx";
import { addChange, type SegmentDraft, segmentProblems, toDrafts, toInput } from "./segmentDraft.ts";

/** Dated quantity and price of a rental, and what a change would do to its months, before it is saved. */
export function SegmentsDialog({ row, onClose }: Readonly<{ row: RentalMatrixRow; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const nextFrom = firstDay(addMonths(monthOf(today), 1));
  const [first] = useState<readonly SegmentDraft[]>(() =>
    // A group that is new begins with its first segment.
    row.segments.length === 0 ? addChange([], "first", nextFrom) : toDrafts(row.segments),
  );
  const [drafts, setDrafts] = useState(first);
  const problems = segmentProblems(drafts);
  const input = { rentalId: row.rental.id, segments: problems.length === 0 ? toInput(drafts) : [] };
  const previewed = useDeferredValue(input);
  const preview = useApi("rentals.previewSegments", previewed, { enabled: previewed.segments.length > 0 });
  const save = useApiMutation("rentals.saveSegments", {
    onSuccess: () => {
      done(`${row.rental.name}的数量和单价已保存`);
      onClose();
    },
  });
  const { rental } = row;
  return (
    <FormDialog
      title={`${rental.name}：数量和单价`}
      width={860}
      pending={save.isPending}
      ready={problems.length === 0}
      changed={drafts !== first}
      onSubmit={() => save.mutate(input)}
      onClose={onClose}
    >
      <p className="jf-soft jf-plan-terms">
        从启用日期起按该段计租；后开始的段盖住先前的段，到停用日期为止。
        {rental.proration === "daily" ? "月中变动按天折算。" : "按整月计：月中变动从下月起算。"}
        可以从 Excel 复制多行（启用日期、停用日期、数量、单价、免租、说明）后粘贴到表中。
      </p>
      <SegmentTable drafts={drafts} unitName={rental.unitName} nextFrom={nextFrom} onChange={setDrafts} />
      {problems.length > 0 ? (
        <ul className="jf-segment-problems" role="status">
          {problems.map((problem) => (
            <li key={problem} className="jf-field-problem">
              {problem}
            </li>
          ))}
        </ul>
      ) : (
        <Loaded query={preview}>{(difference) => <PlanDifferenceView difference={difference} />}</Loaded>
      )}
    </FormDialog>
  );
}
