import { describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { listDue } from "#engine/due/listDue.ts";
import { adjustBudget } from "#engine/projects/adjustBudget.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine, saveFunding } from "#engine/projects/saveParts.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { addYear, closeYear, reopenYear, setCutoff } from "#engine/years/changeYears.ts";
import { closeReport } from "#engine/years/closeReport.ts";
import { listYears } from "#engine/years/listYears.ts";
import { type CloseCheck, seenOf } from "#shared/api/years.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft } from "#test/engine/support/drafts.ts";
import { ask } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

/** What these checks show now, accepted. */
async function accept(context: Context, ...checks: readonly CloseCheck[]) {
  const { items } = await closeReport(context, { year: 2022 });
  return checks.map((check) => ({
    check,
    reason: "已报主任同意",
    seen: items.filter((item) => item.check === check).flatMap((item) => [...seenOf(item)]),
  }));
}

describe("before a year is closed", () => {
  it("says what is still open, and what of it stands in the way", async () => {
    const { context } = await sampleDesk(testClock("2023-01-05"));
    const { items, year, asOf } = await closeReport(await context(), { year: 2022 });
    expect({ asOf, year: year.year, state: year.state }).toEqual({
      asOf: "2023-01-05",
      year: 2022,
      state: "open",
    });
    const counts = Object.fromEntries(
      items.map((item) => [item.check, [item.blocking, item.entries.length]]),
    );
    const due = await listDue(await context(), {
      fiscalYear: 2022,
      projectId: null,
      asOf: isoDate("2023-01-05"),
    });
    expect(counts).toMatchObject({
      openPayments: [true, 10],
      unpaid: [false, due.items.filter(({ kind }) => ["overdue", "due", "blocked"].includes(kind)).length],
    });
    expect(counts).toHaveProperty("blockingFindings", [true, expect.any(Number)]);
    expect(counts).not.toHaveProperty("notOver");
    for (const item of items)
      for (const entry of item.entries) expect(entry.text).not.toMatch(/undefined|null/);
  });

  it("reminds of a year that is not over and of carry-over funds that are left", async () => {
    const { context, projectId } = await smallOffice();
    await saveFunding(await context(), {
      projectId,
      sources: [
        { scope: "annual", kind: "carryOver", amountCents: cents(500) },
        { scope: "annual", kind: "currentAppropriation", amountCents: cents(23_999_500) },
      ],
    });
    const { items } = await closeReport(await context(), { year: 2022 });
    const of = (check: CloseCheck) => items.find((item) => item.check === check);
    expect(of("notOver")?.entries[0]?.text).toBe("年度到2022年12月31日才结束，今天是2022年7月8日。");
    expect(of("carryOver")).toMatchObject({ blocking: false, amountCents: 500 });
    expect(of("openPayments")).toBeUndefined();
  });
});

describe("closing a year", () => {
  it("is refused until what blocks it is accepted, each with a reason, and then keeps them", async () => {
    const { context } = await sampleDesk(testClock("2023-01-05"));
    const close = async (...checks: readonly CloseCheck[]) =>
      closeYear(await context(), {
        year: 2022,
        reason: "年终关账",
        accepted: await accept(await context(), ...checks),
      });
    const failure = await failureOf(() => close("openPayments"));
    expect(failure.message).toMatch(/^2022 年度还不能关账：未处理的阻断问题\d+项。$/);
    await close("openPayments", "blockingFindings");
    expect((await listYears(await context()))[0]).toMatchObject({
      state: "closed",
      changedBy: (await context()).officer,
      stateReason: expect.stringMatching(
        /^年终关账；在办付款10项：已报主任同意；未处理的阻断问题\d+项：已报主任同意$/,
      ),
    });
    expect((await failureOf(() => close("openPayments", "blockingFindings"))).message).toBe(
      "2022 年度已经关账。",
    );
  });

  it("is refused over what was entered between the look and the closing", async () => {
    const { context, sign, projectId, lineId, ledger } = await smallOffice(testClock("2023-01-05"));
    const { instalments } = await sign();
    const here = await context();
    const racing: Context = {
      ...here,
      write: async (action, work) => {
        await ask(here, { projectId, lineId, instalment: instalments[0] });
        return here.write(action, work);
      },
    };
    const accepted = await accept(here, "blockingFindings");
    const close = () => closeYear(racing, { year: 2022, reason: "年终关账", accepted });
    expect((await failureOf(close)).message).toBe("2022 年度还不能关账：在办付款1项。");
    const { state } = await ledger.read.selectFrom("fiscalYear").select("state").executeTakeFirstOrThrow();
    expect(state).toBe("open");
  });

  it("is refused over more of what was accepted than was seen, and names it", async () => {
    const { context, sign, projectId, lineId } = await smallOffice(testClock("2023-01-05"));
    const { instalments } = await sign();
    const [first, second] = instalments;
    await ask(await context(), { projectId, lineId, instalment: first });
    const seen = await accept(await context(), "openPayments", "blockingFindings");
    await ask(await context(), { projectId, lineId, instalment: second });
    const close = async (accepted: typeof seen) =>
      closeYear(await context(), { year: 2022, reason: "年终关账", accepted });
    const failure = await failureOf(() => close(seen));
    expect(failure.code).toBe("conflict");
    expect(failure.message).toMatch(/^2022 年度没有关账：又出现了 \d+ 项没有看过的事项：/);
    expect(failure.message).toMatch(/FK-2022-\d{4} /);
    await close(await accept(await context(), "openPayments", "blockingFindings"));
    expect((await listYears(await context()))[0]).toMatchObject({ state: "closed" });
  });

  it("makes the year read-only until it is opened again with a reason", async () => {
    const { context, projectId, lineId, sign } = await smallOffice(testClock("2023-01-05"));
    await closeYear(await context(), {
      year: 2022,
      reason: "年终关账",
      accepted: await accept(await context(), "blockingFindings"),
    });
    const before = await getProject(await context(), projectId);
    const closed = /^2022 年度已关账，.+不能再改动。$/;
    const attempts = [
      async () => saveBudgetLine(await context(), lineDraft(projectId, { seq: 2 })),
      async () => sign(),
      async () =>
        adjustBudget(await context(), {
          projectId,
          adjustedOn: isoDate("2022-12-30"),
          reason: "调剂",
          documentNo: "",
          lines: [
            { budgetLineId: lineId, deltaCents: cents(-1) },
            { budgetLineId: lineId, deltaCents: cents(1) },
          ],
        }),
    ];
    for (const attempt of attempts) expect((await failureOf(attempt)).message).toMatch(closed);
    expect(
      (await failureOf(async () => setCutoff(await context(), { year: 2022, paymentCutoff: null }))).message,
    ).toBe("2022 年度已经关账。");
    expect(await getProject(await context(), projectId)).toEqual(before);
    await reopenYear(await context(), { year: 2022, reason: "补记一笔退款" });
    expect((await listYears(await context()))[0]).toMatchObject({
      state: "open",
      stateReason: "补记一笔退款",
    });
    await saveBudgetLine(await context(), lineDraft(projectId, { seq: 2 }));
    expect((await getProject(await context(), projectId)).budgetLines).toHaveLength(2);
  });

  it("leaves who, when and why in the change log", async () => {
    const { context, ledger } = await smallOffice(testClock("2023-01-05"));
    await closeYear(await context(), {
      year: 2022,
      reason: "年终关账",
      accepted: await accept(await context(), "blockingFindings"),
    });
    await reopenYear(await context(), { year: 2022, reason: "补记一笔退款" });
    const entries = await listChanges(ledger, { entity: "fiscalYear", limit: 2 });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["重新打开年度", "王经办"],
      ["年度关账", "王经办"],
    ]);
    expect(entries[0]?.afterJson).toContain("补记一笔退款");
    const open = await failureOf(async () => reopenYear(await context(), { year: 2022, reason: "再来" }));
    expect(open.message).toBe("2022 年度没有关账，不需要打开。");
  });
});

