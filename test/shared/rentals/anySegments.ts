import fc from "fast-check";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { segmentOf } from "#test/shared/schedule/samples.ts";

const start = isoDate("2022-01-01");

/** Segments as officers write them: none begins on the day of another, some lie over others, some leave gaps. */
export const anySegments = fc
  .uniqueArray(
    fc.record({
      from: fc.integer({ min: -40, max: 400 }),
      days: fc.option(fc.nat({ max: 120 }), { nil: null }),
      quantity: fc.nat({ max: 200 }),
      price: fc.nat({ max: 99_999 }),
      free: fc.constantFrom(0 as const, 1 as const),
    }),
    { maxLength: 5, selector: ({ from }) => from },
  )
  .map((drawn) =>
    drawn.map(({ from, days, quantity, price, free }, index) => {
      const validFrom = addDays(start, from);
      const validTo = days === null ? null : addDays(validFrom, days);
      const segment = segmentOf(validFrom, validTo, String(quantity), (price / 100).toFixed(2), free);
      return { ...segment, id: asId(`any-${index}`) };
    }),
  );
