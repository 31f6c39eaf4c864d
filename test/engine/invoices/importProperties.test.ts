import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { undoImport } from "#engine/invoices/undoImport.ts";
import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { cents } from "#shared/kernel/cents.ts";
import { importOf, invoiceFigures, invoiceOf, lineOf, liveRows, office } from "./office.ts";

const line = fc
  .record({ net: fc.integer({ min: -50, max: 5000 }), goodsName: fc.constantFrom("甲", "乙") })
  .map(({ net, goodsName }) => lineOf(net, { goodsName }));

const invoice = fc.record({
  last: fc.integer({ min: 1, max: 8 }),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  status: fc.constantFrom("正常", "已作废", "已红冲-部分", "已红冲-全额"),
  remark: fc.constantFrom("", "第一季度"),
});

/** Files with each invoice once, now and then one with a fault. */
const file: fc.Arbitrary<readonly TaxExportInvoice[]> = fc
  .uniqueArray(invoice, { selector: ({ last }) => last, maxLength: 6 })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length })),
  )
  .map(([rows, faulty]) =>
    rows.map(({ last, lines, ...more }, at) =>
      invoiceOf(last, {
        ...more,
        lines: faulty[at] && last > 6 ? lines.map((row) => ({ ...row, grossCents: cents(1) })) : lines,
      }),
    ),
  );

describe("imports of any files", () => {
  it("done twice are done once", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(file, async (invoices) => {
        const { context, ledger } = await office();
        await importOf(context, ...invoices);
        const once = await liveRows(ledger);
        const { preview } = await importOf(context, ...invoices);
        expect(preview.counts).toMatchObject({ new: 0, changed: 0, conflict: 0 });
        expect(await liveRows(ledger)).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });

  it("and undone leave the ledger as it was, whatever came before", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (first, second) => {
        const { context, ledger } = await office();
        await importOf(context, ...first);
        const before = await liveRows(ledger);
        const { batch } = await importOf(context, ...second);
        if (batch === null) throw new Error("nothing was imported");
        await undoImport(context, { batchId: batch, reason: "试验" });
        expect(await liveRows(ledger)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it("count every row once: refused, or part of an invoice", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(file, async (invoices) => {
        const { context, ledger } = await office();
        const { preview } = await importOf(context, ...invoices);
        const { counts } = preview;
        const figures = (await invoiceFigures(ledger)) as readonly Readonly<{ lines: readonly unknown[] }>[];
        const taken = figures.reduce((sum, { lines }) => sum + lines.length + 1, 0);
        expect(counts.rows).toBe(taken + counts.rejected);
        expect(counts.new).toBe(figures.length);
      }),
      { numRuns: 15 },
    );
  });
});
