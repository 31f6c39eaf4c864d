import { describe, expect, it } from "vitest";
import { dueOccasion, type Occasion, occasionOf } from "#shared/filings/occasions.ts";
import { formIds } from "#shared/forms/formKinds.ts";
import { isoDate } from "#shared/kernel/dates.ts";

const due = (today: string, handedIn: readonly Occasion[] = [], cutoffMonth = 7) =>
  dueOccasion({ today: isoDate(today), fiscalYear: 2022, cutoffMonth, handedIn: new Set(handedIn) });

describe("what is due", () => {
  it("is the budget until it was applied for, whatever the month", () => {
    expect(due("2021-10-20")).toBe("apply");
    expect(due("2022-07-31")).toBe("apply");
    expect(due("2022-09-01")).toBe("apply");
  });

  it("is the monitoring after its month, and the self-evaluation once the year is over", () => {
    expect(due("2022-07-31", ["apply"])).toBe("apply");
    expect(due("2022-08-01", ["apply"])).toBe("monitoring");
    expect(due("2022-07-01", ["apply"], 6)).toBe("monitoring");
    expect(due("2022-12-31", ["apply", "monitoring"])).toBe("monitoring");
    expect(due("2023-01-01", ["apply", "monitoring"])).toBe("selfEvaluation");
    expect(due("2023-01-01")).toBe("selfEvaluation");
  });
});

it("each paper goes out for one thing, and lists and slips for none by themselves", () => {
  const of = (occasion: Occasion | null) => formIds.filter((form) => occasionOf(form) === occasion);
  expect(of("apply")).toEqual(["narrative", "budget", "targets", "targetsFill", "rentalMonths"]);
  expect(of("monitoring")).toEqual(["monitoring"]);
  expect(of("selfEvaluation")).toEqual(["selfEvaluation"]);
  expect(of(null)).toContain("invoices");
});
