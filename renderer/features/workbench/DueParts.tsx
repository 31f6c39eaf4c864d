import type { DueItem, DueKind } from "#shared/api/due.ts";
import { TodoList } from "./TodoList.tsx";
import { dueSum, dueTodo, ofKinds } from "./todos.ts";

type Part = Readonly<{
  title: string;
  kinds: readonly DueKind[];
  none: string;
  alarm?: "block";
  /** Left out while there is nothing in it. */
  seldom?: boolean;
}>;

const parts: readonly Part[] = [
  {
    title: "已用于付款的发票被红冲、作废",
    kinds: ["reversed"],
    none: "没有被红冲、作废的已用发票。",
    alarm: "block",
    seldom: true,
  },
  { title: "逾期未付", kinds: ["overdue"], none: "没有逾期的付款期次。", alarm: "block" },
  { title: "近期应付", kinds: ["due", "soon"], none: "近期没有要付的期次。" },
  { title: "等材料的期次", kinds: ["blocked"], none: "没有等验收或等发票的期次。" },
  {
    title: "待退的质保金、保证金",
    kinds: ["retention", "bond"],
    none: "没有待退的质保金、保证金。",
    seldom: true,
  },
  { title: "合同到期", kinds: ["expiring"], none: "近期没有到期的合同。", seldom: true },
  { title: "未冲销的预付款", kinds: ["advance"], none: "没有未冲销的预付款。", seldom: true },
];

/** The list of 待办 in its parts; the whole of each stands on its own page. */
export function DueParts({ due }: Readonly<{ due: readonly DueItem[] }>) {
  return parts.map(({ title, kinds, none, alarm, seldom }) => {
    const items = ofKinds(due, ...kinds);
    if (seldom && items.length === 0) return null;
    return (
      <TodoList
        key={title}
        title={title}
        {...(alarm === undefined ? {} : { alarm })}
        items={items.map(dueTodo)}
        sum={dueSum(items)}
        none={none}
        to={`/due?kind=${kinds.join(",")}`}
      />
    );
  });
}
