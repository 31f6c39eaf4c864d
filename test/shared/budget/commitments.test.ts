import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectExecution } from "#shared/budget/execution.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate, yearOf } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { messagesOf } from "../rules/checking.ts";
import { adding, changing, paymentOf, projectOf, rightRows } from "../rules/sampleRows.ts";
import { contractOf, instalmentOf } from "../schedule/samples.ts";

const day = isoDate("2022-04-30");
const factsOn = (rows: FactRows) => buildFacts(rows, day);

/** Committed on a line, contract by contract. */
const committed = (rows: FactRows, line = "line-1") =>
  Object.fromEntries(
    factsOn(rows)
      .budget.lineCommitments(asId(line))
      .map(({ contract, cents: open }) => [contract.row.contractNo, open]),
  );

const framework = contractOf({
  id: asId("kj"),
  contractNo: "KJ",
  kind: "framework",
  amountCents: cents(1_000),
});
const callOff = (id: string, amount: number | null, changes: Partial<typeof framework> = {}) =>
  contractOf({
    id: asId(id),
    contractNo: id,
    kind: "oneOff",
    amountCents: amount === null ? null : cents(amount),
    parentContractId: framework.id,
    ...changes,
  });

const withContracts = (...contracts: readonly (typeof framework)[]): FactRows =>
  adding(
    { ...rightRows, contract: [], instalment: [], payment: [], allocation: [] },
    "contract",
    ...contracts,
  );

describe("a framework", () => {
  it("binds what was not called off from it yet: no money is bound twice", () => {
    expect(committed(withContracts(framework))).toEqual({ KJ: 1_000 });
    expect(committed(withContracts(framework, callOff("A", 600)))).toEqual({ KJ: 400, A: 600 });
    expect(committed(withContracts(framework, callOff("A", 600), callOff("B", 500)))).toEqual({
      KJ: 0,
      A: 600,
      B: 500,
    });
  });

  it("binds what an unsigned call-off will take, until that is signed", () => {
    const draft = callOff("A", 600, { state: "draft" });
    expect(committed(withContracts(framework, draft))).toEqual({ KJ: 1_000 });
    const later = callOff("A", 600, { signedOn: isoDate("2022-05-01") });
    expect(committed(withContracts(framework, later))).toEqual({ KJ: 1_000 });
  });

  it("counts of a call-off without a sum what its instalments come to, and of its renewal nothing", () => {
    const measured = adding(
      withContracts(framework, callOff("A", null, { kind: "asNeeded" })),
      "instalment",
      instalmentOf({ id: asId("m"), contractId: asId("A"), amountCents: cents(70) }),
    );
    expect(committed(measured)).toEqual({ KJ: 930, A: 70 });
    const renewal = callOff("KJ-2", 900, { kind: "framework" });
    expect(committed(withContracts(framework, renewal))).toEqual({ KJ: 1_000, "KJ-2": 900 });
  });

  it("and what is called off from it on another line never bind more than the larger of the two", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), amounts, (sum, parts) => {
        const rows = withContracts(
          { ...framework, amountCents: cents(sum) },
          ...parts.map((part, index) => callOff(`C${index}`, part, { budgetLineId: asId("line-2") })),
        );
        const calledOff = parts.reduce((all, part) => all + part, 0);
        const open = (line: string) => factsOn(rows).budget.lineCommittedCents(asId(line));
        expect([open("line-1"), open("line-2")]).toEqual([Math.max(0, sum - calledOff), calledOff]);
      }),
    );
  });
});

