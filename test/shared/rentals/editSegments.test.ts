import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { isoDate, monthsBetween, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { RentalSegment } from "#shared/model/contract.ts";
import { editSegments, type MonthEdit } from "#shared/rentals/editSegments.ts";
import type { SegmentDraft } from "#shared/rentals/segmentRuns.ts";
import { rentalMonth } from "#shared/schedule/rentalMonth.ts";
import { rentalOf, segmentOf } from "#test/shared/schedule/samples.ts";
import { anySegments } from "./anySegments.ts";

const term = { from: isoDate("2022-01-01"), to: isoDate("2022-12-31") };
const months = monthsBetween(term.from, term.to);

const edit = (month: string, quantity: string, unitPrice = "80", free = false): MonthEdit => ({
  month: yearMonth(month),
  terms: { quantity: decimal(quantity), unitPrice: decimal(unitPrice), free },
});

const shown = (drafts: readonly SegmentDraft[]) =>
  drafts.map(({ validFrom, validTo, quantity, unitPrice, free }) =>
    [validFrom, validTo ?? "", `${quantity}×${unitPrice}${free ? "免" : ""}`].join(" "),
  );

const stored = (drafts: readonly SegmentDraft[]): readonly RentalSegment[] =>
  drafts.map((draft, index) => ({ ...draft, id: asId(`s-${index}`), rentalId: asId("rental-1") }));

const whole = [segmentOf("2022-01-01", null, "26", "80")];

describe("months typed into the sheet", () => {
  it("become a segment of their own, and the days around them stay", () => {
    expect(shown(editSegments(whole, [edit("2022-05", "27")], term))).toEqual([
      "2022-01-01 2022-04-30 26×80",
      "2022-05-01 2022-05-31 27×80",
      "2022-06-01  26×80",
    ]);
  });

  it("that follow each other with the same terms become one, open to the end of the term and on", () => {
    const half = months.slice(6).map((month) => edit(month, "24"));
    expect(shown(editSegments(whole, half, term))).toEqual([
      "2022-01-01 2022-06-30 26×80",
      "2022-07-01  24×80",
    ]);
  });

  it("come to 24,000.00 for 26 recorders of which two went back on 06-30", () => {
    const half = months.slice(6).map((month) => edit(month, "24"));
    const segments = stored(editSegments(whole, half, term));
    const rent = months.map(
      (month) => rentalMonth(rentalOf(), segments, month, term)?.amountCents ?? zeroCents,
    );
    expect(rent).toEqual([...Array(6).fill(208_000), ...Array(6).fill(192_000)]);
    expect(sumCents(rent)).toBe(2_400_000);
  });

  it("may be free, or let nothing at all", () => {
    const edits = [edit("2022-02", "26", "80", true), { month: yearMonth("2022-12"), terms: null }];
    expect(shown(editSegments(whole, edits, term))).toEqual([
      "2022-01-01 2022-01-31 26×80",
      "2022-02-01 2022-02-28 26×80免",
      "2022-03-01 2022-11-30 26×80",
    ]);
  });

  it("typed as they are change nothing", () => {
    const noted = [{ ...segmentOf("2022-01-01", null, "26", "80"), note: "首批" }];
    expect(editSegments(noted, [edit("2022-05", "26.0", "80.00")], term)).toEqual([
      { validFrom: "2022-01-01", validTo: null, quantity: "26", unitPrice: "80", free: 0, note: "首批" },
    ]);
  });

  it("begin where the contract begins", () => {
    const late = { from: isoDate("2022-03-15"), to: isoDate("2022-12-31") };
    expect(shown(editSegments([], [edit("2022-03", "5"), edit("2022-04", "5")], late))).toEqual([
      "2022-03-15 2022-04-30 5×80",
    ]);
  });

  it("in a later year's sheet leave the term before it alone", () => {
    const long = { from: isoDate("2022-01-01"), to: isoDate("2023-06-30") };
    expect(shown(editSegments(whole, [edit("2022-12", "20"), edit("2023-06", "10")], long))).toEqual([
      "2022-01-01 2022-11-30 26×80",
      "2022-12-01 2022-12-31 20×80",
      "2023-01-01 2023-05-31 26×80",
      "2023-06-01  10×80",
    ]);
  });
});

describe("any months typed over any segments", () => {
  const anyTerms = fc.option(
    fc.record({
      quantity: fc.nat({ max: 300 }).map((count) => decimal(String(count))),
      unitPrice: fc.nat({ max: 99_999 }).map((price) => decimal((price / 100).toFixed(2))),
      free: fc.boolean(),
    }),
    { nil: null },
  );
  const anyEdits = fc.uniqueArray(fc.record({ month: fc.constantFrom(...months), terms: anyTerms }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ month }) => month,
  });

  it("show exactly what was typed, and every other month as it was", () => {
    fc.assert(
      fc.property(
        anySegments,
        anyEdits,
        fc.constantFrom("wholeMonth", "daily"),
        (segments, edits, proration) => {
          const rental = rentalOf({ proration });
          const after = stored(editSegments(segments, edits, term));
          for (const month of months) {
            const typed = edits.find((one) => one.month === month);
            const now = rentalMonth(rental, after, month, term);
            const before = rentalMonth(rental, segments, month, term);
            if (typed === undefined) {
              expect([now?.amountCents, now?.parts.at(-1)?.quantity]).toEqual([
                before?.amountCents,
                before?.parts.at(-1)?.quantity,
              ]);
            } else
              expect(
                now?.parts.map(({ quantity, unitPrice, free }) => ({ quantity, unitPrice, free })) ?? null,
              ).toEqual(typed.terms === null ? null : [typed.terms]);
          }
        },
      ),
    );
  });

  it("are runs that share no day, and typing them again changes nothing", () => {
    fc.assert(
      fc.property(anySegments, anyEdits, (segments, edits) => {
        const after = editSegments(segments, edits, term);
        for (const [index, run] of after.entries()) {
          const next = after[index + 1];
          if (next !== undefined) expect(run.validTo !== null && run.validTo < next.validFrom).toBe(true);
        }
        expect(editSegments(stored(after), edits, term)).toEqual(after);
      }),
    );
  });

  it("add up: the rent of the year is the sum of its months", () => {
    fc.assert(
      fc.property(anySegments, anyEdits, (segments, edits) => {
        const after = stored(editSegments(segments, edits, term));
        const parts = months.map((month) =>
          rentalMonth(rentalOf({ proration: "daily" }), after, month, term),
        );
        const all = sumCents(parts.flatMap((month) => month?.parts.map((part) => part.amountCents) ?? []));
        expect(sumCents(parts.flatMap((month) => month?.amountCents ?? []))).toBe(all);
      }),
    );
  });
});
