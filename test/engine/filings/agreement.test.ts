import { describe, expect, it } from "vitest";
import { getExecution } from "#engine/budget/getExecution.ts";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { listProjects } from "#engine/projects/listProjects.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { sampleToday } from "#engine/sample/office.ts";
import type { Form } from "#shared/forms/form.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { printValue } from "#shared/forms/values.ts";
import { cents, formatBp, formatYuan, ratioBp, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { previewSheet } from "./previewSheet.ts";

const scope = { fiscalYear: 2022 } as const;
const asOf = sampleToday;

/** What the cells of each row print. */
const printedRows = (form: Form): readonly (readonly string[])[] =>
  form.rows.map(({ cells }) => cells.map(({ value }) => printValue(value)));

/** The figures of the sheet's last total, in its columns: 应付 扣款 已收票 已付 未付. */
async function sheetTotals() {
  const desk = await sampleDesk();
  const context = await desk.context();
  const request = { form: "payPlan", subject: { projectCode: "SQZL-2022" }, asOf: sampleToday } as const;
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

  it("state one execution: the sheet, the screen, and what was paid by source", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await previewSheet(context, {
      form: "execution",
      subject: { ...scope, projectId: null },
      asOf,
    });
    const screen = await getExecution(context, { ...scope, projectId: null, asOf });
    const grid = printedRows(form);
    const { lines } = screen.projects[0] ?? { lines: [] };
    for (const { line, originalCents, allocatedCents, paidCents, quarters } of lines) {
      const row = grid.find((cells) => cells[1] === line.name);
      const amounts = [originalCents, allocatedCents, ...quarters.map((part) => part.paidCents), paidCents];
      expect(row?.slice(2, 9)).toEqual(amounts.map(formatYuan));
      expect(row?.[10]).toBe(formatBp(ratioBp(paidCents, allocatedCents) ?? 0));
      expect(row?.[11]).toBe(formatBp(screen.progress.bp));
    }
    const totals = grid.filter(([label]) => label === "合计");
    expect(totals[0]?.slice(1, 3)).toEqual([
      formatYuan(cents(43_000_000)),
      formatYuan(screen.total.allocatedCents),
    ]);
    expect(totals[0]?.[7]).toBe(formatYuan(screen.total.paidCents));
    // Together the sources paid what was paid.
    expect(totals[1]?.slice(1, 3)).toEqual([
      formatYuan(cents(43_000_000)),
      formatYuan(screen.total.paidCents),
    ]);
    const check = await previewSheet(context, {
      form: "paymentCheck",
      subject: { ...scope, projectId: null },
      asOf,
    });
    expect(printedRows(check.form).find(([label]) => label === "合计")?.[2]).toBe(
      formatYuan(screen.total.paidCents),
    );
  });

  it("state one sum of the contracts: the register, the list, and the plan", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await previewSheet(context, {
      form: "contracts",
      subject: { ...scope, projectId: null },
      asOf,
    });
    const contracts = await listContracts(context, scope, asOf);
    const sum = (of: "totalCents" | "invoicedCents" | "paidCents" | "unpaidCents") =>
      formatYuan(sumCents(contracts.map((row) => row[of] ?? zeroCents)));
    const rows = printedRows(form);
    expect(rows.find(([label]) => label === "合计")).toEqual([
      "合计",
      sum("totalCents"),
      sum("invoicedCents"),
      sum("paidCents"),
      sum("unpaidCents"),
      "",
    ]);
    for (const { contractNo, paidCents } of contracts)
      expect(rows.find((cells) => cells[1] === contractNo)?.[10]).toBe(formatYuan(paidCents));
    const plan = await previewSheet(context, {
      form: "payPlan",
      subject: { ...scope, projectId: null },
      asOf,
    });
    expect(
      printedRows(plan.form)
        .find(([label]) => label === "合计")
        ?.slice(4, 6),
    ).toEqual([sum("paidCents"), sum("unpaidCents")]);
  });

  it("state one rent: the sheet of months, the matrix, and the instalments", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await previewSheet(context, {
      form: "rentalMonths",
      subject: { ...scope, projectId: null },
    });
    const matrix = await rentalMatrix(context, scope);
    const rows = printedRows(form);
    const paid = rows.filter((cells) => cells[0] === "已付");
    const due = rows.filter((cells) => cells[0] === "应付");
    const months = [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14];
    matrix.rows.forEach(({ cells }, index) => {
      expect(months.map((at) => due[index]?.[at + 1])).toEqual(
        cells.map(({ dueCents }) => formatYuan(dueCents)),
      );
      expect(months.map((at) => paid[index]?.[at + 1])).toEqual(
        cells.map((cell) => formatYuan(cell.paidCents)),
      );
      expect(due[index]?.at(-1)).toBe(formatYuan(sumCents(cells.map(({ dueCents }) => dueCents))));
    });
    const all = sumCents(matrix.rows.flatMap(({ cells }) => cells.map(({ dueCents }) => dueCents)));
    expect(rows.find(([label]) => label === "合计")?.at(-1)).toBe(formatYuan(all));
  });

  it("state one list of invoices, with what may be paid and what was used", async () => {
    const context = await (await sampleDesk()).context();
    const { form } = await previewSheet(context, {
      form: "invoices",
      subject: { ...scope, projectId: null },
      asOf,
    });
    const invoices = await listInvoiceViews(context, scope, asOf);
    const rows = printedRows(form).slice(4, 4 + invoices.length);
    expect(rows.map((cells) => cells[1]).toSorted()).toEqual(invoices.map(({ number }) => number).toSorted());
    const total = printedRows(form).find(([label]) => label === "合计");
    const sum = (of: "grossCents" | "payableCents" | "usedCents") =>
      formatYuan(sumCents(invoices.map((row) => row[of])));
    expect([total?.[3], total?.[5], total?.[6]]).toEqual([
      sum("grossCents"),
      sum("payableCents"),
      sum("usedCents"),
    ]);
  });
});
