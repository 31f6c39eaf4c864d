import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import type { Supplement } from "#shared/model/contract.ts";
import { agreedEnd, contractStateOn, isSuspended, suspensionsOf } from "#shared/schedule/contractState.ts";
import { nextTerm } from "#shared/schedule/nextTerm.ts";
import { calendarOf, isWorkingDay } from "#shared/schedule/workingDays.ts";
import { contractOf, supplementOf } from "./samples.ts";

const on = (kind: Supplement["kind"], day: string, changes: Partial<Supplement> = {}) =>
  supplementOf({ kind, effectiveOn: isoDate(day), supplementNo: `${kind} ${day}`, ...changes });

const history = [
  on("suspend", "2022-04-01"),
  on("resume", "2022-07-01"),
  on("suspend", "2022-10-01"),
] as const;

describe("the state of a contract on a day", () => {
  it.each([
    ["2022-03-31", "active"],
    ["2022-04-01", "suspended"],
    ["2022-06-30", "suspended"],
    ["2022-07-01", "active"],
    ["2022-10-01", "suspended"],
  ])("on %s is %s", (day, state) => {
    expect(contractStateOn(contractOf(), history, isoDate(day))).toBe(state);
  });

  it("ends after the last day of an early end, and never by running out", () => {
    const ended = [on("terminate", "2022-05-31")];
    expect(contractStateOn(contractOf(), ended, isoDate("2022-05-31"))).toBe("active");
    expect(contractStateOn(contractOf(), ended, isoDate("2022-06-01"))).toBe("ended");
    expect(contractStateOn(contractOf(), [], isoDate("2023-06-01"))).toBe("active");
  });

  it("is what the contract says while that is not carried out", () => {
    for (const state of ["draft", "suspended", "ended"] as const)
      expect(contractStateOn(contractOf({ state }), history, isoDate("2022-05-01"))).toBe(state);
  });
});

describe("suspensions", () => {
  it("last until the day before the resumption, or on", () => {
    expect(suspensionsOf(history)).toEqual([
      { from: "2022-04-01", to: "2022-06-30" },
      { from: "2022-10-01", to: null },
    ]);
    expect(suspensionsOf(history, isoDate("2022-05-01"))).toEqual([{ from: "2022-04-01", to: null }]);
  });

  it("are none for a day that was resumed at once, or a resumption of nothing", () => {
    expect(suspensionsOf([on("suspend", "2022-04-01"), on("resume", "2022-04-01")])).toEqual([]);
    expect(suspensionsOf([on("resume", "2022-04-01")])).toEqual([]);
  });

  it("hold back periods that lie wholly in them", () => {
    const within = (from: string, to: string) =>
      isSuspended(suspensionsOf(history), { from: isoDate(from), to: isoDate(to) });
    expect(within("2022-04-01", "2022-06-30")).toBe(true);
    expect(within("2022-03-31", "2022-06-30")).toBe(false);
    expect(within("2022-04-01", "2022-07-01")).toBe(false);
    expect(within("2022-10-01", "2022-12-31")).toBe(true);
  });
});

describe("until when a contract binds", () => {
  it("is until the new end from the signing of an extension, an early end from its day on", () => {
    const longer = on("term", "2022-12-01", { newEndDate: isoDate("2023-03-31") });
    expect(agreedEnd(contractOf(), [longer], isoDate("2022-07-01"))).toBe("2023-03-31");
    const shorter = on("terminate", "2022-09-30");
    expect(agreedEnd(contractOf(), [shorter], isoDate("2022-09-29"))).toBe("2022-12-31");
    expect(agreedEnd(contractOf(), [shorter], isoDate("2022-09-30"))).toBe("2022-09-30");
  });
});

describe("the next term", () => {
  it.each([
    ["2022-01-01", "2022-12-31", "2022-12-31", "2023-01-01", "2023-12-31"],
    ["2023-01-01", "2023-12-31", "2023-12-31", "2024-01-01", "2024-12-31"],
    ["2022-03-15", "2022-09-14", "2022-09-14", "2022-09-15", "2023-03-14"],
    ["2022-01-01", "2022-12-31", "2023-03-31", "2023-04-01", "2024-03-31"],
    ["2022-01-01", "2022-01-10", "2022-01-10", "2022-01-11", "2022-01-20"],
  ])("of %s to %s, ended %s, is %s to %s", (startDate, endDate, end, from, to) => {
    const term = { startDate: isoDate(startDate), endDate: isoDate(endDate) };
    expect(nextTerm(term, isoDate(end))).toEqual({ from, to });
  });

  it("begins the day after and does not end before it begins", () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(1_500), fc.integer({ min: 0, max: 400 }), (offset, days, more) => {
        const startDate = addDays(isoDate("2020-01-01"), offset);
        const endDate = addDays(startDate, days);
        const end = addDays(endDate, more);
        const next = nextTerm({ startDate, endDate }, end);
        expect(next.from).toBe(addDays(end, 1));
        expect(next.to >= next.from).toBe(true);
      }),
    );
  });
});

describe("the calendar of the holiday table", () => {
  it("knows days off and days worked", () => {
    const calendar = calendarOf([
      { onDate: isoDate("2022-04-04"), kind: "holiday" },
      { onDate: isoDate("2022-04-02"), kind: "workday" },
    ]);
    expect(
      ["2022-04-01", "2022-04-02", "2022-04-03", "2022-04-04"].map((day) =>
        isWorkingDay(isoDate(day), calendar),
      ),
    ).toEqual([true, true, false, false]);
  });
});
