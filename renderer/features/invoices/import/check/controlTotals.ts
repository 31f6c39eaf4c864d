import type { HeldTotal } from "#shared/invoices/preview.ts";
import { formatYuan } from "#shared/kernel/cents.ts";

/** What one 合计 row, or the sums of two sheets, prove. */
export type TotalLine = Readonly<{ key: string; text: string; met: boolean | null }>;

/** One sentence for each 合计 row, the wrong ones first. */
export function totalLines(totals: readonly HeldTotal[]): readonly TotalLine[] {
  const byRow = new Map<string, HeldTotal[]>();
  for (const total of totals) {
    const key = `${total.sheet}\n${total.row}`;
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, [total]);
    else known.push(total);
  }
  return [...byRow].map(([key, held]) => lineOf(key, held)).toSorted((a, b) => rankOf(a.met) - rankOf(b.met));
}

const rankOf = (met: boolean | null): number => (met === false ? 0 : met === null ? 1 : 2);

function lineOf(key: string, held: readonly HeldTotal[]): TotalLine {
  const [{ sheet, row } = { sheet: "", row: 0 }] = held;
  const where = row === 0 ? `“${sheet}”与明细` : `“${sheet}”第 ${row} 行合计`;
  const against = row === 0 ? "明细之和" : "各行之和";
  const wrong = held.filter(({ met }) => met === false);
  if (wrong.length > 0) {
    const sums = wrong.map(
      ({ column, statedCents, readCents }) =>
        `${column} ${formatYuan(statedCents)}，${against} ${formatYuan(readCents)}`,
    );
    return { key, met: false, text: `${where}：${sums.join("；")}，不一致` };
  }
  if (held.some(({ met }) => met === null))
    return { key, met: null, text: `${where}：有的行没有读出，改好后才能核对` };
  const sums = held.map(({ column, statedCents }) => `${column} ${formatYuan(statedCents)}`);
  return { key, met: true, text: `${where}：${sums.join("、")}，与${against}一致` };
}
