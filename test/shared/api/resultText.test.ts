import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestPacked, packRows } from "#shared/api/packedRows.ts";
import { fromResultText, toResultText } from "#shared/api/resultText.ts";

const there = (data: unknown) => fromResultText(toResultText({ ok: true, data }));
const many = <Row>(rowOf: (index: number) => Row, count = 1_000): readonly Row[] =>
  Array.from({ length: count }, (_, index) => rowOf(index));

const invoice = (index: number) => ({
  id: `invoice-${index}`,
  sellerName: `上海第${index % 7}服务有限公司`,
  grossCents: index % 3 === 0 ? -50_000 : 50_000,
  contractNo: index % 5 === 0 ? null : "HT-1",
  paymentNos: index % 2 === 0 ? [] : [`FK-${index}`],
  open: index % 2 === 0,
  voidedAt: null,
});

describe("an answer on its way to the window", () => {
  it("arrives as it was sent, whatever stands in its rows", () => {
    const value = fc.oneof(
      fc.constantFrom(null, true, false, 0, 1, -1, "", "甲", "乙", "1"),
      fc.array(fc.integer(), { maxLength: 2 }),
      fc.record({ block: fc.nat() }),
      fc.string(),
    );
    const keys = fc.uniqueArray(
      fc.string().filter((key) => key !== "__proto__"),
      { minLength: 1, maxLength: 4 },
    );
    const rows = keys
      .chain((names) =>
        fc.array(fc.record(Object.fromEntries(names.map((key) => [key, value])), { noNullPrototype: true }), {
          minLength: 1,
          maxLength: 6,
        }),
      )
      .map((few) => many((index) => few[(index * index) % few.length], fewestPacked));
    fc.assert(
      fc.property(rows, (list) => {
        const asJson: unknown = JSON.parse(JSON.stringify(list));
        expect(there(list)).toEqual({ ok: true, data: asJson });
        expect(there({ asOf: "2022-07-08", items: list })).toEqual({
          ok: true,
          data: { asOf: "2022-07-08", items: asJson },
        });
      }),
      { numRuns: 60 },
    );
  });

  it("says keys and texts that come again only once", () => {
    const rows = many(invoice, 20_000);
    const text = toResultText({ ok: true, data: rows });
    expect(text.length).toBeLessThan(JSON.stringify(rows).length / 4);
    expect(text.split("上海第3服务有限公司")).toHaveLength(2);
    expect(text.split("voidedAt")).toHaveLength(2);
    expect(fromResultText(text)).toEqual({ ok: true, data: rows });
  });

  it("gives up on a column in which nothing comes twice, and not on one in which 2,000 names do", () => {
    const [numbers, names] =
      packRows(many((index) => ({ number: `${index}`, name: `${index % 2_000}` }), 10_000))?.columns ?? [];
    expect(numbers).toHaveProperty("each");
    expect(names).toHaveProperty("of");
  });

  it.each([
    ["a short list", many(invoice, fewestPacked - 1)],
    ["rows with different keys", many((index) => (index === 700 ? { a: 1 } : { a: 1, b: 2 }))],
    [
      "rows with the same keys in another order",
      many((index) => (index % 2 ? { a: 1, b: 2 } : { b: 2, a: 1 })),
    ],
    ["rows in which a key stands for nothing", many((index) => ({ a: index, b: index % 2 ? 1 : undefined }))],
    ["rows that are none", many((index) => (index === 3 ? null : { a: index }))],
    ["plain texts", many(String)],
    ["an empty list", []],
  ])("leaves %s as it is", (_, list) => {
    expect(packRows(list)).toBeUndefined();
    expect(toResultText({ ok: true, data: list })).toBe(JSON.stringify({ ok: true, data: list }));
    expect(there(list)).toEqual({ ok: true, data: JSON.parse(JSON.stringify(list)) });
  });

  it.each([null, 7, "text", { id: "1" }, [1, [2]]])("leaves %j as it is", (data) => {
    expect(there(data)).toEqual({ ok: true, data });
  });

  it("leaves a refusal as it is", () => {
    const refusal = { ok: false, error: { code: "conflict", message: "账本已变" } } as const;
    expect(fromResultText(toResultText(refusal))).toEqual(refusal);
  });
});
