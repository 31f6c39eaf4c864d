import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Rental } from "#shared/model/contract.ts";
import {
  axisOf,
  labelledMonths,
  lanesOf,
  monthLabel,
  placeOf,
  progressOf,
  stretchOf,
  totalsOf,
} from "../../../../renderer/features/contracts/timeline.ts";
import { contractView, instalmentView, quarters } from "./views.ts";

const year = axisOf(contractView(), quarters);

const rowsOn = (today: string) =>
  lanesOf(quarters, [], isoDate(today))[0]?.rows.map((row) =>
    row.kind === "today" ? "today" : row.instalment.seq,
  );

const rental = (id: string): Rental => ({
  id: asId(id),
  contractId: asId("contract-1"),
  name: id,
  unitName: "台",
  proration: "wholeMonth",
  note: "",
  voidedAt: null,
  voidReason: null,
});

describe("the lanes of a timeline", () => {
  it("put today before the first instalment that has not begun", () => {
    expect(rowsOn("2022-05-20")).toEqual([1, 2, "today", 3, 4]);
  });

  it("leave today out before the first and within the last, and put it behind what is over", () => {
    expect(rowsOn("2021-12-31")).toEqual([1, 2, 3, 4]);
    expect(rowsOn("2022-11-01")).toEqual([1, 2, 3, 4]);
    expect(rowsOn("2023-01-01")).toEqual([1, 2, 3, 4, "today"]);
  });

  it("are one for each rental that has instalments, and one for those without", () => {
    const instalments = [
      instalmentView({ id: asId("a"), rentalId: asId("radios"), seq: 2 }),
      instalmentView({ id: asId("b"), rentalId: asId("phones"), seq: 1 }),
      instalmentView({ id: asId("c"), rentalId: null, seq: 3 }),
    ];
    const lanes = lanesOf(instalments, ["phones", "radios", "unused"].map(rental), isoDate("2022-01-01"));
    expect(lanes.map((lane) => lane.rental?.id ?? null)).toEqual([null, "phones", "radios"]);
  });

  it("go by time, and by number where two begin on one day", () => {
    const [first, second, third] = quarters;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no quarters");
    const twin = { ...second, id: asId("twin"), seq: 9 };
    const [lane] = lanesOf([third, twin, second, first], [], isoDate("2021-01-01"));
    expect(lane?.rows.map((row) => row.kind === "instalment" && row.instalment.seq)).toEqual([1, 2, 9, 3]);
  });
});

describe("the axis", () => {
  it("reaches from the first to the last whole month", () => {
    expect(year).toMatchObject({ from: "2022-01-01", to: "2022-12-31", days: 365 });
    const odd = axisOf({ startDate: isoDate("2022-03-15"), endDate: isoDate("2022-05-10") }, []);
    expect([odd.from, odd.to, odd.months.length]).toEqual(["2022-03-01", "2022-05-31", 3]);
  });

  it("grows with a retention that is due after the end", () => {
    const late = instalmentView({ periodFrom: isoDate("2023-06-30"), periodTo: isoDate("2023-06-30") });
    expect(axisOf(contractView(), [late]).to).toBe("2023-06-30");
  });

  it("holds the quarters end to end without a gap", () => {
    const stretches = quarters.map((row) => stretchOf(year, row.periodFrom, row.periodTo));
    let end = 0;
    for (const { start, length } of stretches) {
      expect(start).toBeCloseTo(end, 12);
      end = start + length;
    }
    expect(end).toBeCloseTo(1, 12);
  });

  it("places any stretch of days inside of itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: 0, max: 500 }), (from, days) => {
        const start = addDays(year.from, from);
        const place = stretchOf(year, start, addDays(start, days));
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.length).toBeGreaterThanOrEqual(0);
        expect(Math.min(1, place.start) + place.length).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("has a place for today only while it reaches it", () => {
    expect(placeOf(year, isoDate("2022-07-02"))).toBeCloseTo(0.5, 3);
    expect(placeOf(year, isoDate("2023-01-01"))).toBeNull();
    expect(placeOf(year, isoDate("2021-12-31"))).toBeNull();
  });

  it("labels at most about twelve months, each year with its number", () => {
    const long = axisOf({ startDate: isoDate("2020-01-01"), endDate: isoDate("2024-12-31") }, []);
    const labels = labelledMonths(long);
    expect(labels.length).toBeLessThanOrEqual(12);
    expect(labels.map((month, index) => monthLabel(month, index === 0)).slice(0, 3)).toEqual([
      "20年1月",
      "7月",
      "21年1月",
    ]);
    expect(labelledMonths(year)).toHaveLength(12);
  });
});

describe("what is done of an instalment", () => {
  it("is a part of what is payable, never more than all of it", () => {
    const half = instalmentView({ paidCents: cents(30_000), invoicedCents: cents(90_000) });
    expect(progressOf(half)).toEqual({ paid: 0.5, invoiced: 1 });
  });

  it("is all of it for a free month, and for a month paid though nothing was due", () => {
    expect(progressOf(instalmentView({ payableCents: cents(0) }))).toEqual({ paid: 1, invoiced: 1 });
    const odd = instalmentView({ payableCents: cents(0), paidCents: cents(100) });
    expect(progressOf(odd)).toEqual({ paid: 1, invoiced: 0 });
  });

  it("adds up over a lane", () => {
    expect(totalsOf(quarters)).toEqual({
      payableCents: 240_000,
      invoicedCents: 0,
      paidCents: 0,
      remainingCents: 240_000,
    });
  });
});
