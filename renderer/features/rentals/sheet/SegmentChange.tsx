import type { SegmentDraft } from "#shared/rentals/segmentRuns.ts";

type Props = Readonly<{ before: readonly SegmentDraft[]; after: readonly SegmentDraft[] }>;

const textOf = ({ quantity, unitPrice, free }: SegmentDraft): string =>
  `${quantity}×${unitPrice}${free === 1 ? "，免租" : ""}`;

const keyOf = (run: SegmentDraft): string => `${run.validFrom} ${run.validTo ?? ""} ${textOf(run)}`;

/** The segments as they will be, those that are new marked. */
export function SegmentChange({ before, after }: Props) {
  const known = new Set(before.map(keyOf));
  if (after.length === 0) return <p className="jf-soft">不再租用，没有数量段。</p>;
  return (
    <table className="jf-plan-table">
      <thead>
        <tr>
          <th>启用日期</th>
          <th>停用日期</th>
          <th className="jf-right">数量×单价（元/月）</th>
        </tr>
      </thead>
      <tbody>
        {after.map((run) => (
          <tr key={keyOf(run)} data-kind={known.has(keyOf(run)) ? undefined : "change"}>
            <td className="jf-num">{run.validFrom}</td>
            <td className="jf-num">{run.validTo ?? "不限"}</td>
            <td className="jf-right jf-num">
              {known.has(keyOf(run)) ? textOf(run) : <mark className="jf-plan-mark">{textOf(run)}</mark>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
