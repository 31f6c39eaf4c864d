import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { currentPaper } from "#engine/filings/currentPapers.ts";
import { withFormats } from "#engine/filings/drawPapers.ts";
import { exportForm } from "#engine/filings/exportForm.ts";
import { paymentCheckSheet } from "#engine/filings/paymentCheckSheet.ts";
import { writeForm } from "#engine/filings/writeForm.ts";
import { mapWithPauses } from "#engine/pause.ts";
import type { FindingView } from "#shared/api/checks.ts";
import { buildPaymentCheck } from "#shared/forms/builders/paymentCheck.ts";
import { isProse } from "#shared/forms/prose.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

describe("an export that is cancelled", () => {
  it.each(["xlsx", "pdf"] as const)("while its lines are gathered leaves no file: %s", async (format) => {
    const controller = new AbortController();
    const notes: string[] = [];
    const context: Context = {
      ...(await (await sampleDesk()).context()),
      signal: controller.signal,
      progress: ({ note }) => {
        notes.push(note);
        controller.abort();
      },
    };
    const file = path.join(testFolder(), `台账.${format}`);
    const request = { form: "invoices", format, subject: { fiscalYear: 2022, projectId: null } } as const;
    await expect(exportForm(context, { ...request, path: file })).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(notes).toEqual(["正在整理《发票台账》"]);
    expect(existsSync(file)).toBe(false);
  });

  it("is heard between stretches of a long list", async () => {
    const controller = new AbortController();
    let made = 0;
    setImmediate(() => controller.abort());
    const all = mapWithPauses({ signal: controller.signal }, Array(100_000).fill(0), () => (made += 1));
    await expect(all).rejects.toMatchObject({ code: "cancelled" });
    expect(made).toBeLessThan(100_000);
  });
});

it("a sheet too long for Word is kept and handed in without it, and is not exported as Word", async () => {
  const context = await (await sampleDesk()).context();
  const [project] = (await context.facts()).rows.project;
  if (project === undefined) throw new Error("the sample has a project");
  const current = await currentPaper(context, project, "contracts");
  if (isProse(current.paper)) throw new Error("a register is a sheet");
  const [row] = current.paper.rows;
  if (row === undefined) throw new Error("a register has rows");
  const long = { ...current, paper: { ...current.paper, rows: Array<typeof row>(3_001).fill(row) } };
  expect(withFormats(current).formats).toContain("docx");
  expect(withFormats(long).formats).toEqual(
    withFormats(current).formats.filter((format) => format !== "docx"),
  );
  await expect(writeForm(context, long.paper, "docx")).rejects.toMatchObject({ code: "refused" });
});

const scope = { fiscalYear: 2022, project: null, unitName: "", asOf: isoDate("2022-07-08") };

it("a check of payments lists a hundred findings of a rule on papers of no payment, and counts the rest", async () => {
  const context = await (await sampleDesk()).context();
  const facts = await context.facts();
  const project = facts.rows.project[0];
  if (project === undefined) throw new Error("the sample has a project");
  const findingOf = (ruleId: string, index: number): FindingView => ({
    ...{ key: `${ruleId} ${index}`, ruleId, ruleName: "合同倒签", area: "合同", severity: "warn" },
    ...{ message: `第${index}处。`, remedy: "请核对。", figures: {}, state: "open", decision: null },
    ...{ reopened: false, subjects: [{ kind: "project", id: project.id, label: project.name }] },
  });
  const findings = [
    ...Array.from({ length: 250 }, (_, index) => findingOf("CON-02", index)),
    findingOf("CON-03", 0),
  ];
  const template = templateOf("sh-2022");
  const source = { context, facts, scope: { fiscalYear: 2022, projectId: null }, sheet: scope, template };
  const { others } = await paymentCheckSheet({ ...source, findings });
  expect(others).toHaveLength(102);
  expect(others.at(-1)?.line.message).toBe("“合同倒签”另有 150 处，没有逐条列出，请在“核对”中查看。");
});

it("a check of payments prints as many findings as there are", () => {
  const line = { ruleId: "INV-01", severity: "warn", message: "发票重复。", accepted: null } as const;
  const others = Array.from({ length: 150_000 }, () => ({ line, decision: null }));
  const form = buildPaymentCheck({ scope, payments: [], others }, templateOf("sh-2022"));
  expect(form.rows.length).toBeGreaterThan(150_000);
});
