import { describe, expect, it } from "vitest";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleExportInvoices } from "#engine/sample/exportInvoices.ts";
import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { sampleExportCounts } from "./expected.ts";

const exported = sampleExportInvoices();
const known = new Map(sampleDocument().tables.invoice.map((invoice) => [invoice.number, invoice]));

const numberOf = ({ digitalNumber, code = "", paperNumber = "" }: TaxExportInvoice): string =>
  digitalNumber ?? (code.length === 12 ? code + paperNumber : `${code}-${paperNumber}`);
const grossOf = (invoice: TaxExportInvoice) =>
  sumCents(invoice.lines.map((line) => line.grossCents ?? sumCents([line.netCents, line.taxCents])));
const addsUp = (invoice: TaxExportInvoice) =>
  invoice.lines.every((line) => line.grossCents === line.netCents + line.taxCents);

describe("the sample's invoice export", () => {
  it("holds as many invoices and lines as the tests count on", () => {
    expect(exported).toHaveLength(sampleExportCounts.invoices);
    expect(exported.flatMap(({ lines }) => lines)).toHaveLength(sampleExportCounts.lines);
    expect(new Set(exported.map(numberOf)).size).toBe(exported.length);
  });

  it("sorts into new, unchanged, changed, conflict and rejected", () => {
    const counts = { new: 0, unchanged: 0, changed: 0, conflict: 0, rejected: 0 };
    for (const invoice of exported) {
      const before = known.get(numberOf(invoice));
      if (!addsUp(invoice)) counts.rejected += 1;
      else if (before === undefined) counts.new += 1;
      else if (before.grossCents !== grossOf(invoice)) counts.conflict += 1;
      else if (invoice.status === "正常") counts.unchanged += 1;
      else counts.changed += 1;
    }
    const { invoices: _, lines: __, ...expected } = sampleExportCounts;
    expect(counts).toEqual(expected);
  });

  it("brings what the open instalments wait for", () => {
    const grosses = new Map(exported.map((invoice) => [invoice.lines[0]?.spec, grossOf(invoice)]));
    expect(grosses.get("2022年第二季度")).toBe(5_880_000);
    expect(grosses.get("2022年6月")).toBe(401_200);
    expect(grosses.get("2022年5月至6月")).toBe(324_000);
  });

  it("takes a paid invoice back, with the red invoice that says which", () => {
    const red = exported.filter((invoice) => grossOf(invoice) < 0);
    expect(red.map(grossOf)).toEqual([-401_200]);
    const blue = exported.find(({ status }) => status === "已红冲-全额");
    expect(red[0]?.remark).toMatch(new RegExp(`^被红冲蓝字数电票号码：${blue?.digitalNumber} `));
    expect(red[0]?.lines[0]?.quantity).toBe("-68");
  });

  it("has the shapes an import must cope with", () => {
    expect(exported.filter(({ digitalNumber }) => digitalNumber?.length === 20)).toHaveLength(5);
    expect(exported.filter(({ code }) => code?.length === 10)).toHaveLength(1);
    expect(exported.filter(({ risk }) => risk === "疑点发票")).toHaveLength(1);
    expect(exported.filter(({ lines }) => lines.some(({ taxRate }) => taxRate === "免税"))).toHaveLength(1);
    expect(
      exported.filter((invoice) => grossOf(invoice) > 0 && invoice.lines.some((line) => line.netCents < 0)),
    ).toHaveLength(1);
    expect(exported.filter(({ buyerTaxId }) => buyerTaxId !== "12310117MB00000000")).toHaveLength(1);
  });
});
