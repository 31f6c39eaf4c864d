import { type Cents, cents, formatYuan } from "../kernel/cents.ts";
import type { Amounts } from "./invoiceDraft.ts";

const kinds = ["net", "tax", "gross"] as const;
const labels = { net: "金额", tax: "税额", gross: "价税合计" } as const;

/** Holds the sums of a sheet against its 合计 rows as they come. */
export type ControlTotals = Readonly<{
  /** Adds a data row; `undefined` stands for an amount that could not be read. */
  add: (amounts: Partial<Amounts>) => void;
  /** Holds a 合计 row against the rows since the last one, or since the top; answers what is wrong. */
  check: (total: Partial<Amounts>) => TotalsCheck;
}>;

/** `sums` are what the rows come to, of the amounts that the 合计 row states. */
export type TotalsCheck = Readonly<{
  sums: readonly Readonly<{ label: string; stated: Cents; read: Cents }>[];
}> &
  (
    | Readonly<{ kind: "equal" }>
    | Readonly<{ kind: "unknown" }>
    | Readonly<{ kind: "different"; message: string }>
  );

export function controlTotals(): ControlTotals {
  let [fromTop, sinceLast] = [start(), start()];
  return {
    add: (amounts) => {
      for (const sums of [fromTop, sinceLast]) addTo(sums, amounts);
    },
    check: (total) => {
      const result = compare(fromTop, total);
      const part = compare(sinceLast, total);
      sinceLast = start();
      return result.kind === "different" && part.kind !== "different" ? part : result;
    },
  };
}

type Sums = { net: number; tax: number; gross: number; unread: number };

const start = (): Sums => ({ net: 0, tax: 0, gross: 0, unread: 0 });

function addTo(sums: Sums, amounts: Partial<Amounts>): void {
  for (const kind of kinds) sums[kind] += amounts[kind] ?? 0;
  if (amounts.gross === undefined) sums.unread += 1;
}

function compare(sums: Sums, total: Partial<Amounts>): TotalsCheck {
  const held = kinds.flatMap((kind) => {
    const stated = total[kind];
    return stated === undefined ? [] : [{ label: labels[kind], stated, read: cents(sums[kind]) }];
  });
  if (sums.unread > 0) return { kind: "unknown", sums: held };
  const wrong = kinds.find((kind) => Math.abs((total[kind] ?? sums[kind]) - sums[kind]) > 1);
  if (wrong === undefined) return { kind: "equal", sums: held };
  const [below, above] = [formatYuan(cents(total[wrong] ?? 0)), formatYuan(cents(sums[wrong]))];
  return {
    kind: "different",
    sums: held,
    message: `“合计”行的${labels[wrong]}${below}元与各行之和${above}元不一致，未导入。`,
  };
}