describe("预算年度", () => {
  it("as many as there are, leave the facts of today worked out", async () => {
    const { context } = await smallOffice();
    for (const year of [2018, 2019, 2020, 2021, 2023])
      await addYear(await context(), { year, paymentCutoff: null });
    const today = await (await context()).facts();
    expect(await listYears(await context())).toHaveLength(6);
    expect(await (await context()).facts()).toBe(today);
  });

  it("are added once, each with its 支付截止日", async () => {
    const { context } = await smallOffice();
    await addYear(await context(), { year: 2023, paymentCutoff: isoDate("2023-12-20") });
    await setCutoff(await context(), { year: 2022, paymentCutoff: isoDate("2022-12-25") });
    expect(
      (await listYears(await context())).map(({ year, paymentCutoff, projectCount, changedAt }) => ({
        year,
        paymentCutoff,
        projectCount,
        changedAt,
      })),
    ).toEqual([
      { year: 2023, paymentCutoff: "2023-12-20", projectCount: 0, changedAt: null },
      { year: 2022, paymentCutoff: "2022-12-25", projectCount: 1, changedAt: null },
    ]);
    const twice = await failureOf(async () => addYear(await context(), { year: 2023, paymentCutoff: null }));
    expect(twice).toMatchObject({ code: "conflict", message: "2023 年度已经有了。" });
    const none = await failureOf(async () => setCutoff(await context(), { year: 2030, paymentCutoff: null }));
    expect(none.message).toBe("账本里没有 2030 年度。");
    expect((await failureOf(async () => closeReport(await context(), { year: 2030 }))).code).toBe(
      "not-found",
    );
  });
});

describe("the last day to pay", () => {
  it("lies in its year, or at most in the next", async () => {
    const { context } = await smallOffice();
    const set = async (day: string) =>
      setCutoff(await context(), { year: 2022, paymentCutoff: isoDate(day) });
    for (const day of ["2021-12-20", "2024-01-01"])
      expect((await failureOf(() => set(day))).message).toBe(`支付截止日 ${day} 不在 2022 年度里。`);
    await set("2023-01-10");
    expect((await listYears(await context()))[0]).toMatchObject({ paymentCutoff: "2023-01-10" });
  });
});
