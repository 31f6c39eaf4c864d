import { fundNames } from "#shared/budget/fundUse.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Project } from "#shared/model/project.ts";
import { useApi } from "../../../app/useApi.ts";
import "./funding.css";

/** What the payments so far took of each source, in the order in which the office uses them. */
export function FundUse({ project }: Readonly<{ project: Pick<Project, "id" | "fiscalYear"> }>) {
  const { id, fiscalYear } = project;
  const execution = useApi("budget.execution", { fiscalYear, projectId: id, asOf: null });
  const funds = execution.data?.projects[0]?.funds;
  const sources = funds?.sources.filter((source) => source.amountCents > 0) ?? [];
  if (funds === undefined || sources.length === 0) return null;
  return (
    <div className="jf-funding-use" title="按付款先后依次归到各资金来源，顺序在“设置 › 年度”里选">
      {sources.map(({ kind, usedCents, leftCents }) => (
        <span key={kind}>
          {fundNames[kind]}已用 {formatYuan(usedCents)}，剩余 {formatYuan(leftCents)}
        </span>
      ))}
      {funds.beyondCents > 0 ? (
        <span className="jf-status-block">超出资金来源 {formatYuan(funds.beyondCents)}</span>
      ) : null}
      {sources.length > 1 ? (
        <span className="jf-faint">{funds.order === "first" ? "结转资金先用" : "结转资金后用"}</span>
      ) : null}
    </div>
  );
}
