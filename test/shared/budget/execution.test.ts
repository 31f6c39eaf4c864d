import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Execution, type LineExecution, projectExecution } from "#shared/budget/execution.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { adding, changing, lineOf, paymentOf, projectOf, rightRows } from "../rules/sampleRows.ts";
import { contractOf, instalmentOf } from "../schedule/samples.ts";

const executionOf = (rows: FactRows, asOf = "2022-04-30") =>
  projectExecution(buildFacts(rows, isoDate(asOf)), rows.project[0] ?? projectOf());

/** One line of the project, by its id. */
function lineOfProject(rows: FactRows, id: string, asOf?: string): LineExecution {
  const found = executionOf(rows, asOf).lines.find(({ line }) => line.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
}

const by = (part: Execution, pick: (quarter: Execution["quarters"][number]) => number) =>
  part.quarters.map(pick);

const plan = (line: string, amounts: readonly number[]): readonly Row<"quarterPlan">[] =>
  amounts.map((amount, index) => ({
    id: asId(`plan-${line}-${index}`),
    budgetLineId: asId(line),
    quarter: index + 1,
    amountCents: cents(amount),
  }));

const adjustment = (id: string, line: string, on: string, delta: number): Row<"budgetAdjustment"> => ({
  id: asId(id),
  groupId: asId("group"),
  budgetLineId: asId(line),
  adjustedOn: isoDate(on),
  deltaCents: cents(delta),
  reason: "调剂",
  documentNo: "",
  voidedAt: null,
  voidReason: null,
});

describe("预算执行", () => {
  it("sets against each quarter's budget what was paid in it and what is signed for it", () => {
    const joint = lineOfProject(rightRows, "line-1");
    expect(joint).toMatchObject({
      spread: "byQuarter",
      allocatedCents: 24_000_000,
      paidCents: 6_000_000,
      committedCents: 18_000_000,
      availableCents: 0,
      executionBp: 2_500,
    });
    expect(by(joint, (quarter) => quarter.allocatedCents)).toEqual([
      6_000_000, 6_000_000, 6_000_000, 6_000_000,
    ]);
    // The first quarter was paid in April.
    expect(by(joint, (quarter) => quarter.paidCents)).toEqual([0, 6_000_000, 0, 0]);
    expect(by(joint, (quarter) => quarter.committedCents)).toEqual([0, 6_000_000, 6_000_000, 6_000_000]);
    expect(by(joint, (quarter) => quarter.availableCents)).toEqual([6_000_000, -6_000_000, 0, 0]);
    expect(by(joint, (quarter) => quarter.cumulativeCents)).toEqual([6_000_000, 0, 0, 0]);
    expect(joint.overQuarters).toEqual([]);
  });

  it("spreads a monthly line over the months of the project", () => {
    const late = changing(rightRows, "project", "project-1", { startDate: isoDate("2022-03-01") });
    expect(lineOfProject(late, "line-2")).toMatchObject({ spread: "byMonth" });
    expect(by(lineOfProject(late, "line-2"), (quarter) => quarter.allocatedCents)).toEqual([
      265_200, 795_600, 795_600, 795_600,
    ]);
  });

  it("opens a line paid as needed by its contracts' instalments, and the rest from the start", () => {
    const asNeeded = changing(rightRows, "budgetLine", "line-2", {
      payMode: "asNeeded",
      amountCents: cents(3_000_000),
    });
    const line = lineOfProject(asNeeded, "line-2");
    expect(line.spread).toBe("byInstalments");
    expect(by(line, (quarter) => quarter.allocatedCents)).toEqual([1_011_000, 663_000, 663_000, 663_000]);
    const poor = changing(asNeeded, "budgetLine", "line-2", { amountCents: cents(700_000) });
    expect(by(lineOfProject(poor, "line-2"), (quarter) => quarter.allocatedCents)).toEqual([
      663_000, 37_000, 0, 0,
    ]);
    const free = adding(
      rightRows,
      "budgetLine",
      lineOf({ id: asId("line-3"), seq: 3, payMode: "oneOff", amountCents: cents(9) }),
    );
    expect(lineOfProject(free, "line-3")).toMatchObject({
      spread: "atStart",
      quarters: [{ allocatedCents: 9 }, {}, {}, {}],
    });
  });

  it("goes by what was written down, and puts a later 调剂 into its quarter", () => {
    const written = adding(
      rightRows,
      "quarterPlan",
      ...plan("line-2", [652_000, 500_000, 1_000_000, 500_000]),
    );
    const allocated = (rows: FactRows, asOf = "2022-12-31") =>
      by(lineOfProject(rows, "line-2", asOf), (quarter) => quarter.allocatedCents);
    expect(lineOfProject(written, "line-2").spread).toBe("written");
    expect(allocated(written)).toEqual([652_000, 500_000, 1_000_000, 500_000]);
    const more = adding(written, "budgetAdjustment", adjustment("a", "line-2", "2022-08-01", 100_000));
    expect(allocated(more)).toEqual([652_000, 500_000, 1_100_000, 500_000]);
    expect(allocated(more, "2022-07-31")).toEqual([652_000, 500_000, 1_000_000, 500_000]);
    const less = adding(written, "budgetAdjustment", adjustment("a", "line-2", "2022-08-01", -1_800_000));
    expect(allocated(less)).toEqual([652_000, 200_000, 0, 0]);
  });

  it("names the quarters up to which more is used than planned", () => {
    const tight = adding(rightRows, "quarterPlan", ...plan("line-1", [0, 5_000_000, 7_000_000, 12_000_000]));
    expect(lineOfProject(tight, "line-1").overQuarters).toEqual([2, 3]);
  });

  it("counts a contract from the day it is signed, and of one that is over what its instalments still owe", () => {
    const signed = (day: string) =>
      lineOfProject(changing(rightRows, "contract", "contract-1", { signedOn: isoDate(day) }), "line-1")
        .committedCents;
    expect(signed("2022-04-30")).toBe(18_000_000);
    expect(signed("2022-05-01")).toBe(0);
    const over = changing(rightRows, "contract", "contract-1", { state: "ended" });
    const short = { ...over, instalment: over.instalment.filter((row) => row.id !== "contract-1-4") };
    expect(lineOfProject(over, "line-1").committedCents).toBe(18_000_000);
    expect(lineOfProject(short, "line-1").committedCents).toBe(12_000_000);
  });

  it("binds what a contract without a plan may cost at its end, and without a sum what was measured", () => {
    const framework = contractOf({
      id: asId("contract-9"),
      contractNo: "HT-9",
      kind: "asNeeded",
      amountCents: cents(500),
      endDate: isoDate("2022-09-30"),
    });
    const capped = adding(rightRows, "contract", framework);
    expect(by(lineOfProject(capped, "line-1"), (quarter) => quarter.committedCents)[2]).toBe(6_000_500);
    const open = adding(rightRows, "contract", { ...framework, amountCents: null });
    expect(lineOfProject(open, "line-1").committedCents).toBe(18_000_000);
    const measured = adding(
      open,
      "instalment",
      instalmentOf({ id: asId("measured"), contractId: framework.id, amountCents: cents(70) }),
    );
    expect(lineOfProject(measured, "line-1").committedCents).toBe(18_000_070);
  });

  it("keeps what was paid without a line in sight", () => {
    const stray = paymentOf({
      id: asId("stray"),
      paymentNo: "FK-9",
      contractId: null,
      budgetLineId: null,
      amountCents: cents(500),
    });
    const project = executionOf(adding(rightRows, "payment", stray));
    expect(project.unassigned).toMatchObject({ paidCents: 500, availableCents: -500 });
    expect(project.paidCents).toBe(6_663_500);
  });
});

describe("every ledger", () => {
  const amount = fc.integer({ min: 0, max: 9_000_000 });
  const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays(isoDate("2022-01-01"), days));
  const lines = fc.array(
    fc.record({
      amount,
      payMode: fc.constantFrom(
        "quarterly" as const,
        "monthly" as const,
        "oneOff" as const,
        "asNeeded" as const,
      ),
      plan: fc.option(fc.tuple(amount, amount, amount, amount), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const payments = fc.array(
    fc.record({ line: fc.nat(5), amount: fc.integer({ min: -500_000, max: 5_000_000 }), day }),
    { maxLength: 6 },
  );
  const shifts = fc.array(fc.record({ from: fc.nat(3), to: fc.nat(3), amount, day }), { maxLength: 4 });
  const contracts = fc.array(
    fc.record({
      line: fc.nat(3),
      amount,
      signed: day,
      parts: fc.array(fc.tuple(amount, day), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  );

  const ledger = fc.record({ lines, payments, shifts, contracts }).map((made): FactRows => {
    const at = (index: number) => asId(`l${index % made.lines.length}`);
    return {
      ...rightRows,
      budgetLine: made.lines.map((line, index) =>
        lineOf({
          id: asId(`l${index}`),
          seq: index + 1,
          payMode: line.payMode,
          amountCents: cents(line.amount),
        }),
      ),
      quarterPlan: made.lines.flatMap((line, index) =>
        line.plan === undefined ? [] : plan(`l${index}`, line.plan),
      ),
      budgetAdjustment: made.shifts.flatMap(({ from, to, amount: delta, day: on }, index) => [
        adjustment(`from-${index}`, at(from), on, -delta),
        adjustment(`to-${index}`, at(to), on, delta),
      ]),
      contract: made.contracts.map((contract, index) =>
        contractOf({
          id: asId(`c${index}`),
          contractNo: `HT-${index}`,
          budgetLineId: at(contract.line),
          amountCents: cents(contract.amount),
          signedOn: contract.signed,
        }),
      ),
      instalment: made.contracts.flatMap((contract, index) =>
        contract.parts.map(([part, on], seq) =>
          instalmentOf({
            id: asId(`c${index}-${seq}`),
            contractId: asId(`c${index}`),
            seq: seq + 1,
            amountCents: cents(part),
            periodFrom: on,
            periodTo: on,
          }),
        ),
      ),
      payment: made.payments.map((payment, index) =>
        paymentOf({
          id: asId(`p${index}`),
          paymentNo: `FK-${index}`,
          contractId: null,
          budgetLineId: payment.line > 3 ? null : at(payment.line),
          amountCents: cents(payment.amount),
          requestedOn: payment.day,
          paidOn: payment.day,
        }),
      ),
      allocation: [],
      rental: [],
      rentalSegment: [],
      acceptance: [],
    };
  });

  it("has Σ quarters = line, Σ lines = project and allocated − paid − committed = available", () => {
    fc.assert(
      fc.property(ledger, day, (rows, asOf) => {
        const facts = buildFacts(rows, asOf);
        const project = projectExecution(facts, projectOf());
        const figures = ["allocatedCents", "paidCents", "committedCents", "availableCents"] as const;
        for (const part of [...project.lines, project.unassigned, project]) {
          for (const figure of figures)
            expect(sumCents(part.quarters.map((quarter) => quarter[figure]))).toBe(part[figure]);
          for (const quarter of [part, ...part.quarters])
            expect(quarter.allocatedCents - quarter.paidCents - quarter.committedCents).toBe(
              quarter.availableCents,
            );
          expect(part.quarters[3]?.cumulativeCents).toBe(part.availableCents);
        }
        for (const figure of figures)
          expect(sumCents([...project.lines, project.unassigned].map((part) => part[figure]))).toBe(
            project[figure],
          );
        for (const { line, allocatedCents, paidCents, committedCents } of project.lines) {
          expect(allocatedCents).toBe(facts.budget.allocatedCents(line));
          expect(paidCents).toBe(facts.budget.linePaidCents(line.id));
          expect(committedCents).toBe(facts.budget.lineCommittedCents(line.id));
        }
        expect(project.paidCents).toBe(facts.budget.projectPaidCents(projectOf().id));
        // 调剂 moves money between lines and makes none.
        expect(project.allocatedCents).toBe(sumCents(rows.budgetLine.map((line) => line.amountCents)));
      }),
      { numRuns: 300 },
    );
  });

  it("gives as of yesterday what it gave yesterday, whatever is entered for today", () => {
    fc.assert(
      fc.property(ledger, day, fc.integer({ min: 1, max: 300 }), (rows, yesterday, days) => {
        const today = addDays(yesterday, days);
        const later = adding(
          adding(
            adding(
              rows,
              "payment",
              paymentOf({
                id: asId("new"),
                paymentNo: "FK-9",
                contractId: null,
                budgetLineId: asId("l0"),
                requestedOn: today,
                paidOn: today,
              }),
            ),
            "budgetAdjustment",
            adjustment("new-1", "l0", today, -5),
            adjustment("new-2", `l${rows.budgetLine.length - 1}`, today, 5),
          ),
          "contract",
          contractOf({ id: asId("new"), contractNo: "HT-new", budgetLineId: asId("l0"), signedOn: today }),
        );
        const on = (all: FactRows) => projectExecution(buildFacts(all, yesterday), projectOf());
        expect(on(later)).toEqual(on(rows));
      }),
      { numRuns: 100 },
    );
  });
});
