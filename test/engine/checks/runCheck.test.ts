import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { runCheck } from "#engine/checks/runCheck.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { projectId } from "#engine/sample/project.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { projectDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { emptyOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { plantedFindings } from "../sample/planted.ts";

type Asked = Parameters<typeof runCheck>[1];

async function sample(day?: string) {
  const clock = testClock(day);
  const desk = await sampleDesk(clock);
  return {
    ...desk,
    clock,
    check: async (asked: Partial<Asked> = {}) => runCheck(await desk.context(), { asOf: null, ...asked }),
    decide: async (findingKey: string, action: "accept" | "reopen", reason = "经会议同意") =>
      decide(await desk.context(), { findingKey, action, reason, by: "李主任" }),
  };
}

describe("the check of a ledger", () => {
  it("finds what is planted in the sample, and counts what is open", async () => {
    const { check } = await sample();
    const { findings, summary, asOf } = await check();
    expect(asOf).toBe("2022-07-08");
    const found = new Set(findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`));
    for (const planted of plantedFindings) expect(found).toContain(planted.split(" ").slice(0, 2).join(" "));
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    expect(summary).toEqual({ block: count("block"), warn: count("warn"), hint: count("hint") });
    expect(findings.every(({ ruleName, state }) => ruleName !== "" && state === "open")).toBe(true);
  });

  it("is of one project, by code or id, or of one year", async () => {
    const { check, context } = await sample();
    await saveProject(await context(), projectDraft({ code: "NEXT", fiscalYear: 2023 }));
    const keys = async (asked: Partial<Asked>) => (await check(asked)).findings.map((finding) => finding.key);
    const all = await keys({});
    const own = await keys({ projectCode: "SQZL-2022" });
    expect(await keys({ projectId })).toEqual(own);
    expect(await keys({ projectId, fiscalYear: 2022 })).toEqual(own);
    expect(own.length).toBeGreaterThan(10);
    expect(all).toEqual(expect.arrayContaining([...own]));
    expect(await keys({ projectId, fiscalYear: 2023 })).toEqual([]);
    expect(await keys({ projectId: asId("none") })).toEqual([]);
  });

  it("says that a project's code is not known", async () => {
    const { check } = await sample();
    expect(await failureOf(() => check({ projectCode: "NONE" }))).toMatchObject({
      code: "not-found",
      message: "没有编码为“NONE”的项目。",
    });
  });

  it("looks back: nothing that came later counts", async () => {
    const { check } = await sample();
    const blocking = async (asOf: string) => (await check({ asOf: isoDate(asOf) })).summary.block;
    // What is wrong with the papers of the project was so from the first day.
    const papers = (await check({ asOf: isoDate("2022-02-28") })).findings;
    expect(
      papers.filter(({ severity, ruleId }) => severity === "block" && !ruleId.startsWith("PERF")),
    ).toEqual([]);
    expect(await blocking("2022-07-08")).toBeGreaterThan((await blocking("2022-02-28")) + 5);
  });

  it("shows an invoice nobody has used, although the year has no project yet", async () => {
    const { exportPath } = await sample();
    const { context } = await emptyOffice(testClock());
    await importInvoices(await context(), { path: exportPath });
    const { findings } = await runCheck(await context(), { fiscalYear: 2022, asOf: null });
    expect(findings.map((finding) => finding.ruleId)).toContain("INV-06");
  });
});

describe("a decision on a finding", () => {
  it("accepts it with reason, name and day, and it counts as open no more", async () => {
    const { check, decide: say } = await sample();
    const before = await check();
    const finding = before.findings.find((row) => row.ruleId === "CON-01");
    await say(finding?.key ?? "", "accept", "紧急采购，补签合同");
    const after = await check();
    expect(after.findings.find((row) => row.key === finding?.key)).toMatchObject({
      state: "accepted",
      reopened: false,
      decision: {
        reason: "紧急采购，补签合同",
        decidedBy: "李主任",
        decidedAt: expect.stringMatching(/^2022-07-08T/),
      },
    });
    expect(after.summary.block).toBe(before.summary.block - 1);
    await say(finding?.key ?? "", "reopen", "依据不足");
    expect((await check()).findings.find((row) => row.key === finding?.key)).toMatchObject({
      state: "open",
      decision: null,
    });
  });

  it("is not known on a day before it was made, and stands on every day after", async () => {
    const { check, decide: say, clock } = await sample();
    clock.goTo("2022-09-01");
    const key = (await check()).findings.find((row) => row.ruleId === "CON-01")?.key ?? "";
    await say(key, "accept");
    const stateOn = async (asOf: string | null) =>
      (await check({ asOf: asOf === null ? null : isoDate(asOf) })).findings.find((row) => row.key === key)
        ?.state;
    expect(await stateOn("2022-08-31")).toBe("open");
    expect(await stateOn("2022-09-01")).toBe("accepted");
    expect(await stateOn(null)).toBe("accepted");
    clock.goTo("2023-01-01");
    expect(await stateOn("2022-08-31")).toBe("open");
    expect(await stateOn("2022-10-01")).toBe("accepted");
  });

  it("counts today whatever the two clocks say of each other", async () => {
    const clock = testClock("2022-07-08");
    // West of Greenwich the evening of the eighth is the ninth in UTC.
    const desk = await sampleDesk({ today: clock.today, now: () => "2022-07-09T01:00:00.000Z" });
    const context = await desk.context();
    const key = (await runCheck(context, { asOf: null })).findings[0]?.key ?? "";
    await decide(context, { findingKey: key, action: "accept", reason: "同意", by: "李主任" });
    const [first] = (await runCheck(context, { asOf: isoDate("2022-07-08") })).findings;
    expect(first).toMatchObject({ key, state: "accepted" });
  });

  it("keeps every word of the finding it was about", async () => {
    const { check, decide: say, ledger } = await sample();
    const [finding] = (await check()).findings;
    await say(finding?.key ?? "", "accept");
    const [stored] = await ledger.read.selectFrom("finding").selectAll().execute();
    expect(stored).toMatchObject({
      findingKey: finding?.key,
      message: finding?.message,
      remedy: finding?.remedy,
    });
    expect(JSON.parse(stored?.figuresJson ?? "")).toEqual(finding?.figures);
    expect(JSON.parse(stored?.subjectsJson ?? "")).toEqual(finding?.subjects);
  });
});
