import type { Cents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { CellStyle, Form, FormRow, FormValue } from "../form.ts";
import type { SlipField, SlipInvoiceColumn, SlipTemplate } from "../templates/ledgerSheets.ts";
import type { Template } from "../templates/template.ts";
import { amount, isFigure, printValue, seqValue, text } from "../values.ts";
import { a4, cell, emptyCell, headingRow, labelCell, sumOf, tableRow, textCell } from "./cells.ts";
import { type CheckLine, checkStyle, checkText } from "./checkLine.ts";

export type SlipInvoice = Readonly<{
  number: string;
  issueDate: IsoDate;
  sellerName: string;
  goods: string;
  grossCents: Cents;
  /** What this payment takes of it. */
  usedCents: Cents;
}>;

/** All that the slips of a payment say. */
export type PaymentSlip = Readonly<{
  fields: Readonly<Record<SlipField, FormValue>>;
  invoices: readonly SlipInvoice[];
  findings: readonly CheckLine[];
  signers: Readonly<Record<"handledBy" | "reviewedBy" | "approvedBy", string>>;
}>;

type SlipId = "approvalSlip" | "voucherSlip";

const bindingWidth = 4;
/** Each further invoice takes its row from the room to paste on, which keeps this much. */
const invoiceRow = 21;
const leastPaste = 60;
/** With more invoices a slip goes on, and their heading stands again on each page. */
const mostOnOnePage = 12;

/** 付款审批单 or 票据粘贴单 of one payment. */
export function buildSlip(id: SlipId, slip: PaymentSlip, template: Template): Form {
  const layout = template[id];
  const width = layout.columns.length;
  const top: readonly FormRow[] = [
    { cells: [textCell(layout.title, "title", { colSpan: width })], minHeight: 36, keepWithNext: true },
    {
      cells: layout.above.map(({ label, field, span }) =>
        textCell(`${label}：${printValue(slip.fields[field])}`, "note", { colSpan: span }),
      ),
      minHeight: 22,
      keepWithNext: true,
    },
    ...layout.rows.map((fields) => fieldRow(fields, slip)),
  ];
  const rows = [
    ...top,
    ...invoiceRows(layout, slip.invoices, top.length),
    ...findingRows(layout, slip.findings, width),
    ...pasteRows(layout, slip.invoices.length, width),
    ...signatureRows(layout, slip),
  ];
  const isLong = slip.invoices.length > mostOnOnePage;
  const bound = layout.binding === null ? rows : withBinding(rows, layout.binding);
  return {
    id,
    template: template.id,
    title: layout.title,
    fonts: template.fonts,
    page: a4(
      layout.orientation,
      isLong
        ? { fromRow: top.length, toRow: top.length, until: top.length + slip.invoices.length + 1 }
        : null,
      layout.title,
    ),
    columns: [...(layout.binding === null ? [] : [bindingWidth]), ...layout.columns].map((columnWidth) => ({
      width: columnWidth,
    })),
    rows: bound,
  };
}

/** Where slips are bound: along the whole left edge. */
const withBinding = (rows: readonly FormRow[], label: string): readonly FormRow[] =>
  rows.map((row, index) =>
    index === 0
      ? { ...row, cells: [textCell(bindingText(label), "binding", { rowSpan: rows.length }), ...row.cells] }
      : row,
  );

const dots = Array.from({ length: 4 }, () => "┊").join("\n");
const bindingText = (label: string): string =>
  [dots, ...[...label].flatMap((char) => [char, dots])].join("\n");

const centred: ReadonlySet<SlipField> = new Set(["method", "requestedOn", "invoiceCount"]);

const fieldRow = (fields: SlipTemplate["rows"][number], slip: PaymentSlip): FormRow => ({
  ...tableRow(
    fields.flatMap(({ label, field, labelSpan, valueSpan }) => {
      const value = slip.fields[field];
      const style: CellStyle = centred.has(field) ? "centred" : isFigure(value) ? "amount" : "text";
      return [labelCell(label, labelSpan), cell(value, style, { colSpan: valueSpan })];
    }),
  ),
  minHeight: 26,
});

function invoiceRows(
  { binding, invoices: { columns, total, none } }: SlipTemplate,
  invoices: readonly SlipInvoice[],
  headingAt: number,
): readonly FormRow[] {
  const width = columns.reduce((sum, { span }) => sum + span, 0);
  const heading = headingRow(
    columns.map(({ heading: name, span }) => textCell(name, "heading", { colSpan: span })),
  );
  if (invoices.length === 0) return [heading, tableRow([textCell(none, "centred", { colSpan: width })])];
  const body = invoices.map((invoice, index) =>
    tableRow(
      columns.map(({ key, span }) =>
        cell(invoiceValue(key, invoice, index), invoiceStyles[key], { colSpan: span }),
      ),
    ),
  );
  return [
    heading,
    ...body,
    invoiceTotal(columns, total, invoices, { row: headingAt + 1, column: binding === null ? 0 : 1 }),
  ];
}

function invoiceTotal(
  columns: SlipTemplate["invoices"]["columns"],
  label: string,
  invoices: readonly SlipInvoice[],
  first: Readonly<{ row: number; column: number }>,
): FormRow {
  let { column } = first;
  let isLabelled = false;
  return tableRow(
    columns.map(({ key, span }) => {
      const at = column;
      column += span;
      if (key === "gross" || key === "used") {
        const parts = invoices.map((invoice, index) => ({
          row: first.row + index,
          cents: invoice[`${key}Cents`],
        }));
        return cell(sumOf(at, parts), "total", { colSpan: span });
      }
      if (isLabelled) return emptyCell("text", span);
      isLabelled = true;
      return textCell(label, "totalLabel", { colSpan: span });
    }),
  );
}

const invoiceStyles: Readonly<Record<SlipInvoiceColumn, CellStyle>> = {
  seq: "centred",
  number: "centred",
  issueDate: "centred",
  seller: "text",
  goods: "text",
  gross: "amount",
  used: "amount",
};

function invoiceValue(column: SlipInvoiceColumn, invoice: SlipInvoice, index: number): FormValue {
  switch (column) {
    case "seq":
      return seqValue(index + 1);
    case "issueDate":
      return { kind: "date", date: invoice.issueDate };
    case "seller":
      return text(invoice.sellerName);
    case "number":
    case "goods":
      return text(invoice[column]);
    case "gross":
    case "used":
      return amount(invoice[`${column}Cents`]);
  }
}

const findingRows = (
  { findings: block }: SlipTemplate,
  findings: readonly CheckLine[],
  width: number,
): readonly FormRow[] =>
  block === null
    ? []
    : [
        {
          ...tableRow([
            labelCell(block.label, block.labelSpan),
            textCell(checkText(findings) || block.none, checkStyle(findings), {
              colSpan: width - block.labelSpan,
            }),
          ]),
          minHeight: 30,
        },
      ];

const pasteRows = ({ paste }: SlipTemplate, invoices: number, width: number): readonly FormRow[] =>
  paste === null
    ? []
    : [
        headingRow([textCell(paste.label, "centred", { colSpan: width })]),
        {
          cells: [emptyCell("text", width)],
          minHeight: Math.max(
            Math.min(leastPaste, paste.height),
            paste.height - invoiceRow * Math.max(0, invoices - 1),
          ),
          keepWithNext: true,
        },
      ];

/** Who signs, room to sign with the name the ledger has, and the day, which is written by hand. */
const signatureRows = (
  { signatures, signedOn }: SlipTemplate,
  { signers }: PaymentSlip,
): readonly FormRow[] => [
  headingRow(signatures.map(({ label, span }) => textCell(label, "label", { colSpan: span }))),
  {
    cells: signatures.map(({ name, span }) =>
      textCell(name === null ? "" : signers[name], "centred", { colSpan: span }),
    ),
    minHeight: 36,
    keepWithNext: true,
  },
  tableRow(signatures.map(({ span }) => textCell(signedOn, "centred", { colSpan: span }))),
];
