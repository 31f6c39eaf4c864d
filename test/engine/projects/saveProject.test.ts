import { describe, expect, it } from "vitest";
import { getProject } from "#engine/projects/getProject.ts";
import { listProjects } from "#engine/projects/listProjects.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { listFiscalYears } from "#engine/store/office.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { projectDraft } from "#test/engine/support/drafts.ts";
import { emptyOffice } from "#test/engine/support/smallOffice.ts";

describe("a new project", () => {
  it("gets the seven headings of the statement, in order and empty", async () => {
    const context = await (await emptyOffice()).context();
    const { narrative, project } = await getProject(context, await saveProject(context, projectDraft()));
    expect(narrative.map(({ seq, heading, body }) => [seq, heading, body])).toEqual(
      templateOf("sh-2022").narrative.headings.map(({ heading }, index) => [index + 1, heading, ""]),
    );
    expect(narrative).toHaveLength(7);
    expect(project).toMatchObject({ annualCents: 0, paidCents: 0, committedCents: 0, executionBp: null });
  });

  it("opens its budget year once", async () => {
    const { context, ledger } = await emptyOffice();
    const years = async () => (await listFiscalYears(ledger)).map(({ year, state }) => [year, state]);
    expect(await years()).toEqual([[2022, "open"]]);
    await saveProject(await context(), projectDraft({ code: "A", fiscalYear: 2023 }));
    await saveProject(await context(), projectDraft({ code: "B", fiscalYear: 2023 }));
    expect(await years()).toEqual([
      [2022, "open"],
      [2023, "open"],
    ]);
  });

  it("is refused with the code of another one, and then nothing of it stays", async () => {
    const { context, ledger } = await emptyOffice();
    await saveProject(await context(), projectDraft());
    const before = await listChanges(ledger, { limit: 100 });
    const failure = await failureOf(async () => saveProject(await context(), projectDraft({ name: "重复" })));
    expect(failure).toMatchObject({ code: "conflict", message: "项目的“编码”与已有的一条重复，没有保存。" });
    expect(await listChanges(ledger, { limit: 100 })).toEqual(before);
  });

  it("is refused when it ends before it begins, or has no name", async () => {
    const context = await (await emptyOffice()).context();
    const reversed = projectDraft({ startDate: isoDate("2022-05-01"), endDate: isoDate("2022-04-30") });
    expect(await failureOf(() => saveProject(context, reversed))).toMatchObject({
      code: "bad-request",
      message: "计划完成日期 2022-04-30 早于计划开始日期 2022-05-01。",
    });
    expect(await failureOf(() => saveProject(context, projectDraft({ name: " " })))).toMatchObject({
      code: "bad-request",
      message: expect.stringContaining("名称"),
    });
  });
});

describe("a project that is there", () => {
  it("changes in place, with its headings as they are", async () => {
    const context = await (await emptyOffice()).context();
    const id = await saveProject(context, projectDraft());
    expect(await saveProject(context, projectDraft({ id, name: "新名" }))).toBe(id);
    const { project, narrative } = await getProject(context, id);
    expect(project.name).toBe("新名");
    expect(narrative).toHaveLength(7);
  });

  it("leaves no trace in the log when nothing changes", async () => {
    const { context, ledger } = await emptyOffice();
    const id = await saveProject(await context(), projectDraft());
    const before = (await listChanges(ledger, { limit: 100 })).length;
    await saveProject(await context(), projectDraft({ id }));
    expect(await listChanges(ledger, { limit: 100 })).toHaveLength(before);
  });

  it("cannot be one that is not there", async () => {
    const context = await (await emptyOffice()).context();
    const unknown = projectDraft({ id: asId("nobody") });
    expect(await failureOf(() => saveProject(context, unknown))).toMatchObject({ code: "not-found" });
    expect(await failureOf(() => getProject(context, asId("nobody")))).toMatchObject({
      code: "not-found",
      message: "找不到这个项目。",
    });
  });
});

describe("the list of projects", () => {
  it("is by code, of one year or of all", async () => {
    const context = await (await emptyOffice()).context();
    for (const [code, fiscalYear] of [
      ["C", 2022],
      ["A", 2023],
      ["B", 2022],
    ] as const)
      await saveProject(context, projectDraft({ code, fiscalYear }));
    const codes = async (fiscalYear: number | null) =>
      (await listProjects(context, { fiscalYear })).map((project) => project.code);
    expect(await codes(null)).toEqual(["A", "B", "C"]);
    expect(await codes(2022)).toEqual(["B", "C"]);
    expect(await codes(2030)).toEqual([]);
  });
});
