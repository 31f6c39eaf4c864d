import type { BudgetExecution } from "#shared/api/budget.ts";
import { type FundKind, fundKinds, fundNames } from "#shared/budget/fundUse.ts";
import { timeProgressName } from "#shared/budget/timeProgress.ts";
import { formatBp, formatYuan, sumCents } from "#shared/kernel/cents.ts";

/** The year against 序时进度, and which funds are used up. */
export function ExecutionSummary({ execution }: Readonly<{ execution: BudgetExecution }>) {
  const { total, progress, projects } = execution;
  const funds = fundKinds.flatMap((kind) => fundText(projects, kind));
  const order = projects[0]?.funds.order === "last" ? "结转后用" : "结转先用";
  return (
    <span className="jf-budget-summary">
      <span>
        执行率 <b>{total.executionBp === null ? "—" : formatBp(total.executionBp)}</b>，
        {timeProgressName(progress)} {formatBp(progress.bp)}
      </span>
      {total.laterCents === 0 ? null : (
        <span className="jf-soft" title="已签合同中所属期在以后年度的部分，由以后年度的预算安排">
          以后年度已签未付 {formatYuan(total.laterCents)}，不占本年预算
        </span>
      )}
      {funds.length === 0 ? null : (
        <span className="jf-soft" title="按付款先后依次归到各资金来源；先用、后用结转资金在“设置 › 年度”里选">
          {funds.join("，")}
          {funds.length > 1 ? `（${order}）` : ""}
        </span>
      )}
    </span>
  );
}

/** "上年结转已用 1,000.00 / 2,000.00" for a source that any project has. */
function fundText(projects: BudgetExecution["projects"], kind: FundKind): readonly string[] {
  const sources = projects.flatMap(({ funds }) => funds.sources.filter((source) => source.kind === kind));
  const amount = sumCents(sources.map((source) => source.amountCents));
  if (amount === 0) return [];
  const used = sumCents(sources.map((source) => source.usedCents));
  return [`${fundNames[kind]}已用 ${formatYuan(used)} / ${formatYuan(amount)}`];
}
