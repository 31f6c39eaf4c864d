import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate, monthsBetween } from "#shared/kernel/dates.ts";
import { rentalMonth, rentalMonthCents } from "#shared/schedule/rentalMonth.ts";
import { anySegments } from "../rentals/anySegments.ts";
import { rentalOf } from "./samples.ts";

const months = monthsBetween(isoDate("2021-11-01"), isoDate("2023-02-28"));

describe("the rent of a month without its parts", () => {
  it("is that of its parts together, also in months in which nothing is let", () => {
    fc.assert(
      fc.property(
        anySegments,
        fc.constantFrom("wholeMonth", "daily"),
        fc.constantFrom("2022-01-01", "2022-03-15").map(isoDate),
        (segments, proration, from) => {
          const rental = rentalOf({ proration });
          const term = { from, to: isoDate("2022-12-20") };
          for (const month of months)
            expect(rentalMonthCents(rental, segments, month, term)).toBe(
              rentalMonth(rental, segments, month, term)?.amountCents,
            );
        },
      ),
    );
  });
});
