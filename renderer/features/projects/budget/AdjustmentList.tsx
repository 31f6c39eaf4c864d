import { Link } from "react-router";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { Section } from "../../../components/Page.tsx";

/** 预算调剂 that were made, the latest first. */
export function AdjustmentList({
  detail: { adjustments, budgetLines },
}: Readonly<{ detail: ProjectDetail }>) {
  if (adjustments.length === 0) return null;
  const nameOf = (id: string) => budgetLines.find((line) => line.id === id)?.name ?? "（已作废的明细）";
  const groups = [...new Set(adjustments.map((row) => row.groupId))]
    .map((groupId) => adjustments.filter((row) => row.groupId === groupId))
    .sort(([left], [right]) => ((left?.adjustedOn ?? "") < (right?.adjustedOn ?? "") ? 1 : -1));
  return (
    <Section title="预算调剂" actions={<Link to="/budget/adjustments">会议纪要、作废</Link>}>
      <ul className="jf-adjustments">
        {groups.map((rows) => {
          const [first] = rows;
          return first === undefined ? null : (
            <li key={first.groupId}>
              <span className="jf-num">{first.adjustedOn}</span>
              <span>
                {first.reason}
                {first.documentNo === "" ? "" : `（${first.documentNo}）`}
              </span>
              <span className="jf-soft">
                {rows
                  .map(
                    (row) =>
                      `${nameOf(row.budgetLineId)} ${row.deltaCents > 0 ? "+" : ""}${formatYuan(row.deltaCents)}`,
                  )
                  .join("，")}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
