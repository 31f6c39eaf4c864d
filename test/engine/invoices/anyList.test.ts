import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commitImport } from "#engine/invoices/commitImport.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { headerSynonyms, type InvoiceField } from "#shared/invoices/headerSynonyms.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { eInvoiceXml } from "./eInvoiceXml.ts";
import { buyer, exportOf, invoiceOf, liveRows, numberOf, office } from "./office.ts";

type Row = Readonly<{ last: number; net: number; rate: number; remark: string }>;
const fields = [
  "digitalNumber",
  "issueDate",
  "sellerName",
  "sellerTaxId",
  "buyerName",
  "net",
  "tax",
  "gross",
  "remark",
] as const;

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const texts = ({ last, net, rate, remark }: Row): Readonly<Record<(typeof fields)[number], string>> => {
  const tax = Math.round((net * rate) / 100);
  return {
    digitalNumber: numberOf(last),
    issueDate: "2022-03-31",
    sellerName: "上海示例服务有限公司",
    sellerTaxId: "91310117MA1J000060",
    buyerName: buyer.buyerName,
    net: yuan(net),
    tax: yuan(tax),
    gross: yuan(net + tax),
    remark,
  };
};

const rows = fc.uniqueArray(
  fc.record({
    last: fc.integer({ min: 1, max: 999 }),
    net: fc.integer({ min: 1_000, max: 9_999_999 }),
    rate: fc.constantFrom(1, 3, 6, 9, 13),
    remark: fc.constantFrom("", "一月", "二季度"),
  }),
  { selector: ({ last }) => last, minLength: 2, maxLength: 8 },
);

type Column = Readonly<{ title: string; field: InvoiceField | null }>;
/** The fields under any of their titles, and columns that are none, in any order. */
const columns: fc.Arbitrary<readonly Column[]> = fc
  .tuple(
    ...fields.map((field) =>
      fc.constantFrom(...headerSynonyms[field].exact).map((title): Column => ({ title, field })),
    ),
  )
  .chain((known) =>
    fc
      .uniqueArray(fc.constantFrom("科室", "经手", "凭证", "报销否", "楼层"), { maxLength: 3 })
      .chain((noise) =>
        fc.shuffledSubarray([...known, ...noise.map((title): Column => ({ title, field: null }))], {
          minLength: known.length + noise.length,
        }),
      ),
  );

const listOf = (header: readonly Column[], list: readonly Row[], titled: boolean): string => {
  const lines = list.map((row) => {
    const cells: Readonly<Record<string, string>> = texts(row);
    return header.map(({ field, title }) => (field === null ? `${title}甲` : (cells[field] ?? ""))).join(",");
  });
  return [
    header.map(({ title }, at) => (titled ? title : `第${"一二三四五六七八九十百千"[at]}栏`)).join(","),
    ...lines,
  ].join("\n");
};

function fileOf(content: string, name = "清单.csv"): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe("any list of some invoices", () => {
  it("gives the same invoices, whatever its titles, its order and its other columns; twice is once", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(rows, columns, async (list, header) => {
        const { context, ledger } = await office();
        const path = fileOf(listOf(header, list, true));
        const prepared = await previewImport(context, path);
        expect(prepared.preview.sheets[0]?.columns.map(({ field }) => field)).toEqual(
          header.map(({ field }) => field),
        );
        const batch = await commitImport(context, prepared);
        expect([batch.newCount, batch.rejectedCount]).toEqual([prepared.preview.counts.new, 0]);
        const known = await ledger.read.selectFrom("invoice").selectAll().orderBy("number").execute();
        const wanted = list
          .map(texts)
          .toSorted((one, other) => (one.digitalNumber < other.digitalNumber ? -1 : 1));
        expect(
          known.map((row) => [
            row.number,
            yuan(row.netCents),
            yuan(row.taxCents),
            yuan(row.grossCents),
            row.remark,
          ]),
        ).toEqual(wanted.map((row) => [row.digitalNumber, row.net, row.tax, row.gross, row.remark]));
        const once = await liveRows(ledger);
        const { preview } = await importInvoices(context, { path });
        expect(preview.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, unchanged: list.length });
        expect(await liveRows(ledger)).toEqual(once);
      }),
      { numRuns: 12 },
    );
  });

  it("is understood by its values alone where no title is known", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rows, columns, async (list, header) => {
        const { context } = await office();
        const { preview } = await previewImport(context, fileOf(listOf(header, list, false)));
        const told = new Map(preview.sheets[0]?.columns.map(({ field }, at) => [header[at]?.field, field]));
        // A remark can be anything, so nothing tells it.
        for (const field of fields.filter((one) => one !== "remark")) expect(told.get(field)).toBe(field);
        expect(preview.counts).toMatchObject({ new: list.length, rejected: 0 });
      }),
      { numRuns: 12 },
    );
  });
});

