import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumCents } from "#shared/kernel/cents.ts";
import { addDays, daysBetween, firstDay, isoDate, lastDay, yearMonth } from "#shared/kernel/dates.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import { planRental } from "./onWeekends.ts";
import { contractOf, rentalOf, segmentOf, supplementOf } from "./samples.ts";

const year = { from: isoDate("2022-01-01"), to: isoDate("2022-12-31") };
const contract = contractOf({ kind: "monthly", amountCents: null });
const daily = rentalOf({ proration: "daily" });

describe("planRental", () => {
  it("adds twelve months of 26 devices, two of them returned after June, up to 24,000.00", () => {
    const segments = [
      segmentOf("2022-01-01", "2022-06-30", "26", "80"),
      segmentOf("2022-07-01", null, "24", "80"),
    ];
    const drafts = planRental(rentalOf(), segments, contract);
    expect(drafts.map((draft) => draft.amountCents)).toEqual([
      208_000, 208_000, 208_000, 208_000, 208_000, 208_000, 192_000, 192_000, 192_000, 192_000, 192_000,
      192_000,
    ]);
    expect(sumCents(drafts.map((draft) => draft.amountCents))).toBe(2_400_000);
    expect(drafts[5]).toEqual({
      rentalId: "rental-1",
      seq: 6,
      kind: "regular",
      label: "2022年6月",
      periodFrom: "2022-06-01",
      periodTo: "2022-06-30",
      amountCents: 208_000,
      deductionCents: 0,
      earliestDate: "2022-07-01",
      dueDate: "2022-07-16",
    });
  });

  it("numbers on from the rental before it and follows an extension", () => {
    const longer = supplementOf({ kind: "term", newEndDate: isoDate("2023-01-31") });
    const drafts = planRental(rentalOf(), [segmentOf("2022-11-01", null, "1", "10")], contract, {
      supplements: [longer],
      firstSeq: 13,
    });
    expect(drafts.map((draft) => [draft.seq, draft.label])).toEqual([
      [13, "2022年11月"],
      [14, "2022年12月"],
      [15, "2023年1月"],
    ]);
  });

  it("keeps a free month as an instalment of zero", () => {
    const segments = [
      segmentOf("2022-01-01", null, "26", "80"),
      segmentOf("2022-02-01", "2022-02-28", "26", "80", 1),
    ];
    const drafts = planRental(rentalOf(), segments, contract).slice(0, 3);
    expect(drafts.map((draft) => draft.amountCents)).toEqual([208_000, 0, 208_000]);
  });
});

describe("rentalMonth", () => {
  it("explains a month by days: devices added in its middle", () => {
    const segments = [segmentOf("2022-01-01", null, "10", "31"), segmentOf("2022-01-11", null, "13", "31")];
    expect(rentalMonth(daily, segments, yearMonth("2022-01"), year)).toEqual({
      month: "2022-01",
      amountCents: 37_300,
      parts: [
        {
          from: "2022-01-01",
          to: "2022-01-10",
          days: 10,
          quantity: "10",
          unitPrice: "31",
          free: false,
          amountCents: 10_000,
        },
        {
          from: "2022-01-11",
          to: "2022-01-31",
          days: 21,
          quantity: "13",
          unitPrice: "31",
          free: false,
          amountCents: 27_300,
        },
      ],
    });
  });

  it("charges a whole month as it was on its first let day", () => {
    const segments = [segmentOf("2022-01-15", null, "10", "31"), segmentOf("2022-02-11", null, "13", "31")];
    const cost = (month: string) => rentalMonth(rentalOf(), segments, yearMonth(month), year)?.amountCents;
    expect([cost("2022-01"), cost("2022-02"), cost("2022-03")]).toEqual([31_000, 31_000, 40_300]);
  });

  it("lets the open segment count again after a dated one", () => {
    const segments = [
      segmentOf("2022-01-01", null, "30", "60"),
      segmentOf("2022-04-11", "2022-04-20", "30", "60", 1),
    ];
    const april = rentalMonth(daily, segments, yearMonth("2022-04"), year);
    expect(april?.amountCents).toBe(120_000);
    expect(april?.parts.map((part) => [part.days, part.free])).toEqual([
      [10, false],
      [10, true],
      [10, false],
    ]);
  });

  it("rounds once for the month, half up", () => {
    // 1/3 + 1/3 + 1/3 of 0.05 would be 0.02 × 3 = 0.06 when each part was rounded.
    const segments = ["01", "11", "21"].map((day) => segmentOf(`2022-04-${day}`, null, "1", "0.05"));
    const april = rentalMonth(daily, segments, yearMonth("2022-04"), year);
    expect(april?.amountCents).toBe(5);
    const half = rentalMonth(daily, [segmentOf("2022-04-16", null, "1", "0.05")], yearMonth("2022-04"), year);
    expect(half?.amountCents).toBe(3);
  });

  it("cuts the month to the term and knows nothing of months without devices", () => {
    const term = { from: isoDate("2022-01-01"), to: isoDate("2022-06-15") };
    const segments = [segmentOf("2022-03-01", "2022-06-30", "1", "30")];
    expect(rentalMonth(daily, segments, yearMonth("2022-06"), term)?.amountCents).toBe(1_500);
    expect(rentalMonth(daily, segments, yearMonth("2022-07"), term)).toBeUndefined();
    expect(rentalMonth(daily, segments, yearMonth("2022-02"), term)).toBeUndefined();
  });

  const someSegments = fc.array(
    fc
      .record({
        start: fc.integer({ min: 0, max: 360 }),
        days: fc.option(fc.integer({ min: 0, max: 90 })),
        quantity: fc.integer({ min: 0, max: 200 }),
        price: fc.integer({ min: 0, max: 99_999 }),
        free: fc.constantFrom(0 as const, 1 as const),
      })
      .map(({ start, days, quantity, price, free }) => {
        const from = addDays(year.from, start);
        const to = days === null ? null : addDays(from, days);
        return segmentOf(from, to, String(quantity), (price / 100).toFixed(2), free);
      }),
    { minLength: 1, maxLength: 5 },
  );

  it("has parts that add up to the month, for any segments, in any order", () => {
    fc.assert(
      fc.property(someSegments, fc.integer({ min: 1, max: 12 }), fc.boolean(), (segments, number, byDay) => {
        const month = yearMonth(`2022-${String(number).padStart(2, "0")}`);
        const rental = byDay ? daily : rentalOf();
        const result = rentalMonth(rental, segments, month, year);
        if (result === undefined) return;
        expect(sumCents(result.parts.map((part) => part.amountCents))).toBe(result.amountCents);
        const days = result.parts.map((part) => part.days);
        expect(days.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(
          daysBetween(firstDay(month), lastDay(month)) + 1,
        );
        expect(rentalMonth(rental, segments.toReversed(), month, year)).toEqual(result);
      }),
    );
  });
});
