import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairInOrder } from "#shared/matching/inOrder.ts";

const distance = (a: number, b: number) => Math.abs(a - b);

describe("pairInOrder", () => {
  it("pairs at the least total distance, without crossing", () => {
    expect(pairInOrder([2, 3], [1, 2, 3, 4], distance)).toEqual([1, 2]);
    expect(pairInOrder([2, 2, 2], [1, 2, 3, 9], distance)).toEqual([0, 1, 2]);
  });

  it("prefers the earliest of equal partners and leaves out what cannot be paired", () => {
    expect(pairInOrder([5], [4, 6], distance)).toEqual([0]);
    expect(pairInOrder([5, 6], [5], distance)).toEqual([0, undefined]);
    expect(pairInOrder([5, 6], [6], (a, b) => (a === b ? 0 : undefined))).toEqual([undefined, 0]);
    expect(pairInOrder([], [1], distance)).toEqual([]);
  });

  it("pairs as many as there are, one to one and in order", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const partners = pairInOrder(left, right, distance).filter((index) => index !== undefined);
        expect(partners).toHaveLength(Math.min(left.length, right.length));
        expect(partners).toEqual([...new Set(partners)].toSorted((a, b) => a - b));
      }),
    );
  });
});
