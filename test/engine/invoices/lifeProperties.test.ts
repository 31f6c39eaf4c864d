import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getInvoice } from "#engine/invoices/getInvoice.ts";
import { invoiceRelations } from "#engine/invoices/relations.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { lifeOffice, redOf } from "./life.ts";
import { importOf, invoiceFigures, invoiceOf, lineOf, numberOf } from "./office.ts";

type Life = Readonly<{ files: readonly TaxExportInvoice[]; payable: ReadonlyMap<string, number> }>;

/** Three blue invoices of 1,060.00 元, some taken back in parts, and later lists that tell their state. */
const life: fc.Arbitrary<Life> = fc
  .array(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }), { minLength: 3, maxLength: 3 })
  .map((takenBack) => {
    const blue = takenBack.map((_, at) => invoiceOf(at + 1, { lines: [lineOf(1_000)] }));
    const reds = takenBack.flatMap((nets, at) =>
      nets.map((net, place) => redOf(10 + at * 3 + place, at + 1, { net })),
    );
    const later = blue.flatMap((invoice, at) =>
      takenBack[at]?.length === 0 ? [] : { ...invoice, status: "已红冲-部分" },
    );
    const payable = new Map(
      takenBack.map((nets, at) => [numberOf(at + 1), nets.reduce((left, net) => left - net * 106, 106_000)]),
    );
    return { files: [...blue, ...reds, ...later], payable };
  });

describe("imports of blue ones, red ones and later states", () => {
  it("come to the same in any order, and what may be paid is gross less the reds", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        life.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.files], { minLength: one.files.length })),
        ),
        async ([{ files, payable }, shuffled]) => {
          const [inTurn, mixed] = [await lifeOffice(), await lifeOffice()];
          for (const invoice of files) await importOf(inTurn.context, invoice);
          for (const invoice of shuffled) await importOf(mixed.context, invoice);
          const figures = async ({ ledger, vendorId }: typeof mixed) =>
            JSON.stringify(await invoiceFigures(ledger)).replaceAll(vendorId, "the vendor");
          expect(await figures(mixed)).toEqual(await figures(inTurn));
          for (const [number, left] of payable) {
            const { invoice } = await getInvoice(mixed.context, await mixed.idOf(number));
            expect(invoice.payableCents).toBe(left);
          }
          expect((await invoiceRelations(mixed.context, { fiscalYear: null })).lone).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it("undone and done again leave what they left, but for ids", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.nat(), async ({ files }, cut) => {
        const { context, ledger } = await lifeOffice();
        const at = cut % (files.length + 1);
        const isOnce = (part: readonly TaxExportInvoice[]) =>
          part.filter(
            (invoice, place) =>
              part.findIndex(({ digitalNumber }) => digitalNumber === invoice.digitalNumber) === place,
          );
        await importOf(context, ...isOnce(files.slice(0, at)));
        const { batch } = await importOf(context, ...isOnce(files.slice(at)));
        if (batch === null) throw new Error("nothing was imported");
        const once = await invoiceFigures(ledger);
        await undoImport(context, { batchId: batch, reason: "试验" });
        await importOf(context, ...isOnce(files.slice(at)));
        expect(await invoiceFigures(ledger)).toEqual(once);
      }),
      { numRuns: 8 },
    );
  });
});
