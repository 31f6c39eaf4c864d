import type { ProjectDetail } from "#shared/api/projects.ts";
import { cents, formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { Amount } from "../../../components/Amount.tsx";
import { fundingFields, fundingSum, statedSum } from "../basics/funding.ts";

/** The sums of what was filed, and whether they agree with the year's funds: rule BUD-02 leaves 调剂 out, too. */
export function BudgetFoot({ detail: { budgetLines, funding } }: Readonly<{ detail: ProjectDetail }>) {
  const total = sumCents(budgetLines.map((line) => line.amountCents));
  const annual = statedSum(funding, "annual") ?? fundingSum(fundingFields(funding), "annual");
  const off = cents(total - annual);
  return (
    <tfoot>
      <tr>
        <td />
        <td colSpan={7}>
          合计（原预算）
          {off === 0 ? (
            <span className="jf-grid-agrees">与年度资金申请总额一致</span>
          ) : (
            <span className="jf-grid-off">
              年度资金申请总额为 {formatYuan(annual)}，{off > 0 ? "多出" : "还差"}{" "}
              {formatYuan(cents(Math.abs(off)))}
            </span>
          )}
        </td>
        <td className="jf-grid-figure">
          <Amount value={total} />
        </td>
        <td className="jf-grid-figure">
          <Amount value={sumCents(budgetLines.map((line) => line.paidCents))} />
        </td>
        <td className="jf-grid-figure">
          <Amount value={sumCents(budgetLines.map((line) => line.committedCents))} />
        </td>
        <td className="jf-grid-figure">
          <Amount value={sumCents(budgetLines.map((line) => line.availableCents))} />
        </td>
      </tr>
    </tfoot>
  );
}
