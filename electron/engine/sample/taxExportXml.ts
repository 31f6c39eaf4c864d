import type { TaxExportCell } from "./taxExportColumns.ts";
import type { TaxExportOptions, TaxExportSheet } from "./taxExportInvoice.ts";
import { sheetRows } from "./taxExportRows.ts";

const sheetNames = { lines: "信息汇总表", invoices: "发票基础信息" } as const;

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The shared table as it fills: text to index. */
export type StringTable = Map<string, number>;

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));

const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);

function cellXml(cell: TaxExportCell, at: string, shared: StringTable | undefined): string {
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (shared === undefined) {
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  const index = shared.get(cell) ?? shared.size;
  shared.set(cell, index);
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
}

function rowXml(cells: readonly TaxExportCell[], rowNo: number, shared: StringTable | undefined): string {
  const inner = cells.map((cell, index) => cellXml(cell, `${columnLetters(index)}${rowNo}`, shared)).join("");
  return `<row r="${rowNo}">${inner}</row>`;
}

export function* sheetXml(kind: TaxExportSheet, options: TaxExportOptions, shared: StringTable | undefined) {
  const dimension = options.dimension === undefined ? "A1" : options.dimension;
  yield `${xmlHead}<worksheet xmlns="${mainNamespace}">`;
  if (dimension !== null) yield `<dimension ref="${dimension}"/>`;
  yield "<sheetData>";
  let rowNo = 0;
  for (const cells of sheetRows(kind, options)) {
    rowNo += 1;
    yield rowXml(cells, rowNo, shared);
  }
  yield "</sheetData></worksheet>";
}

export function* sharedXml(shared: StringTable) {
  yield `${xmlHead}<sst xmlns="${mainNamespace}" uniqueCount="${shared.size}">`;
  for (const text of shared.keys()) yield `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
  yield "</sst>";
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;

const relations = (...inner: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="${packageNamespace}/relationships">${inner.join("")}</Relationships>`;

const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}" ContentType="${contentType}.${type}+xml"/>`;

export function packageParts(
  sheets: readonly TaxExportSheet[],
  shared: boolean,
): Readonly<Record<string, string>> {
  const files = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const types = [
    part("workbook.xml", "sheet.main"),
    ...files.map((file) => part(file, "worksheet")),
    ...(shared ? [part("sharedStrings.xml", "sharedStrings")] : []),
  ];
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return {
    "[Content_Types].xml": `${xmlHead}<Types xmlns="${packageNamespace}/content-types">${defaults}${types.join("")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}"><sheets>${sheets
      .map(
        (sheet, index) =>
          `<sheet name="${sheetNames[sheet]}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ...files.map((file, index) => relation(`rId${index + 1}`, "worksheet", file)),
      ...(shared ? [relation("rIdStrings", "sharedStrings", "sharedStrings.xml")] : []),
    ),
  };
}
