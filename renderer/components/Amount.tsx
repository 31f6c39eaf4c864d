import { cents, formatYuan } from "#shared/kernel/cents.ts";

/** An amount as every table shows it; 元 stands once, in the heading. */
export function Amount({ value, strong }: Readonly<{ value: number | null; strong?: boolean }>) {
  if (value === null) return <span className="jf-amount jf-faint">—</span>;
  return <span className={strong ? "jf-amount jf-strong" : "jf-amount"}>{formatYuan(cents(value))}</span>;
}
