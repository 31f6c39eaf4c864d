import type { BudgetLineView } from "#shared/api/projects.ts";
import { addCents, type Cents, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { Amount } from "../../../components/Amount.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { moveBetween } from "../../../components/inputs/moveBetween.ts";
import { type Deltas, lineProblem } from "./adjustDraft.ts";
import "../sheets.css";

type Props = Readonly<{
  lines: readonly BudgetLineView[];
  deltas: Deltas;
  onChange: (id: Id, value: Cents | null) => void;
}>;

/** Every line with what it has, and a field for what it gets; what it gives is below zero. */
export const AdjustTable = ({ lines, deltas, onChange }: Props) => (
  <div className="jf-adjust">
    <table aria-label="各项增减" onKeyDown={(event) => moveBetween(event, "input")}>
      <thead>
        <tr>
          <th>预算明细</th>
          <th className="jf-plan-amount">现预算</th>
          <th className="jf-plan-amount">可用余额</th>
          <th className="jf-plan-amount">增减（减少填负数）</th>
          <th className="jf-plan-amount">调剂后</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const delta = deltas.get(line.id) ?? zeroCents;
          const problem = lineProblem(line, delta);
          return (
            <tr key={line.id}>
              <td>
                {line.name}
                {problem === undefined ? null : (
                  <span className={`jf-adjust-problem jf-adjust-${problem.severity}`}>{problem.text}</span>
                )}
              </td>
              <td className="jf-plan-amount">
                <Amount value={line.allocatedCents} />
              </td>
              <td className="jf-plan-amount">
                <Amount value={line.availableCents} />
              </td>
              <td className="jf-plan-amount">
                <MoneyInput
                  negative
                  autoFocus={index === 0}
                  aria-label={`${line.name}增减`}
                  value={delta === 0 ? null : delta}
                  onChange={(value) => onChange(line.id, value)}
                />
              </td>
              <td className="jf-plan-amount">
                <Amount value={addCents(line.allocatedCents, delta)} strong={delta !== 0} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
