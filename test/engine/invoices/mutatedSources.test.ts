import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { toGbk } from "#test/engine/text/readText.ts";
import { eInvoiceXml } from "./eInvoiceXml.ts";
import { importOf, invoiceOf, liveRows, numberOf, office } from "./office.ts";

const rows = [1, 2, 3].map((last) => `${numberOf(last)},2022-01-05,106.00,上海示例服务`);
const sources: readonly (readonly [string, string, Buffer])[] = [
  ["UTF-8", "票.csv", Buffer.from(["发票号码,开票日期,价税合计,销方名称", ...rows].join("\n"))],
  ["GBK", "票.csv", toGbk(["发票号码,开票日期,价税合计,销方名称", ...rows].join("\n"))],
  ["XML", "票.xml", Buffer.from(eInvoiceXml(invoiceOf(1)))],
];

/** Cuts, doubles and overwrites pieces of a file, with the bytes that matter most to its readers among them. */
const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    cut: fc.integer({ min: 0, max: 40 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('"', ",", "\n", "<", ">", "<!DOCTYPE a>", "&x;", "\0", "]]>", "\ufffd")
        .map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("a damaged list", () => {
  it.each(sources)(
    "in %s is a preview or a sentence, and the ledger is as it was",
    async (_, name, content) => {
      const { ledger, context } = await office();
      await importOf(context, invoiceOf(9));
      const before = await liveRows(ledger);
      const path = join(testFolder(), name);
      const known = new Set([1, 2, 3].map(numberOf));
      await fc.assert(
        fc.asyncProperty(mutations, async (changes) => {
          let bytes = content;
          for (const { at, cut, put } of changes) {
            const from = Math.floor(at * bytes.length);
            bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
          }
          writeFileSync(path, bytes);
          try {
            const { preview } = await previewImport(context, path);
            expect(preview.entries.every(({ number }) => known.has(number) || bytes.includes(number))).toBe(
              true,
            );
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        }),
        { numRuns: 150 },
      );
      expect(await liveRows(ledger)).toEqual(before);
    },
  );
});
