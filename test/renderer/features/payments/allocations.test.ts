import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import {
  type AllocationRow,
  balanceOf,
  byBand,
  canTake,
  choicesOf,
  followAmount,
  isChoiceTaken,
  isUnfinished,
  openAmount,
  takeChoice,
  takeSuggestion,
  toAllocations,
  toRows,
} from "../../../../renderer/features/payments/allocations.ts";

const row = (changes: Partial<AllocationRow> = {}): AllocationRow => ({
  key: "k",
  instalmentId: null,
  invoiceId: null,
  amountCents: null,
  ...changes,
});

const suggestion = (changes: Partial<Suggestion> = {}): Suggestion => ({
  choice: 0,
  instalmentId: "may",
  invoiceId: "paper",
  instalmentLabel: "HT-1 5月",
  invoiceNumber: "0310",
  amountCents: cents(162_000),
  score: 90,
  band: "sure",
  reasons: [{ text: "金额一致", points: 25 }],
  ...changes,
});

const counter = () => {
  let made = 0;
  return () => {
    made += 1;
    return `key ${made}`;
  };
};

describe("the balance", () => {
  it("is what of the payment no allocation explains", () => {
    const rows = [
      row({ amountCents: cents(100) }),
      row({ amountCents: null }),
      row({ amountCents: cents(30) }),
    ];
    expect(balanceOf(cents(150), rows)).toEqual({
      amountCents: 150,
      allocatedCents: 130,
      differenceCents: 20,
    });
    expect(balanceOf(null, rows).differenceCents).toBe(-130);
  });

  it("always adds up", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents);
    const anyRow = fc.option(amount, { nil: null }).map((amountCents) => row({ amountCents }));
    fc.assert(
      fc.property(amount, fc.array(anyRow), (payment, rows) => {
        const { allocatedCents, differenceCents } = balanceOf(payment, rows);
        expect(allocatedCents + differenceCents).toBe(payment);
      }),
    );
  });

  it("gives a new line what is open, not more than the paper has left", () => {
    const open = balanceOf(cents(1000), [row({ amountCents: cents(400) })]);
    expect(openAmount(open, cents(500))).toBe(500);
    expect(openAmount(open, cents(900))).toBe(600);
    expect(openAmount(open, null)).toBe(600);
    expect(openAmount(balanceOf(cents(0), []), cents(700))).toBe(700);
  });
});

describe("the lines of the table", () => {
  it("are sent when they say what and how much", () => {
    const rows = [
      row({ instalmentId: asId("may"), amountCents: cents(1) }),
      row({ invoiceId: asId("paper") }),
      row({ amountCents: cents(5) }),
    ];
    expect(rows.map(isUnfinished)).toEqual([false, true, true]);
    expect(toAllocations(rows)).toEqual([{ instalmentId: "may", invoiceId: null, amountCents: 1 }]);
  });

  it("come back as they were stored", () => {
    const stored = [{ instalmentId: asId("may"), invoiceId: null, amountCents: cents(7) }];
    expect(toAllocations(toRows(stored, counter()))).toEqual(stored);
  });
});

describe("taking a suggestion", () => {
  it("adds a line", () => {
    expect(takeSuggestion([], suggestion(), "new")).toEqual([
      { key: "new", instalmentId: "may", invoiceId: "paper", amountCents: 162_000 },
    ]);
  });

  it("completes a line that names one half, without a second one", () => {
    const half = row({ key: "half", instalmentId: asId("may"), amountCents: cents(1) });
    expect(takeSuggestion([half], suggestion(), "new")).toEqual([
      { key: "half", instalmentId: "may", invoiceId: "paper", amountCents: 162_000 },
    ]);
    const other = row({ key: "other", instalmentId: asId("june"), amountCents: cents(1) });
    expect(takeSuggestion([other], suggestion(), "new")).toHaveLength(2);
  });

  it("sets the amount of the line with the same papers", () => {
    const once = takeSuggestion([], suggestion(), "new");
    const part = suggestion({ amountCents: cents(10_000) });
    expect(takeSuggestion(once, part, "again").map(({ key, amountCents }) => [key, amountCents])).toEqual([
      ["new", 10_000],
    ]);
  });

  it("changes nothing the second time", () => {
    const once = takeSuggestion([], suggestion(), "new");
    expect(takeSuggestion(once, suggestion(), "again")).toBe(once);
  });
});

describe("choices", () => {
  const first = suggestion({ instalmentId: "april" });
  const second = suggestion({ instalmentId: "may" });
  const other = suggestion({
    choice: 1,
    instalmentId: "june",
    score: 60,
    band: "ask",
    reasons: [{ text: "期间不同", points: -20 }],
  });
  const none = suggestion({
    choice: 2,
    instalmentId: null,
    invoiceId: null,
    score: 0,
    band: "new",
    reasons: [],
  });

  it("are the suggestions with one number", () => {
    const choices = choicesOf([first, second, other, none]);
    expect(choices.map(({ parts }) => parts.map(({ instalmentId }) => instalmentId))).toEqual([
      ["april", "may"],
      ["june"],
      [null],
    ]);
    expect(new Set(choices.map(({ key }) => key)).size).toBe(3);
    expect(choices.map(canTake)).toEqual([true, true, false]);
  });

  it("stand in three bands, the best first, empty bands left out", () => {
    const better = { ...other, choice: 3, score: 70, reasons: [{ text: "金额一致", points: 25 }] };
    const bands = byBand([other, first, second, better]);
    expect(bands.map(({ band }) => band)).toEqual(["sure", "ask"]);
    expect(bands[1]?.choices.map(({ score }) => score)).toEqual([70, 60]);
    expect(byBand([])).toEqual([]);
  });

  it("are taken whole, once", () => {
    const [choice] = choicesOf([first, second]);
    if (choice === undefined) throw new Error("no choice");
    const rows = takeChoice([], choice, counter());
    expect(rows.map(({ key, instalmentId }) => [key, instalmentId])).toEqual([
      ["key 1", "april"],
      ["key 2", "may"],
    ]);
    expect(isChoiceTaken(rows, choice)).toBe(true);
    expect(isChoiceTaken(rows.slice(1), choice)).toBe(false);
    expect(takeChoice(rows, choice, counter())).toEqual(rows);
  });

  it("that name no paper add nothing and count as not taken", () => {
    const [choice] = choicesOf([none]);
    if (choice === undefined) throw new Error("no choice");
    expect(takeChoice([], choice, counter())).toEqual([]);
    expect(isChoiceTaken([], choice)).toBe(false);
  });
});

describe("a smaller amount", () => {
  const only = row({ invoiceId: asId("paper"), amountCents: cents(162_000) });
  const followed = (rows: readonly AllocationRow[], to: number | null) =>
    followAmount(rows, cents(162_000), to === null ? null : cents(to)).map(({ amountCents }) => amountCents);

  it("is taken over by the only line, in a refund too", () => {
    expect(followed([only], 100_000)).toEqual([100_000]);
    const back = row({ ...only, amountCents: cents(-162_000) });
    expect(followAmount([back], cents(-162_000), cents(-5_000))[0]?.amountCents).toBe(-5_000);
  });

  it("leaves alone what it cannot decide: several lines, another line, a larger sum, none", () => {
    expect(followed([only, row({ amountCents: cents(1) })], 100_000)).toEqual([162_000, 1]);
    expect(followed([row({ amountCents: cents(150_000) })], 100_000)).toEqual([150_000]);
    expect(followed([only], 200_000)).toEqual([162_000]);
    expect(followed([only], -100)).toEqual([162_000]);
    expect(followed([only], null)).toEqual([162_000]);
  });
});
