import { describe, expect, it } from "vitest";
import { readHolidays, saveHolidays } from "#engine/office/holidays.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { holidayNotices } from "#shared/holidays/notices.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { emptyOffice, smallOffice } from "#test/engine/support/smallOffice.ts";

const day = (onDate: string, kind: "holiday" | "workday" = "holiday", name = "元旦") => ({
  onDate: isoDate(onDate),
  kind,
  name,
});

describe("the days off of a year", () => {
  it("are replaced as a whole; other years and what stays the same are left alone", async () => {
    const { context, ledger } = await emptyOffice();
    const save = async (year: number, ...days: readonly ReturnType<typeof day>[]) =>
      saveHolidays(await context(), { year, days: [...days] });
    await save(2022, day("2022-01-03"), day("2022-02-01"));
    await save(2023, day("2023-01-02"));
    const before = (await listChanges(ledger, { limit: 100 })).length;
    await save(2022, day("2022-01-03"), day("2022-01-29", "workday", "春节调休"));
    expect((await readHolidays(await context())).map(({ id: _, ...row }) => row)).toEqual([
      day("2022-01-03"),
      day("2022-01-29", "workday", "春节调休"),
      day("2023-01-02"),
    ]);
    expect((await listChanges(ledger, { limit: 100 })).length - before).toBe(2);
  });

  it("take the notices of the State Council as they are", async () => {
    const { context } = await emptyOffice();
    for (const { year, days } of holidayNotices)
      await saveHolidays(await context(), { year, days: [...days] });
    expect(await readHolidays(await context())).toHaveLength(
      holidayNotices.reduce((sum, { days }) => sum + days.length, 0),
    );
  });

  it.each([
    ["of another year", [day("2023-01-01")], "2023年1月1日不在2022年"],
    ["named twice", [day("2022-01-03"), day("2022-01-03")], "2022年1月3日写了两次"],
    ["worked anyway", [day("2022-01-04", "workday")], "2022年1月4日不是周末，本来就上班"],
  ])("are refused when one is %s", async (_what, days, message) => {
    const { context } = await emptyOffice();
    const failure = await failureOf(async () => saveHolidays(await context(), { year: 2022, days }));
    expect(failure).toMatchObject({ code: "bad-request", message: `${message}，没有保存。` });
    expect(await readHolidays(await context())).toEqual([]);
  });
});

describe("a contract that counts working days", () => {
  const terms = { dayKind: "working", payTiming: "periodEnd", payWithinDays: 5 } as const;

  it("goes by weekends until the year is entered, and by its days off from then on", async () => {
    const { context, sign } = await smallOffice();
    const dueOf = async (contractNo: string) =>
      (await sign({ ...terms, contractNo })).instalments[0]?.dueDate;
    // From Friday, 1 April 2022: 清明节 is off from Sunday to Tuesday, and Saturday before it is worked.
    expect(await dueOf("HT-1")).toBe("2022-04-08");
    const days = [...(holidayNotices[0]?.days ?? [])];
    await saveHolidays(await context(), { year: 2022, days });
    expect(await dueOf("HT-2")).toBe("2022-04-11");
    const facts = await (await context()).facts();
    expect(facts.calendar.workdays.has(isoDate("2022-04-02"))).toBe(true);
    expect(facts.calendar.holidays.has(isoDate("2022-04-05"))).toBe(true);
  });
});
