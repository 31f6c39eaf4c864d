import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { contractEnd, contractSum } from "#shared/schedule/contractTerm.ts";
import { effectivePayDates, payDates } from "#shared/schedule/payDates.ts";
import { addPayDays, isWorkingDay } from "#shared/schedule/workingDays.ts";
import { weekendsOnly } from "./onWeekends.ts";
import { contractOf, instalmentOf, supplementOf } from "./samples.ts";

const quarter = { from: isoDate("2022-01-01"), to: isoDate("2022-03-31") };
const papers = (acceptedOn: string | null, invoicedOn: string | null) => ({
  acceptedOn: acceptedOn === null ? null : isoDate(acceptedOn),
  invoicedOn: invoicedOn === null ? null : isoDate(invoicedOn),
});

describe("addPayDays", () => {
  it("counts working days only, holidays and worked weekends included", () => {
    const calendar = {
      holidays: new Set([isoDate("2022-10-03"), isoDate("2022-10-04")]),
      workdays: new Set([isoDate("2022-10-08")]),
    };
    expect(addPayDays(isoDate("2022-09-30"), 1, "calendar", calendar)).toBe("2022-10-01");
    expect(addPayDays(isoDate("2022-09-30"), 1, "working", calendar)).toBe("2022-10-05");
    expect(addPayDays(isoDate("2022-09-30"), 4, "working", calendar)).toBe("2022-10-08");
    expect(addPayDays(isoDate("2022-09-30"), 0, "working", calendar)).toBe("2022-09-30");
  });

  it("knows weekends of any year, also before the one it counts from", () => {
    const days = ["2022-01-01", "2022-01-03", "1999-12-31", "2000-01-01", "2024-02-29", "2026-11-22"];
    expect(days.map((day) => isWorkingDay(isoDate(day), weekendsOnly))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("payDates", () => {
  const waiting = contractOf({ payTiming: "afterInvoiceAndAcceptance", payWithinDays: 30 });

  it("waits for both papers and counts from the later", () => {
    expect(payDates(waiting, quarter, papers("2022-04-05", null), weekendsOnly).earliestDate).toBeNull();
    expect(payDates(waiting, quarter, papers(null, "2022-04-05"), weekendsOnly).earliestDate).toBeNull();
    expect(payDates(waiting, quarter, papers("2022-04-05", "2022-04-02"), weekendsOnly)).toEqual({
      earliestDate: "2022-04-05",
      dueDate: "2022-05-05",
    });
  });

  it("waits for the invoice alone where no acceptance is asked for", () => {
    const unasked = { ...waiting, acceptanceRequired: 0 } as const;
    expect(payDates(unasked, quarter, papers(null, "2022-04-02"), weekendsOnly).earliestDate).toBe(
      "2022-04-02",
    );
  });

  it("lets dates written into an instalment stand", () => {
    const written = instalmentOf({ earliestDate: isoDate("2022-04-10"), dueDate: null });
    expect(effectivePayDates(waiting, written, papers("2022-04-05", "2022-04-02"), weekendsOnly)).toEqual({
      earliestDate: "2022-04-10",
      dueDate: "2022-05-10",
    });
    const due = instalmentOf({ earliestDate: null, dueDate: isoDate("2022-06-30") });
    expect(effectivePayDates(waiting, due, papers("2022-04-05", "2022-04-02"), weekendsOnly).dueDate).toBe(
      "2022-06-30",
    );
  });
});

describe("the terms of a contract on a day", () => {
  const more = supplementOf();
  const longer = supplementOf({
    kind: "term",
    effectiveOn: isoDate("2022-10-01"),
    newEndDate: isoDate("2023-03-31"),
    deltaCents: cents(500),
  });

  it("hold the supplements in force", () => {
    expect(contractSum(contractOf(), [more, longer], isoDate("2022-06-30"))).toBe(24_000_000);
    expect(contractSum(contractOf(), [more, longer], isoDate("2022-07-01"))).toBe(26_000_000);
    expect(contractSum(contractOf(), [more, longer])).toBe(26_000_500);
    expect(contractSum(contractOf({ amountCents: null }), [more])).toBeNull();
    expect(contractEnd(contractOf(), [longer], isoDate("2022-09-30"))).toBe("2022-12-31");
    expect(contractEnd(contractOf(), [longer])).toBe("2023-03-31");
  });

  it("end with a termination, on the day it names or takes effect", () => {
    const end = supplementOf({ kind: "terminate", effectiveOn: isoDate("2022-08-31") });
    expect(contractEnd(contractOf(), [end])).toBe("2022-08-31");
    expect(contractEnd(contractOf(), [{ ...end, newEndDate: isoDate("2022-09-15") }])).toBe("2022-09-15");
  });
});
