import type { Fault } from "../../excel/cellValues.ts";
import { type IsoDate, isoDate, parseDate } from "../../kernel/dates.ts";
import { readPeriod } from "../../matching/periodText.ts";
import type { Period } from "../../schedule/periods.ts";

const range = /^(.+?\d日?)\s*(?:[-~—–]{1,2}|至|到)\s*(\d{4}.+)$/;

/**
 * 所属期 as people write it: "2022年第一季度", "2022年1-3月", "2022-01-01至2022-03-31", "2022年". Without a year it is that
 * of the payment.
 */
export function readPeriodText(text: string, day: IsoDate | undefined): Period | undefined | Fault {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return undefined;
  const year = /^(\d{4})年?(?:全年)?$/.exec(plain)?.[1];
  if (year !== undefined) return { from: isoDate(`${year}-01-01`), to: isoDate(`${year}-12-31`) };
  const [, first = "", last = ""] = range.exec(plain) ?? [];
  const [from, to] = [parseDate(first), parseDate(last)];
  if (from !== undefined && to !== undefined && from <= to) return { from, to };
  const only = parseDate(plain);
  if (only !== undefined) return { from: only, to: only };
  return (
    readPeriod(plain, day ?? isoDate("2000-01-01")) ?? {
      fault: `“${text}”看不懂，请写成“2022年第1季度”“2022年1-3月”或“2022-01-01至2022-03-31”`,
    }
  );
}
