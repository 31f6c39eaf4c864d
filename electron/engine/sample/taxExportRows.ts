import { type Cents, formatYuanPlain, sumCents } from "#shared/kernel/cents.ts";
import {
  invoiceColumns,
  lineColumns,
  type TaxExportCell,
  type TaxExportColumn,
  titleOf,
  totalsRow,
} from "./taxExportColumns.ts";
import type {
  TaxExportInvoice,
  TaxExportLine,
  TaxExportOptions,
  TaxExportSheet,
} from "./taxExportInvoice.ts";

type Sums = { netCents: number; taxCents: number; grossCents: number };

/** Every row of a sheet, header and 合计 included, as its cells. */
export function* sheetRows(
  kind: TaxExportSheet,
  options: TaxExportOptions,
): Generator<readonly TaxExportCell[]> {
  const columns = kind === "lines" ? lineColumns : invoiceColumns;
  for (const title of options.rowsAbove ?? []) yield [title];
  yield columns.map((column) => options.titles?.[column] ?? titleOf(column));
  const sums: Sums = { netCents: 0, taxCents: 0, grossCents: 0 };
  let seq = 0;
  for (const invoice of options.invoices) {
    for (const row of kind === "lines" ? invoice.lines.map(lineFigures) : [invoiceFigures(invoice)]) {
      seq += 1;
      sums.netCents += row.netCents;
      sums.taxCents += row.taxCents;
      sums.grossCents += row.grossCents;
      const texts = rowTexts(invoice, row);
      yield columns.map((column) => texts(column, seq));
    }
  }
  if (options.totals ?? true) yield totalsRow(columns, sums);
}

type Figures = Readonly<{
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
  line: TaxExportLine | undefined;
}>;

function lineFigures(line: TaxExportLine): Figures {
  const { netCents, taxCents } = line;
  return { netCents, taxCents, grossCents: line.grossCents ?? sumCents([netCents, taxCents]), line };
}

function invoiceFigures({ lines, header }: TaxExportInvoice): Figures {
  const rows = lines.map(lineFigures);
  return {
    netCents: header?.netCents ?? sumCents(rows.map((row) => row.netCents)),
    taxCents: header?.taxCents ?? sumCents(rows.map((row) => row.taxCents)),
    grossCents: header?.grossCents ?? sumCents(rows.map((row) => row.grossCents)),
    line: undefined,
  };
}

function rowTexts(invoice: TaxExportInvoice, { line, ...sums }: Figures) {
  const number = (text: string | undefined): TaxExportCell =>
    invoice.numericNumber && text ? Number(text) : (text ?? "");
  return (column: TaxExportColumn, seq: number): TaxExportCell => {
    switch (column) {
      case "seq":
        return String(seq);
      case "digitalNumber":
      case "code":
      case "paperNumber":
        return number(invoice[column]);
      case "sellerTaxId":
      case "sellerName":
      case "buyerTaxId":
      case "buyerName":
      case "issuedAt":
        return invoice[column];
      case "netCents":
      case "taxCents":
      case "grossCents":
        return formatYuanPlain(sums[column]);
      case "source":
        return invoice.source ?? "电子发票服务平台";
      case "type":
        return invoice.type ?? "数电发票（普通发票）";
      case "status":
      case "risk":
        return invoice[column] ?? "正常";
      case "positive":
        return invoice.positive ?? (invoiceFigures(invoice).grossCents < 0 ? "否" : "是");
      case "drawer":
      case "remark":
        return invoice[column] ?? "";
      default:
        return line?.[column] ?? "";
    }
  };
}