describe("a contract over two years", () => {
  const twoYears = contractOf({ endDate: isoDate("2023-12-31"), amountCents: cents(8_000) });
  const quarter = (seq: number, periodTo: string) =>
    instalmentOf({
      id: asId(`q${seq}`),
      seq,
      periodFrom: isoDate(`${periodTo.slice(0, 4)}-01-01`),
      periodTo: isoDate(periodTo),
      amountCents: cents(2_000),
    });
  const rows = adding(
    withContracts(twoYears),
    "instalment",
    ...["2022-06-30", "2022-12-31", "2023-06-30", "2023-12-31"].map((end, index) => quarter(index + 1, end)),
  );

  it("binds in a year what falls on it, and tells the rest apart", () => {
    const [commitment] = factsOn(rows).budget.lineCommitments(asId("line-1"));
    expect(commitment).toMatchObject({
      cents: 4_000,
      parts: [{ on: "2022-06-30" }, { on: "2022-12-31" }],
      laterCents: 4_000,
      later: [{ on: "2023-06-30" }, { on: "2023-12-31" }],
    });
    const execution = projectExecution(factsOn(rows), projectOf());
    expect(execution).toMatchObject({ committedCents: 4_000, laterCents: 4_000 });
    expect(execution.quarters.map((figures) => figures.committedCents)).toEqual([0, 2_000, 0, 2_000]);
  });

  it("puts what no instalment has to its end, and what an earlier year left to the first quarter", () => {
    const asNeeded = withContracts({ ...twoYears, kind: "asNeeded" });
    expect(projectExecution(factsOn(asNeeded), projectOf())).toMatchObject({
      committedCents: 0,
      laterCents: 8_000,
    });
    const left = adding(withContracts(twoYears), "instalment", quarter(1, "2021-12-31"));
    expect(projectExecution(factsOn(left), projectOf()).quarters[0]?.committedCents).toBe(2_000);
  });

  it("opens of a line paid as needed for this year's instalments alone", () => {
    const asNeeded = changing(rows, "budgetLine", "line-1", {
      payMode: "asNeeded",
      amountCents: cents(6_000),
    });
    const [line] = projectExecution(factsOn(asNeeded), projectOf()).lines;
    expect(line?.quarters.map((figures) => figures.allocatedCents)).toEqual([2_000, 2_000, 0, 2_000]);
  });

  it("loses nothing between the years, whatever was paid", () => {
    const sums = fc.integer({ min: 1, max: 9_000 });
    fc.assert(
      fc.property(sums, fc.integer({ min: 2_020, max: 2_025 }), (paid, fiscalYear) => {
        const project = changing(rows, "project", "project-1", { fiscalYear });
        const some = adding(
          project,
          "payment",
          paymentOf({ contractId: twoYears.id, amountCents: cents(paid) }),
        );
        const facts = factsOn(some);
        for (const { cents: own, laterCents, parts, later, contract } of facts.budget.lineCommitments(
          asId("line-1"),
        )) {
          expect(own + laterCents).toBe(facts.budget.unpaidCents(contract));
          expect(sumCents(parts.map((part) => part.cents))).toBe(own);
          expect(parts.every((part) => yearOf(part.on) <= fiscalYear)).toBe(true);
          expect(later.every((part) => yearOf(part.on) > fiscalYear)).toBe(true);
        }
      }),
    );
  });
});

describe("CON-09 合同即将到期", () => {
  const on = (rows: FactRows, date = "2022-11-30") => messagesOf(rows, "CON-09", date);

  it("asks neither for what was called off, nor for the renewal of a call-off", () => {
    const both = withContracts(framework, callOff("A", 1_000));
    expect(on(both)).toEqual([
      "合同A将于2022年12月31日到期，未付10.00元。",
      "合同KJ将于2022年12月31日到期，尚无续签合同。",
    ]);
    const asNeeded = callOff("A", 1_000, { kind: "asNeeded" });
    expect(on(withContracts(framework, asNeeded))[0]).toBe("合同A将于2022年12月31日到期，未付10.00元。");
    const renewed = callOff("KJ-2", 1_000, { kind: "framework", endDate: isoDate("2023-12-31") });
    expect(on(withContracts(framework, callOff("A", 1_000), renewed))).toEqual([
      "合同A将于2022年12月31日到期，未付10.00元。",
    ]);
  });

  it("takes no call-off for a renewal", () => {
    expect(on(withContracts(framework, callOff("A", 600)))).toContain(
      "合同KJ将于2022年12月31日到期，未付4.00元，尚无续签合同。",
    );
  });

  it("counts no deduction as unpaid, and wants nothing more of a delivery that is paid", () => {
    const once = adding(
      withContracts(contractOf({ kind: "oneOff", amountCents: cents(1_000) })),
      "instalment",
      instalmentOf({ amountCents: cents(1_000), deductionCents: cents(100) }),
    );
    expect(on(once)).toEqual(["合同HT-2022-01将于2022年12月31日到期，未付9.00元。"]);
    const paid = adding(once, "payment", paymentOf({ amountCents: cents(900) }));
    expect(on(paid)).toEqual([]);
  });
});
