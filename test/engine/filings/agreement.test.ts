import { describe, expect, it } from "vitest";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listProjects } from "#engine/projects/listProjects.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { previewSheet } from "./previewSheet.ts";

const scope = { fiscalYear: 2022 } as const;

/** The figures of the sheet's last total, in its columns: 应付 扣款 已收票 已付 未付. */
async function sheetTotals() {
  const desk = await sampleDesk();
  const context = await desk.context();
  const request = { form: "schedule", subject: { projectCode: "SQZL-2022" }, asOf: sampleToday } as const;
  const { form } = await previewSheet(context, request);
  const totals = form.rows
    .map(({ cells }) => cells.flatMap(({ value }) => (value.kind === "sum" ? [value.cents] : [])))
    .filter((sums) => sums.length === 5);
  const [planned = 0, deducted = 0, , paid = 0, unpaid = 0] = totals.at(-1) ?? [];
  expect(evaluateSums(form).length).toBeGreaterThan(0);
  return { context, planned, deducted, paid, unpaid };
}

describe("screens and sheets", () => {
  it("state one 未付, and the schedule's total can be worked out by hand", async () => {
    const { context, planned, deducted, paid, unpaid } = await sheetTotals();
    expect(planned - deducted - paid).toBe(unpaid);
    const contracts = await listContracts(context, scope, sampleToday);
    expect(sumCents(contracts.map((row) => row.unpaidCents ?? zeroCents))).toBe(unpaid);
    const instalments = await listInstalments(context, scope, sampleToday);
    expect(sumCents(instalments.map((row) => row.remainingCents))).toBe(unpaid);
  });

  it("state one 已付, and count no deduction as money still to be paid", async () => {
    const { context, deducted, paid } = await sheetTotals();
    const [project] = await listProjects(context, { fiscalYear: 2022 }, sampleToday);
    expect(project?.paidCents).toBe(paid);
    expect(deducted).toBeGreaterThan(0);
    // The contracts come to the whole budget: what is neither paid nor committed was deducted.
    expect((project?.annualCents ?? 0) - paid - (project?.committedCents ?? 0)).toBe(deducted);
  });
});
