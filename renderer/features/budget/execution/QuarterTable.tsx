import type { Execution, ExecutionFigures } from "#shared/budget/execution.ts";
import { Amount } from "../../../components/Amount.tsx";

type Figure = keyof ExecutionFigures;

const rows: readonly Readonly<{ key: Figure; label: string; strong?: boolean }>[] = [
  { key: "allocatedCents", label: "预算" },
  { key: "paidCents", label: "已付" },
  { key: "committedCents", label: "已签未付" },
  { key: "availableCents", label: "可用余额", strong: true },
];

const columns = ["一季度", "二季度", "三季度", "四季度", "全年"] as const;

const short = (value: number): string => (value < 0 ? "jf-budget-short" : "");

/**
 * All figures of all quarters, each with the year; and what is available up to each quarter. Only there a lack is one: what
 * a quarter overdraws an earlier one may have left.
 */
export function QuarterTable({ execution }: Readonly<{ execution: Execution }>) {
  const { quarters } = execution;
  return (
    <table className="jf-budget-quarters" aria-label="各季预算执行">
      <thead>
        <tr>
          <th aria-label="项目" />
          {columns.map((title) => (
            <th key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, strong }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {[...quarters, execution].map((figures, index) => (
              <td key={columns[index]} className={index === quarters.length ? short(figures[key]) : ""}>
                <Amount value={figures[key]} strong={strong === true} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">到季末可用</th>
          {quarters.map((figures) => (
            <td key={figures.quarter} className={short(figures.cumulativeCents)}>
              <Amount value={figures.cumulativeCents} />
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  );
}
