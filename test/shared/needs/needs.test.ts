import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { needFigures } from "#shared/needs/needFigures.ts";
import { dueReason, isDue, type PersonDue, personDue } from "#shared/needs/personDue.ts";
import { sizeTotals } from "#shared/needs/sizes.ts";

const year = { fiscalYear: 2022, asOf: isoDate("2022-07-08") };
const uniform = { perPerson: decimal("1"), replaceYears: 2 };
const issue = (issuedOn: string, quantity = "1") => ({
  issuedOn: isoDate(issuedOn),
  quantity: decimal(quantity),
});
const person = (joinedOn: string | null = null, leftOn: string | null = null) => ({
  joinedOn: joinedOn === null ? null : isoDate(joinedOn),
  leftOn: leftOn === null ? null : isoDate(leftOn),
});

const said = (due: PersonDue | undefined, years: number | null = 2) =>
  due === undefined ? "不在名单" : `${isDue(due) ? `应发${due.quantity}` : "不发"}：${dueReason(due, years)}`;

describe("who is due a uniform", () => {
  it.each([
    ["nobody ever gave one to", [], "应发1：从未发放"],
    ["had one two calendar years ago", [issue("2020-12-31")], "应发1：2020-12-31 领取，满 2 年"],
    ["had one last year", [issue("2021-01-04")], "不发：2021-01-04 领取，2023 年到期"],
    [
      "had several",
      [issue("2018-05-01"), issue("2021-05-01"), issue("2016-05-01")],
      "不发：2021-05-01 领取，2023 年到期",
    ],
    ["has this year's", [issue("2020-06-01"), issue("2022-06-30")], "不发：本年已发，2024 年再发"],
    ["gets one next year", [issue("2023-01-01")], "应发1：从未发放"],
  ])("who %s", (_, issues, words) => {
    expect(said(personDue(uniform, person(), issues, year))).toBe(words);
  });

  it("is served in parts until the whole was handed out", () => {
    const two = { perPerson: decimal("2"), replaceYears: 2 };
    expect(said(personDue(two, person(), [issue("2022-03-01")], year))).toBe("应发1：本年已领一部分");
    expect(said(personDue(two, person(), [issue("2022-03-01"), issue("2022-05-01")], year))).toBe(
      "不发：本年已发，2024 年再发",
    );
  });

  it("is never due again what is handed out once", () => {
    const once = { perPerson: decimal("1"), replaceYears: null };
    expect(said(personDue(once, person(), [issue("2010-03-01")], year), null)).toBe(
      "不发：2010-03-01 已发，不再更换",
    );
    expect(said(personDue(once, person(), [], year), null)).toBe("应发1：从未发放");
    expect(said(personDue(once, person(), [issue("2022-03-01")], year), null)).toBe("不发：本年已发");
  });

  it.each([
    ["joins next year", person("2023-01-01"), "不在名单"],
    ["joins later this year", person("2022-12-31"), "应发1：从未发放"],
    ["left last year", person(null, "2021-12-31"), "不在名单"],
    ["left this year", person(null, "2022-07-07"), "不发：已离职"],
    ["leaves today", person(null, "2022-07-08"), "应发1：从未发放"],
    ["leaves later", person(null, "2022-09-30"), "应发1：从未发放"],
  ])("who %s", (_, staff, words) => {
    expect(said(personDue(uniform, staff, [], year))).toBe(words);
  });

  it("looks at a past year as it ended, and at a future one from its first day", () => {
    const left = person(null, "2022-10-31");
    expect(said(personDue(uniform, left, [], { fiscalYear: 2022, asOf: isoDate("2023-03-01") }))).toBe(
      "不发：已离职",
    );
    expect(said(personDue(uniform, left, [], { fiscalYear: 2023, asOf: isoDate("2022-03-01") }))).toBe(
      "不在名单",
    );
    expect(
      said(
        personDue(uniform, person(null, "2023-05-01"), [], { fiscalYear: 2023, asOf: isoDate("2022-03-01") }),
      ),
    ).toBe("应发1：从未发放");
  });

  it("is not due any more once it was handed out, and due again when the years are over", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 364 }), (replaceYears, day) => {
        const given = [{ issuedOn: addDays(isoDate("2022-01-01"), day), quantity: decimal("1") }];
        const stateIn = (fiscalYear: number) =>
          personDue({ perPerson: decimal("1"), replaceYears }, person(), given, {
            fiscalYear,
            asOf: isoDate(`${fiscalYear}-01-01`),
          })?.state;
        expect(stateIn(2022)).toBe("issued");
        for (let later = 2023; later < 2022 + replaceYears; later += 1) expect(stateIn(later)).toBe("notYet");
        expect(stateIn(2022 + replaceYears)).toBe("replace");
      }),
    );
  });
});

describe("sizes", () => {
  it("are put together however they were typed, in the tailor's order", () => {
    const wanted = [" xl", "L", "XL", "", "２ＸＬ", "175/96A", "m", "165/84A"].map((size) => ({
      size,
      quantity: decimal("2"),
    }));
    expect(
      sizeTotals(wanted).map(({ size, people, quantity }) => `${size}:${people}人${quantity}套`),
    ).toEqual([
      "M:1人2套",
      "L:1人2套",
      "XL:2人4套",
      "2XL:1人2套",
      "165/84A:1人2套",
      "175/96A:1人2套",
      ":1人2套",
    ]);
    expect(sizeTotals([])).toEqual([]);
  });
});

describe("what a need comes to", () => {
  it("is for persons what is due and what they got this year", () => {
    const need = { ...uniform, quantity: null, unitPrice: decimal("1180") };
    const issues = [issue("2020-06-01"), issue("2022-06-30")];
    const people = [[], issues].flatMap((own) => personDue(uniform, person(), own, year) ?? []);
    expect(needFigures(need, issues, people, 2022)).toEqual({
      plannedQuantity: "2",
      plannedCents: 236_000,
      issuedQuantity: "1",
      issuedCents: 118_000,
      leftQuantity: "1",
      leftCents: 118_000,
    });
  });

  it("is for supplies what was planned, and what is left of it", () => {
    const gloves = { perPerson: null, quantity: decimal("500"), unitPrice: decimal("3.5") };
    const issues = [issue("2022-02-01", "200"), issue("2022-05-01", "320.5"), issue("2021-12-31", "9")];
    expect(needFigures(gloves, issues, [], 2022)).toMatchObject({
      plannedCents: 175_000,
      issuedQuantity: "520.5",
      leftQuantity: "-20.5",
      leftCents: -7_175,
    });
  });

  it("says nothing of what is not known", () => {
    const open = { perPerson: null, quantity: null, unitPrice: null };
    expect(needFigures(open, [issue("2022-02-01", "3")], [], 2022)).toEqual({
      plannedQuantity: null,
      plannedCents: null,
      issuedQuantity: "3",
      issuedCents: null,
      leftQuantity: null,
      leftCents: null,
    });
  });
});
