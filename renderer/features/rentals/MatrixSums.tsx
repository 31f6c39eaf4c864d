import type { YearMonth } from "#shared/kernel/dates.ts";
import { useToday } from "../../app/status.ts";
import { FigureStack, FigureWords } from "./FigureStack.tsx";
import type { MatrixSums as Sums } from "./matrix.ts";

/** What all rentals that are shown come to, month by month. */
export function MatrixSums({ months, sums }: Readonly<{ months: readonly YearMonth[]; sums: Sums }>) {
  const thisMonth = useToday().slice(0, 7);
  return (
    <tfoot>
      <tr className="jf-matrix-line">
        <th scope="row" className="jf-matrix-name">
          合计
        </th>
        <FigureWords lead="" />
        {sums.months.map((figures, index) => (
          <td key={months[index]}>
            <FigureStack figures={figures} lead="" quiet={(months[index] ?? "") > thisMonth} />
          </td>
        ))}
        <td>
          <FigureStack figures={sums.all} strong lead="" />
        </td>
      </tr>
    </tfoot>
  );
}
