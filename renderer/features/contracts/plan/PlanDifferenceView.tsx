import type { PlanDifference, PlanRow } from "#shared/api/contracts.ts";
import { Amount } from "../../../components/Amount.tsx";
import { lockWords } from "../contractWords.ts";
import { type DifferenceRow, differenceRows, hasChanges, netChange } from "./planDifference.ts";
import "./plan.css";

const marks: Readonly<Record<DifferenceRow["kind"], string>> = {
  add: "新增",
  change: "改动",
  remove: "取消",
  locked: "不动",
};

/** What a new plan would do to the present one, before it is done: row by row, the old beside the new. */
export function PlanDifferenceView({ difference }: Readonly<{ difference: PlanDifference }>) {
  const rows = differenceRows(difference);
  const net = netChange(difference);
  return (
    <div className="jf-plan">
      <p className="jf-plan-sum">
        {countsOf(difference).map(([word, count]) => (
          <span key={word}>
            {word} {count} 期
          </span>
        ))}
        <span className="jf-spacer" />
        {net === 0 ? null : (
          <span>
            合计{net > 0 ? "增加" : "减少"} <Amount value={Math.abs(net)} strong /> 元
          </span>
        )}
      </p>
      {!hasChanges(difference) && difference.locked.length === 0 ? (
        <p className="jf-soft">与现在的付款计划完全一致，无需调整。</p>
      ) : (
        <table className="jf-plan-table">
          <thead>
            <tr>
              <th>处理</th>
              <th>期次</th>
              <th className="jf-right">现在（元）</th>
              <th className="jf-right">调整后（元）</th>
              <th>可付起始日</th>
              <th>最迟付款日</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {difference.locked.length === 0 ? null : (
        <p className="jf-soft jf-plan-note">
          标为“不动”的期次保持原样，括号中是按新约定本应的金额；差额已由其余各期补足，补不足的请与供应商核对。
        </p>
      )}
    </div>
  );
}

/** Only what there is: five noughts in a row say nothing. */
const countsOf = ({ keep, add, change, remove, locked }: PlanDifference) =>
  (
    [
      ["不变", keep],
      ["新增", add.length],
      ["改动", change.length],
      ["取消", remove.length],
      ["不动", locked.length],
    ] as const
  ).filter(([, count]) => count > 0);

function Line({ row: { kind, before, after, why } }: Readonly<{ row: DifferenceRow }>) {
  const shown = after ?? before;
  return (
    <tr data-kind={kind}>
      <td>{marks[kind]}</td>
      <td>
        {shown?.label}
        {why.length === 0 ? null : (
          <span className="jf-plan-why">{why.map((reason) => lockWords[reason]).join("、")}</span>
        )}
      </td>
      <td className="jf-right">
        <Amount value={before?.amountCents ?? null} />
      </td>
      <td className="jf-right">
        {kind === "locked" ? (
          <span className="jf-faint">
            （<Amount value={after?.amountCents ?? null} />）
          </span>
        ) : (
          <Changed before={before?.amountCents} after={after?.amountCents}>
            <Amount value={after?.amountCents ?? null} />
          </Changed>
        )}
      </td>
      <td>
        <Day name="earliestDate" before={before} after={kind === "locked" ? before : after} />
      </td>
      <td>
        <Day name="dueDate" before={before} after={kind === "locked" ? before : after} />
      </td>
    </tr>
  );
}

type DayProps = Readonly<{
  name: "earliestDate" | "dueDate";
  before: PlanRow | null;
  after: PlanRow | null;
}>;

function Day({ name, before, after }: DayProps) {
  const row = after ?? before;
  const day = row?.[name] ?? null;
  const text = day ?? (row?.kind === "advance" ? "合同签订后" : "收票验收后");
  return (
    <Changed before={before?.[name]} after={after?.[name]}>
      <span className={day === null ? "jf-faint" : "jf-num"}>{text}</span>
    </Changed>
  );
}

/** Marks what differs from before; nothing to mark where one of the two is missing. */
function Changed({
  before,
  after,
  children,
}: Readonly<{
  before: string | number | null | undefined;
  after: string | number | null | undefined;
  children: React.ReactNode;
}>) {
  const differs = before !== undefined && after !== undefined && before !== after;
  return differs ? <mark className="jf-plan-mark">{children}</mark> : children;
}
