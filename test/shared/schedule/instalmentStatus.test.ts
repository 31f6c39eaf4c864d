import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { type InstalmentEvents, instalmentStatus, statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { instalmentStatuses } from "#shared/schedule/status.ts";
import { weekendsOnly } from "./onWeekends.ts";
import { contractOf, instalmentOf } from "./samples.ts";

const accepted = { kind: "accepted", on: isoDate("2022-04-05") } as const;
const events = (changes: Partial<InstalmentEvents> = {}): InstalmentEvents => ({
  invoicedCents: cents(0),
  paidCents: cents(0),
  deductionCents: cents(0),
  acceptance: accepted,
  invoicedOn: null,
  isSuspended: false,
  ...changes,
});
const onDay = (day: string, changes: Partial<InstalmentEvents> = {}, contract = contractOf()) =>
  instalmentStatus(instalmentOf(), contract, events(changes), isoDate(day), weekendsOnly);

describe("instalmentStatus", () => {
  it.each([
    ["2022-03-16", "notDue"],
    ["2022-03-17", "dueSoon"],
    ["2022-03-31", "dueSoon"],
    ["2022-04-01", "due"],
    ["2022-04-16", "due"],
    ["2022-04-17", "overdue"],
  ])("on %s is %s", (day, status) => {
    expect(onDay(day).status).toBe(status);
  });

  it("is blocked while its days are suspended, late or not, and paid when nothing is left", () => {
    for (const day of ["2022-03-20", "2022-04-10", "2022-05-20"])
      expect(onDay(day, { isSuspended: true })).toMatchObject({ status: "blocked", waitsFor: "contract" });
    expect(onDay("2022-04-10", { isSuspended: true, paidCents: cents(6_000_000) }).status).toBe("paid");
  });

  it("is partly paid until nothing is left, a deduction counted", () => {
    expect(onDay("2022-04-10", { paidCents: cents(5_000_000) })).toMatchObject({
      status: "partlyPaid",
      remainingCents: 1_000_000,
    });
    const deducted = onDay("2022-04-10", { paidCents: cents(5_000_000), deductionCents: cents(1_000_000) });
    expect(deducted).toMatchObject({ status: "paid", payableCents: 5_000_000, remainingCents: 0 });
    expect(onDay("2022-04-17", { paidCents: cents(5_000_000) }).status).toBe("overdue");
  });

  it("is blocked while the acceptance of a period gone by is missing or failed", () => {
    const missing = { acceptance: { kind: "missing" } } as const;
    expect(onDay("2022-04-02", missing)).toMatchObject({ status: "blocked", waitsFor: "acceptance" });
    expect(onDay("2022-03-31", missing).status).toBe("dueSoon");
    expect(onDay("2022-04-17", missing).status).toBe("overdue");
    const unasked = contractOf({ acceptanceRequired: 0 });
    expect(onDay("2022-04-02", missing, unasked).status).toBe("due");
    expect(onDay("2022-04-02", missing, contractOf({ payTiming: "periodStart" })).status).toBe("due");
  });

  it("is blocked while the contract is suspended", () => {
    const suspended = contractOf({ state: "suspended" });
    expect(onDay("2022-04-02", {}, suspended)).toMatchObject({ status: "blocked", waitsFor: "contract" });
  });

  it.each(["periodStart", "periodEnd", "afterInvoiceAndAcceptance"] as const)(
    "waits for the signing where it is an advance, whatever is paid by %s",
    (payTiming) => {
      const first = isoDate("2022-01-01");
      const unsigned = instalmentOf({
        ...{ kind: "advance", periodFrom: first, periodTo: first },
        ...{ earliestDate: null, dueDate: null },
      });
      const on = (day: string, signedOn: string | null = null) =>
        instalmentStatus(
          unsigned,
          contractOf({ payTiming, signedOn: signedOn === null ? null : isoDate(signedOn) }),
          events({ invoicedOn: isoDate("2022-01-05") }),
          isoDate(day),
          weekendsOnly,
        );
      expect(on("2021-12-25")).toMatchObject({ status: "notDue", earliestDate: null, waitsFor: null });
      expect(on("2022-03-01")).toMatchObject({
        ...{ status: "blocked", waitsFor: "signing" },
        ...{ earliestDate: null, dueDate: null },
      });
      // Signed after it was planned.
      const dates = { earliestDate: "2022-02-20", dueDate: "2022-03-07" };
      expect(on("2022-03-01", "2022-02-20")).toMatchObject({ status: "due", waitsFor: null, ...dates });
      expect(on("2022-03-08", "2022-02-20")).toMatchObject({ status: "overdue", ...dates });
    },
  );

  it("waits for the invoice where payment hangs on it, then counts from the later paper", () => {
    const contract = contractOf({ payTiming: "afterInvoiceAndAcceptance" });
    const open = instalmentOf({ earliestDate: null, dueDate: null });
    const on = (day: string, changes: Partial<InstalmentEvents>) =>
      instalmentStatus(open, contract, events(changes), isoDate(day), weekendsOnly);
    expect(on("2022-03-01", {})).toMatchObject({ status: "notDue", earliestDate: null });
    expect(on("2022-04-06", {})).toMatchObject({ status: "blocked", waitsFor: "invoice" });
    expect(on("2022-04-12", { invoicedOn: isoDate("2022-04-12") })).toMatchObject({
      status: "due",
      earliestDate: "2022-04-12",
      dueDate: "2022-04-27",
    });
    expect(on("2022-04-28", { invoicedOn: isoDate("2022-04-02") })).toMatchObject({
      status: "overdue",
      earliestDate: "2022-04-05",
    });
  });

  it("has a Chinese word for every status", () => {
    expect(Object.keys(statusLabels).toSorted()).toEqual([...instalmentStatuses].toSorted());
  });
});
