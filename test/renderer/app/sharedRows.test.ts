import { describe, expect, it } from "vitest";
import { withSharedRows } from "../../../renderer/app/sharedRows.ts";

const rowOf = (index: number) => ({
  id: `${index}`,
  cents: index,
  numbers: [`FK-${index}`],
  voidedAt: null as string | null,
});
const list = (count = 500) => Array.from({ length: count }, (_, index) => rowOf(index));

describe("an answer that is asked again", () => {
  it("stays the same list when every row says the same", () => {
    const before = list();
    expect(withSharedRows(before, list())).toBe(before);
  });

  it.each([
    ["a figure", { cents: 5 }],
    ["one of its numbers", { numbers: ["FK-8"] }],
    ["one more number", { numbers: ["FK-7", "FK-8"] }],
    ["a day where there was none", { voidedAt: "2022-07-08" }],
  ])("takes over just the row in which %s changed", (_, change) => {
    const before = list();
    const after = list().with(7, { ...rowOf(7), ...change });
    const shared = withSharedRows(before, after) as typeof before;
    expect(shared).toEqual(after);
    expect(shared.filter((row, index) => row !== before[index])).toEqual([after[7]]);
  });

  it("is the new one when rows came or went", () => {
    const before = list();
    expect(withSharedRows(before, list(501))).toHaveLength(501);
    const fewer = withSharedRows(before, list(499)) as typeof before;
    expect(fewer).toHaveLength(499);
    expect(fewer[0]).toBe(before[0]);
  });

  it("sees a field that came or went", () => {
    const before = list();
    const after = list().map((row, index) => (index === 3 ? { ...row, note: "新" } : row));
    expect((withSharedRows(before, after) as typeof before)[3]).toBe(after[3]);
    expect((withSharedRows(after, before) as typeof before)[3]).toBe(before[3]);
  });

  it("shares short answers to the last field", () => {
    const before = { asOf: "2022-07-08", items: [rowOf(1), rowOf(2)] };
    const after = { asOf: "2022-07-09", items: [rowOf(1), rowOf(2)] };
    const shared = withSharedRows(before, after) as typeof before;
    expect(shared).toEqual(after);
    expect(shared.items).toBe(before.items);
  });
});