describe("one invoice from several sources", () => {
  it("is one: xlsx, csv in other words, XML, and 20 digits as code and number", async () => {
    const { context, ledger } = await office();
    const type = "数电发票（普通发票）";
    await importInvoices(context, {
      path: await exportOf([invoiceOf(1, { type, remark: "合同SQ-2022-01 第一季度服务费" })]),
    });
    const before = await liveRows(ledger);
    const csv = [
      "发票代码,发票号码,开票日期,销方名称,票种,品名,价税合计,备注",
      `${numberOf(1).slice(0, 12)},${numberOf(1).slice(12)},2022/3/31,上海示例服务有限公司,数电普票,服务费,106.00,已交张三`,
    ].join("\n");
    const again = [
      "发票号码,开票日期,发票种类,金额,税额,备注",
      `${numberOf(1).slice(0, 12)}-${numberOf(1).slice(12)},20220331,普票,100,6,合同SQ-2022-01`,
    ].join("\n");
    for (const [name, content] of [
      ["一.csv", csv],
      ["二.csv", again],
      ["三.xml", eInvoiceXml(invoiceOf(1, { remark: "合同SQ-2022-01 第一季度服务费" }))],
    ] as const) {
      const { preview } = await importInvoices(context, { path: fileOf(content, name) });
      expect([name, preview.counts, preview.entries[0]?.changes]).toEqual([
        name,
        expect.objectContaining({ unchanged: 1, new: 0, changed: 0, conflict: 0 }),
        [],
      ]);
    }
    expect(await liveRows(ledger)).toEqual(before);
  });

  it("in the other order the tax bureau's list fills in what the others left out, once", async () => {
    const { context, ledger } = await office();
    const csv = `发票号码,开票日期,价税合计,票种,备注\n${numberOf(1)},2022/3/31,106.00,普票,已交张三`;
    await importInvoices(context, { path: fileOf(csv) });
    const path = await exportOf([invoiceOf(1, { type: "数电发票（普通发票）", remark: "第一季度服务费" })]);
    const { preview } = await importInvoices(context, { path });
    expect(preview.counts).toMatchObject({ changed: 1, conflict: 0 });
    const [invoice] = await ledger.read.selectFrom("invoice").selectAll().execute();
    expect(invoice).toMatchObject({ type: "数电票（普通发票）", remark: "第一季度服务费", netCents: 10_000 });
    for (const next of [path, fileOf(csv, "三.csv")])
      expect((await importInvoices(context, { path: next })).preview.counts).toMatchObject({
        unchanged: 1,
        changed: 0,
        conflict: 0,
      });
  });

  it("older numbers of 10 and 8 digits are one, joined or apart, in one file and across files", async () => {
    const { context } = await office();
    const csv = [
      "发票代码,发票号码,开票日期,价税合计",
      "3100221130,07721656,2022-03-31,106.00",
      ",3100221130-07721656,2022-03-31,106.00",
    ].join("\n");
    const { preview } = await importInvoices(context, { path: fileOf(csv) });
    expect(preview.counts).toMatchObject({ rows: 2, new: 1 });
    expect(preview.issues.map(({ ruleId }) => ruleId)).toContain("IMP-03");
    const { preview: next } = await importInvoices(context, {
      path: fileOf(`号码,日期,价税合计\n3100221130-07721656,2022-03-31,106.00`, "二.csv"),
    });
    expect(next.counts).toMatchObject({ unchanged: 1, new: 0 });
  });
});
