import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { saveSegments } from "#engine/rentals/segments.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { segment } from "#test/engine/support/drafts.ts";
import { pay } from "#test/engine/support/paying.ts";
import { idOf } from "#test/engine/support/smallOffice.ts";
import { rentalDraft, rented } from "./rented.ts";

describe("quantities and prices of a rental", () => {
  it("make the months in place of the equal ones of a new contract", async () => {
    const { save, months, detail } = await rented();
    expect(await months()).toEqual(Array.from({ length: 12 }, () => 208_000));
    const difference = await save(segment("2022-01-01", "26"));
    expect(difference).toMatchObject({ keep: 0, change: [], locked: [] });
    expect([difference.add.length, difference.remove.length]).toEqual([12, 12]);
    expect((await detail()).instalments.every((row) => row.rentalId !== null)).toBe(true);
    expect((await detail()).rentals[0]?.segments).toMatchObject([{ quantity: "26", unitPrice: "80" }]);
  });

  it("with two devices returned at mid-year come to 24,000.00", async () => {
    const { save, months } = await rented();
    await save(segment("2022-01-01", "26", { validTo: isoDate("2022-06-30") }), segment("2022-07-01", "24"));
    expect(await months()).toEqual([...Array(6).fill(208_000), ...Array(6).fill(192_000)]);
    expect(sumCents(await months())).toBe(2_400_000);
  });

  it("count by days where agreed: returned on 10 June, the rest of June costs less", async () => {
    const { save, months } = await rented("daily");
    await save(segment("2022-01-01", "26", { validTo: isoDate("2022-06-10") }), segment("2022-06-11", "24"));
    // (26 × 10 + 24 × 20) × 80 ÷ 30
    expect((await months())[5]).toBe(197_333);
    expect((await months())[6]).toBe(192_000);
  });

  it("cost nothing in a free month, which stays in the row of months", async () => {
    const { save, months } = await rented();
    await save(
      segment("2022-01-01", "26"),
      segment("2022-02-01", "26", { validTo: isoDate("2022-02-28"), free: 1 }),
    );
    expect((await months()).slice(0, 3)).toEqual([208_000, 0, 208_000]);
  });

  it.each([
    [
      "two begin on one day",
      [segment("2022-01-01", "1"), segment("2022-01-01", "2")],
      "有两段都从 2022-01-01 开始，无法判断按哪一段计租。",
    ],
    [
      "one ends before it begins",
      [segment("2022-03-01", "1", { validTo: isoDate("2022-02-28") })],
      "从 2022-03-01 开始的一段，停用日期 2022-02-28 早于启用日期。",
    ],
    [
      "a month is worth more than any office has",
      [segment("2022-01-01", "1000000", { unitPrice: decimal("1000000") })],
      "从 2022-01-01 开始的一段，每月 1000000 × 1000000 元，超过 10,000,000,000.00 元。",
    ],
    ["a quantity is negative", [segment("2022-01-01", "-1")], "从 2022-01-01 开始的一段，数量或单价为负数。"],
    [
      "a price is negative",
      [segment("2022-01-01", "1", { unitPrice: decimal("-0.01") })],
      "从 2022-01-01 开始的一段，数量或单价为负数。",
    ],
  ])("are refused when %s, shown or saved", async (_, segments, message) => {
    const { preview, save, months } = await rented();
    for (const work of [preview, save])
      expect(await failureOf(() => work(...segments))).toMatchObject({ code: "bad-request", message });
    expect(await months()).toEqual(Array.from({ length: 12 }, () => 208_000));
  });

  it("of a second device in the same contract add its months and leave the first's", async () => {
    const { save, detail, context, contractId } = await rented();
    await save(segment("2022-01-01", "26"));
    const before = (await detail()).instalments;
    await saveRental(await context(), rentalDraft(contractId, { name: "对讲机", unitName: "部" }));
    const second = (await detail()).rentals.find(({ rental }) => rental.name === "对讲机");
    const difference = await saveSegments(await context(), {
      rentalId: idOf(second?.rental),
      segments: [segment("2022-10-01", "36", { unitPrice: decimal("45") })],
    });
    expect([difference.keep, difference.add.length]).toEqual([12, 3]);
    const { instalments } = await detail();
    expect(instalments).toHaveLength(15);
    expect(instalments).toEqual(expect.arrayContaining([...before]));
    expect(new Set(instalments.map((row) => row.seq)).size).toBe(15);
  });

  it("belong to a rental that is there", async () => {
    const { context } = await rented();
    const nobody = { rentalId: asId("none"), segments: [segment("2022-01-01", "1")] };
    expect((await failureOf(async () => saveSegments(await context(), nobody))).message).toBe(
      "找不到这项月租。",
    );
  });
});

describe("months already paid", () => {
  it("stay as they are when devices go back, and are shown as locked", async () => {
    const { save, preview, months, detail, context, projectId, lineId } = await rented();
    await save(segment("2022-01-01", "26"));
    const [first] = (await detail()).instalments;
    await pay(await context(), { projectId, lineId, instalment: first });
    const fewer = [segment("2022-01-01", "24")];
    const shown = await preview(...fewer);
    expect(shown.locked).toMatchObject([
      { before: { label: "2022年1月", amountCents: 208_000 }, after: { amountCents: 192_000 } },
    ]);
    expect(shown.change).toHaveLength(11);
    expect(await save(...fewer)).toEqual(shown);
    expect(await months()).toEqual([208_000, ...Array(11).fill(192_000)]);
  });
});

describe("the preview of quantities and prices", () => {
  it("writes nothing, is what saving then does, and the matrix agrees with the schedule", async () => {
    const { context, ledger, projectId, detail, preview, save } = await rented("daily");
    const one = fc.record({
      start: fc.integer({ min: 0, max: 364 }),
      length: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
      quantity: fc.integer({ min: 0, max: 40 }),
      price: fc.integer({ min: 0, max: 9_999 }),
      free: fc.constantFrom(0 as const, 1 as const),
    });
    const several = fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ start }) => start });
    await fc.assert(
      fc.asyncProperty(several, async (drawn) => {
        const segments = drawn.map(({ start, length, quantity, price, free }) => {
          const from = addDays(isoDate("2022-01-01"), start);
          return segment(from, String(quantity), {
            unitPrice: decimal((price / 100).toFixed(2)),
            validTo: length === null ? null : addDays(from, length),
            free,
          });
        });
        const before = JSON.stringify(await dumpLedger(ledger));
        const shown = await preview(...segments);
        expect(JSON.stringify(await dumpLedger(ledger))).toBe(before);
        expect(await save(...segments)).toEqual(shown);
        expect((await preview(...segments)).keep).toBe((await detail()).instalments.length);

        const { rows } = await rentalMatrix(await context(), { fiscalYear: 2022, projectId });
        const cells = rows.flatMap((row) => row.cells);
        const { instalments } = await detail();
        expect(sumCents(cells.map((cell) => cell.dueCents))).toBe(
          sumCents(instalments.map((row) => row.payableCents)),
        );
        expect(cells.filter((cell) => cell.instalmentId !== null)).toHaveLength(instalments.length);
      }),
      { numRuns: 25 },
    );
  });
});
