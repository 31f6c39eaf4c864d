import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumCents } from "#shared/kernel/cents.ts";
import { addDays, isoDate, monthsBetween, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { RentalSegment } from "#shared/model/contract.ts";
import { type DaysOfDevice, inServiceInMonth, inServiceOn } from "#shared/rentals/devices.ts";
import { segmentsFromDevices } from "#shared/rentals/segmentsFromDevices.ts";
import { serviceDifference } from "#shared/rentals/serviceDifference.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import { rentalOf, segmentOf } from "#test/shared/schedule/samples.ts";
import { anySegments } from "./anySegments.ts";

const term = { from: isoDate("2022-01-01"), to: isoDate("2022-12-31") };
const months = monthsBetween(term.from, term.to);
const daily = rentalOf({ proration: "daily" });

const devices = (count: number, inOn: string, outOn: string | null = null): DaysOfDevice[] =>
  Array.from({ length: count }, () => ({
    inOn: isoDate(inOn),
    outOn: outOn === null ? null : isoDate(outOn),
  }));

const segmentsOf = (
  register: readonly DaysOfDevice[],
  priced: readonly RentalSegment[],
  price: string | null = null,
): readonly RentalSegment[] =>
  segmentsFromDevices(register, priced, price === null ? null : decimal(price)).map((draft, index) => ({
    ...draft,
    id: asId(`s-${index}`),
    rentalId: asId("rental-1"),
  }));

const shown = (segments: readonly RentalSegment[]) =>
  segments.map(({ validFrom, validTo, quantity, unitPrice, free }) =>
    [validFrom, validTo ?? "", `${quantity}×${unitPrice}${free ? "免" : ""}`].join(" "),
  );

const returned = [...devices(24, "2022-01-01"), ...devices(2, "2022-01-01", "2022-06-30")];

describe("devices in service", () => {
  it("count from the day they came to the last day they were there", () => {
    expect(
      ["2021-12-31", "2022-01-01", "2022-06-30", "2022-07-01"].map((day) =>
        inServiceOn(returned, isoDate(day)),
      ),
    ).toEqual([0, 26, 26, 24]);
  });

  it("of a month are those of its first day in service, and the days of each", () => {
    expect(inServiceInMonth(returned, yearMonth("2022-06"), term)).toEqual({
      devices: 26,
      deviceDays: 26 * 30,
    });
    const midMonth = [
      ...devices(10, "2022-03-11"),
      ...devices(3, "2022-03-21"),
      ...devices(1, "2022-01-01", "2022-01-31"),
    ];
    expect(inServiceInMonth(midMonth, yearMonth("2022-03"), term)).toEqual({
      devices: 10,
      deviceDays: 10 * 21 + 3 * 11,
    });
    expect(inServiceInMonth(midMonth, yearMonth("2022-02"), term)).toBeUndefined();
  });

  it("are cut to the term", () => {
    const short = { from: isoDate("2022-06-16"), to: isoDate("2022-07-10") };
    expect(inServiceInMonth(returned, yearMonth("2022-06"), short)).toEqual({
      devices: 26,
      deviceDays: 26 * 15,
    });
    expect(inServiceInMonth(returned, yearMonth("2022-07"), short)).toEqual({
      devices: 24,
      deviceDays: 24 * 10,
    });
    expect(inServiceInMonth(returned, yearMonth("2022-08"), short)).toBeUndefined();
  });
});

describe("segments from the register", () => {
  it("let 26 and then 24 recorders: 26×80×6 + 24×80×6 = 24,000.00", () => {
    const segments = segmentsOf(returned, [], "80");
    expect(shown(segments)).toEqual(["2022-01-01 2022-06-30 26×80", "2022-07-01  24×80"]);
    expect(
      sumCents(
        months.map((month) => rentalMonth(rentalOf(), segments, month, term)?.amountCents ?? sumCents([])),
      ),
    ).toBe(2_400_000);
  });

  it("keep prices, free days and their notes, and go on at the last price", () => {
    const priced = [
      segmentOf("2022-01-01", "2022-06-30", "30", "80"),
      { ...segmentOf("2022-02-01", "2022-02-28", "30", "80", 1), note: "试用" },
      segmentOf("2022-08-01", "2022-10-31", "30", "70"),
    ];
    const segments = segmentsOf(devices(26, "2022-01-01"), priced);
    expect(shown(segments)).toEqual([
      "2022-01-01 2022-01-31 26×80",
      "2022-02-01 2022-02-28 26×80免",
      "2022-03-01 2022-07-31 26×80",
      "2022-08-01  26×70",
    ]);
    expect(segments[1]?.note).toBe("试用");
  });

  it("leave a gap while nothing is in service, and make nothing without a price", () => {
    const apart = [...devices(2, "2022-01-01", "2022-03-31"), ...devices(3, "2022-05-10")];
    expect(shown(segmentsOf(apart, [segmentOf("2022-02-01", null, "9", "60")]))).toEqual([
      "2022-01-01 2022-03-31 2×60",
      "2022-05-10  3×60",
    ]);
    expect(segmentsFromDevices(apart, [])).toEqual([]);
    expect(segmentsFromDevices([], [segmentOf("2022-02-01", null, "9", "60")])).toEqual([]);
  });

  const anyDevices = fc.array(
    fc
      .record({
        at: fc.integer({ min: -60, max: 380 }),
        days: fc.option(fc.nat({ max: 300 }), { nil: null }),
      })
      .map(({ at, days }): DaysOfDevice => {
        const inOn = addDays(term.from, at);
        return { inOn, outOn: days === null ? null : addDays(inOn, days) };
      }),
    { maxLength: 40 },
  );

  it("let in each month what is in service, by whole months and by days, whatever the register", () => {
    fc.assert(
      fc.property(anyDevices, anySegments, (register, priced) => {
        const segments = segmentsOf(register, priced, "80");
        for (const month of months) {
          const present = inServiceInMonth(register, month, term);
          const byMonth = rentalMonth(rentalOf(), segments, month, term);
          expect(byMonth?.parts[0]?.quantity).toBe(
            present === undefined ? undefined : String(present.devices),
          );
          const days = rentalMonth(daily, segments, month, term)?.parts ?? [];
          expect(days.reduce((sum, part) => sum + Number(part.quantity) * part.days, 0)).toBe(
            present?.deviceDays ?? 0,
          );
          for (const rental of [rentalOf(), daily])
            expect(serviceDifference(rental, segments, register, month, term)).toBeUndefined();
        }
      }),
    );
  });
});

describe("segments that let another number than the register holds", () => {
  const agreed = [segmentOf("2022-01-01", null, "26", "80")];

  it("are shown by month, and only those", () => {
    const different = months.flatMap(
      (month) => serviceDifference(rentalOf(), agreed, returned, month, term) ?? [],
    );
    expect(different).toEqual(
      months.slice(6).map((month) => ({ month, counts: "devices", agreed: "26", inService: "24" })),
    );
  });

  it("are counted in device days where the rent is", () => {
    const early = [...devices(24, "2022-01-01"), ...devices(2, "2022-01-01", "2022-06-10")];
    expect(serviceDifference(daily, agreed, early, yearMonth("2022-06"), term)).toEqual({
      month: "2022-06",
      counts: "deviceDays",
      agreed: "780",
      inService: "740",
    });
    expect(serviceDifference(rentalOf(), agreed, early, yearMonth("2022-06"), term)).toBeUndefined();
  });

  it("are a difference too where one of the two is missing", () => {
    const month = yearMonth("2022-03");
    expect(serviceDifference(rentalOf(), agreed, [], month, term)).toMatchObject({
      agreed: "26",
      inService: "0",
    });
    expect(serviceDifference(rentalOf(), [], returned, month, term)).toMatchObject({
      agreed: "0",
      inService: "26",
    });
    expect(serviceDifference(rentalOf(), [], [], month, term)).toBeUndefined();
  });
});
