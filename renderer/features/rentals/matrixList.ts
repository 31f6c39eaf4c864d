import type { ListInput } from "#shared/api/filings.ts";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { foldText } from "../../components/table/cellText.ts";
import { cellsByMonth, type Figures, figureKeys, figureWords, sumsOf } from "./matrix.ts";

/** The rentals in whose names every word typed occurs: device, vendor, contract. */
export function filterMatrix(matrix: RentalMatrix, typed: string): RentalMatrix {
  const words = foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return matrix;
  const rows = matrix.rows.filter(({ rental, vendorName, contractNo }) => {
    const text = foldText([rental.name, vendorName, contractNo].join(" "));
    return words.every((word) => text.includes(word));
  });
  return { ...matrix, rows };
}

const names = [
  { title: "月租", width: 24, kind: "text" },
  { title: "合同编号", width: 16, kind: "text" },
  { title: "供应商", width: 28, kind: "text" },
  { title: "项", width: 8, kind: "text" },
] as const;

/** The matrix as it is shown, as a list: four lines for each rental, a column for each month. */
export function toList(title: string, matrix: RentalMatrix): ListInput {
  const sums = sumsOf(matrix);
  const lines = (lead: readonly string[], figures: readonly (Figures | null)[], sum: Figures) =>
    figureKeys.map((key) => [
      ...lead,
      figureWords[key],
      ...figures.map((figure) => (figure === null ? null : figure[key])),
      sum[key],
    ]);
  return {
    title,
    columns: [
      ...names,
      ...matrix.months.map((month) => ({ title: month, width: 13, kind: "amount" as const })),
      { title: "合计", width: 14, kind: "amount" },
    ],
    rows: [
      ...matrix.rows.flatMap((row, index) =>
        lines(
          [row.rental.name, row.contractNo, row.vendorName],
          cellsByMonth(row, matrix.months),
          sums.rows[index] ?? sums.all,
        ),
      ),
      ...lines(["合计", "", ""], sums.months, sums.all),
    ],
  };
}

/** "5月，应付 2,210.00，逾期": what a screen reader says of a cell. */
export const statusText = (status: keyof typeof statusLabels | null): string =>
  status === null ? "无" : statusLabels[status];
