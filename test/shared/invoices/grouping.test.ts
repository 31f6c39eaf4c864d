import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { lineKey } from "#shared/invoices/sheetGroups.ts";
import { cents, formatYuanPlain } from "#shared/kernel/cents.ts";
import { invoicesSheet, type ListRow, linesSheet, parse } from "./lists.ts";

const money = fc.integer({ min: -50_000, max: 1_000_000 });

type Line = Readonly<{ invoice: number; net: number; tax: number; off: number; goods: string }>;

/**
 * Lines of a few invoices, some of several lines, some with a wrong sum. The tax is a lawful part of the net: columns in
 * which it outweighs the net are doubted, and rightly.
 */
const line: fc.Arbitrary<Line> = fc
  .record({
    invoice: fc.integer({ min: 1, max: 6 }),
    net: money,
    rate: fc.constantFrom(0, 1, 3, 6, 9, 13),
    off: fc.constantFrom(0, 0, 0, 0, 1, 7),
    goods: fc.constantFrom("甲", "乙", "丙"),
  })
  .map(({ rate, ...row }) => ({ ...row, tax: Math.round((row.net * rate) / 100) }));

const yuan = (value: number): string => formatYuanPlain(cents(value));

const rowOf = ({ invoice, net, tax, off, goods }: Line): ListRow => ({
  digitalNumber: `2231200000000000001${invoice}`,
  goodsName: goods,
  net: yuan(net),
  tax: yuan(tax),
  gross: yuan(net + tax + off),
  positive: "",
});

const sorted = (invoices: readonly InvoiceDraft[]) =>
  invoices
    .map(({ number, amounts, isRed, stated, lines }) => ({
      number,
      amounts,
      isRed,
      stated,
      lines: lines?.map(lineKey).sort(),
    }))
    .toSorted((one, other) => (one.number < other.number ? -1 : 1));

describe("grouping", () => {
  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(
        fc
          .array(line, { maxLength: 20 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const [one, other] = [rows, shuffled].map((some) =>
            parse({ 信息汇总表: linesSheet(...some.map(rowOf)) }),
          );
          expect(sorted(other?.invoices ?? [])).toEqual(sorted(one?.invoices ?? []));
          expect(other?.rejected.length).toBe(one?.rejected.length);
        },
      ),
    );
  });

  it("loses no row and no 分: what is not taken is refused", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (rows) => {
        const parsed = parse({ 信息汇总表: linesSheet(...rows.map(rowOf)) });
        const taken = parsed.invoices.flatMap(({ lines }) => lines ?? []);
        expect(taken.length + parsed.rejected.length).toBe(parsed.rowCount);
        expect(parsed.rowCount).toBe(rows.length);
        const refusedInvoices = new Set(rows.filter(({ off }) => off > 1).map(({ invoice }) => invoice));
        for (const { lines, amounts } of parsed.invoices) {
          expect(lines?.reduce((sum, { grossCents }) => sum + grossCents, 0)).toBe(amounts.gross);
        }
        for (const { number } of parsed.invoices)
          expect(refusedInvoices.has(Number(number.at(-1)))).toBe(false);
      }),
    );
  });

  it("of both sheets takes the same invoices as of lines alone when they agree", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 15 }), (rows) => {
        const right = rows.map((row) => ({ ...row, off: 0 }));
        const lines = linesSheet(...right.map(rowOf));
        const sums = new Map<number, { net: number; tax: number }>();
        for (const { invoice, net, tax } of right) {
          const sum = sums.get(invoice) ?? { net: 0, tax: 0 };
          sums.set(invoice, { net: sum.net + net, tax: sum.tax + tax });
        }
        const headers = invoicesSheet(
          ...[...sums].map(([invoice, sum]) => rowOf({ invoice, ...sum, off: 0, goods: "" })),
        );
        const alone = parse({ 信息汇总表: lines });
        const both = parse({ 信息汇总表: lines, 发票基础信息: headers });
        expect(both.isBlocked).toBe(false);
        expect(sorted(both.invoices)).toEqual(sorted(alone.invoices));
      }),
    );
  });
});
