import { describe, expect, it } from "vitest";
import type { ApiInput, RouteName } from "#shared/api/contract.ts";
import { formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { asId } from "#shared/kernel/id.ts";
import { projectDraft } from "#test/engine/support/drafts.ts";
import { engineDesk } from "#test/engine/support/engineDesk.ts";

const year = { fiscalYear: 2022, projectId: null } as const;
const all = { fiscalYear: null } as const;

async function newOffice(officeName = "示例街道") {
  const engine = engineDesk();
  const file = engine.grant("新.jingfei");
  await engine.ask("ledger.create", { file, sample: false, officeName, officer: "王经办", year: 2022 });
  return engine;
}

describe("an office that has just begun", () => {
  it("has empty lists everywhere, and no error", async () => {
    const { ask, reported } = await newOffice();
    expect(await ask("projects.list", all)).toEqual([]);
    expect(await ask("contracts.list", year)).toEqual([]);
    expect(await ask("schedule.list", year)).toEqual([]);
    expect((await ask("rentals.matrix", year)).rows).toEqual([]);
    expect(await ask("vendors.list", {})).toEqual([]);
    expect(await ask("invoices.list", all)).toEqual([]);
    expect(await ask("invoices.batches", {})).toEqual([]);
    expect(await ask("payments.list", year)).toEqual([]);
    expect(await ask("checks.run", { ...year, asOf: null })).toMatchObject({
      findings: [],
      summary: { block: 0, warn: 0, hint: 0 },
    });
    expect((await ask("checks.rules", {})).length).toBeGreaterThan(19);
    expect(await ask("workbench.overview", year)).toMatchObject({
      budgetCents: 0,
      paidCents: 0,
      executionBp: 0,
    });
    expect((await ask("office.get", {})).years).toMatchObject([{ year: 2022, state: "open" }]);
    expect((await ask("ledger.history", { entity: null, entityId: null, limit: 50 })).length).toBeGreaterThan(
      0,
    );
    expect(reported).toEqual([]);
  });

  it("may be without a name for now", async () => {
    const { ask } = await newOffice("");
    expect((await ask("office.get", {})).units).toEqual([]);
    expect((await ask("ledger.status", {})).ledger).toMatchObject({ projects: [], years: [2022] });
  });

  it("with its first, bare project shows that and prints its sheets", async () => {
    const { ask, reported } = await newOffice();
    const { project } = await ask("projects.save", projectDraft());
    const projectId = asId(project.id);
    expect(await ask("workbench.overview", { ...year, projectId })).toMatchObject({ budgetCents: 0 });
    expect((await ask("projects.list", all)).map((row) => row.id)).toEqual([project.id]);
    for (const form of formIds.filter((id) => formKindOf(id).about !== "payment"))
      expect((await ask("filings.preview", { form, subject: { projectId } })).form.title).not.toBe("");
    const nothingYet = await ask("payments.propose", { projectId, invoiceId: null, instalmentId: null });
    expect(nothingYet.draft.allocations).toEqual([]);
    expect(reported).toEqual([]);
  });

  it("answers for what is not there with a sentence", async () => {
    const { refusal, reported } = await newOffice();
    const id = asId("none");
    const asked: { [Name in RouteName]?: ApiInput<Name> } = {
      "projects.get": { id },
      "projects.narrativeOffers": { id },
      "contracts.get": { id },
      "invoices.get": { id },
      "payments.get": { id },
      "contracts.previewPlan": { contractId: id, shape: { kind: "equal" } },
      "payments.propose": { projectId: id, invoiceId: null, instalmentId: null },
      "invoices.undoBatch": { batchId: id, reason: "试验" },
      "invoices.commitImport": { previewId: "none", leaveOut: [], rememberAs: null },
      "filings.preview": { form: "budget", subject: { projectId: id } },
      "payments.void": { id, reason: "试验" },
    };
    for (const [name, input] of Object.entries(asked)) {
      const error = await refusal(name as RouteName, input);
      expect([name, error]).toMatchObject([
        name,
        { code: "not-found", message: expect.stringMatching(/。$/) },
      ]);
      expect([name, error.hint ?? ""]).not.toEqual([name, ""]);
    }
    expect(reported).toEqual([]);
  });
});
