import { describe, expect, it } from "vitest";
import { runCheck } from "#engine/checks/runCheck.ts";
import { saveContract } from "#engine/contracts/saveContract.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { listProjects } from "#engine/projects/listProjects.ts";
import { saveBudgetLine, saveFunding } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { projectId as sampleProject } from "#engine/sample/project.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { contractDraft, lineDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { pay } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

describe("the figures of a budget line", () => {
  it("are allocated = paid + committed + available, at every step", async () => {
    const { context, projectId, sign, lineId } = await smallOffice();
    const line = async () => (await getProject(await context(), projectId)).budgetLines[0];
    expect(await line()).toMatchObject({
      allocatedCents: 24_000_000,
      paidCents: 0,
      committedCents: 0,
      availableCents: 24_000_000,
      economicName: "委托业务费",
      contractNos: [],
    });
    const { instalments } = await sign({ amountCents: cents(20_000_000) });
    expect(await line()).toMatchObject({
      committedCents: 20_000_000,
      availableCents: 4_000_000,
      contractNos: ["HT-1"],
    });
    await pay(await context(), { projectId, lineId, instalment: instalments[0] });
    expect(await line()).toMatchObject({
      paidCents: 5_000_000,
      committedCents: 15_000_000,
      availableCents: 4_000_000,
    });
  });

  it("commit nothing for a contract that is only drafted", async () => {
    const { context, projectId, sign } = await smallOffice();
    await sign({ state: "draft" });
    const { budgetLines } = await getProject(await context(), projectId);
    expect(budgetLines).toMatchObject([{ committedCents: 0, availableCents: 24_000_000 }]);
  });
});

describe("the figures of a project", () => {
  it("are those of its lines; its year's sum is what was applied for, else what the lines come to", async () => {
    const { context, projectId } = await smallOffice();
    const project = async () => (await getProject(await context(), projectId)).project;
    expect((await project()).annualCents).toBe(24_000_000);
    const amountCents = cents(30_000_000);
    await saveFunding(await context(), {
      projectId,
      sources: [{ scope: "annual", kind: "currentAppropriation", amountCents }],
    });
    expect(await project()).toMatchObject({ annualCents: 30_000_000, executionBp: 0 });
  });

  it("add up in the sample, on any day", async () => {
    const clock = testClock();
    const { context } = await sampleDesk(clock);
    for (const day of ["2022-01-15", "2022-04-20", "2022-07-08", "2022-12-31", "2024-01-01"]) {
      clock.goTo(day);
      const { project, budgetLines } = await getProject(await context(), sampleProject);
      const sumOf = (key: "allocatedCents" | "paidCents" | "committedCents") =>
        sumCents(budgetLines.map((line) => line[key]));
      expect([sumOf("allocatedCents"), sumOf("paidCents"), sumOf("committedCents")]).toEqual([
        43_000_000,
        project.paidCents,
        project.committedCents,
      ]);
      for (const line of budgetLines)
        expect(line.availableCents).toBe(line.allocatedCents - line.paidCents - line.committedCents);
      expect(project.executionBp).toBe(Math.round((project.paidCents / 43_000_000) * 10_000));
    }
  });
});

describe("the findings of a project", () => {
  it("are as many as its own check shows, open ones only", async () => {
    const { context } = await sampleDesk(testClock());
    const [project] = await listProjects(await context(), { fiscalYear: 2022 });
    const { summary } = await runCheck(await context(), {
      projectId: sampleProject,
      fiscalYear: 2022,
      asOf: null,
    });
    expect(project?.findings).toEqual(summary);
    expect(summary.block).toBeGreaterThan(5);
    expect((await getProject(await context(), sampleProject)).project.findings).toEqual(summary);
  });

  it("are each project's own", async () => {
    const { context, vendorId, sign } = await smallOffice();
    const other = await saveProject(await context(), projectDraft({ code: "ZZ", name: "另一项目" }));
    await saveBudgetLine(await context(), lineDraft(other));
    const budgetLineId = idOf((await getProject(await context(), other)).budgetLines[0]);
    await sign();
    const draft = contractDraft({ projectId: other, budgetLineId, vendorId }, { contractNo: "HT-2" });
    const id = await saveContract(await context(), draft);
    const blocks = async () =>
      (await listProjects(await context(), { fiscalYear: null })).map(({ findings }) => findings.block);
    const [mine = 0, others = 0] = await blocks();
    // Its plan does not add up to this any more.
    await saveContract(await context(), { ...draft, id, amountCents: cents(1) });
    expect(await blocks()).toEqual([mine, others + 1]);
  });
});
