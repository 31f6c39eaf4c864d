import { readFileSync } from "node:fs";
import { zipBytes } from "#engine/files/writeZip.ts";
import { unzipBytes } from "#test/engine/excel/openWorkbook.ts";
import { writeRawWorkbook } from "#test/engine/excel/rawWorkbook.ts";
import { toGbk } from "#test/engine/text/readText.ts";
import { eInvoiceXml } from "../eInvoiceXml.ts";
import { exportOf, invoiceOf, lineOf, numberOf } from "../office.ts";
import { mutateBytes, mutateZip } from "./mutateBytes.ts";
import { mutateXml } from "./mutateXml.ts";
import { type Random, randomOf } from "./random.ts";

/** A sound file to make mutants of. */
export type Original = Readonly<{
  name: string;
  bytes: Buffer;
  parts: ReadonlyMap<string, Buffer> | undefined;
}>;

/** A damaged file; the same for the same number. */
export type Mutant = Readonly<{ name: string; bytes: Buffer }>;

const invoices = Array.from({ length: 12 }, (_, at) =>
  invoiceOf(at + 1, { lines: [lineOf(100 + at), lineOf(30, { goodsName: "*物联网服务*安装费" })] }),
);

const column = (index: number): string => String.fromCharCode(65 + index);
const text = (value: string, at: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A list typed by hand: title, merged header, dates as numbers, a formula, rich text, 合计. */
const typedSheet = (): string => {
  const titles = ["发票号码", "开票日期", "销方名称", "金额", "税额", "价税合计", "备注"];
  const head = `<row r="1">${text("二季度发票", "A1")}</row><row r="2">${titles.map((title, at) => text(title, `${column(at)}2`)).join("")}</row>`;
  const rows = Array.from({ length: 15 }, (_, at) => {
    const row = at + 3;
    return `<row r="${row}">${text(numberOf(at + 1), `A${row}`)}<c r="B${row}" s="1"><v>${44_650 + at}</v></c>${text("上海示例服务有限公司", `C${row}`)}<c r="D${row}"><v>100</v></c><c r="E${row}"><v>6</v></c><c r="F${row}"><f>D${row}+E${row}</f><v>106</v></c><c r="G${row}" t="inlineStr"><is><r><t>巡查</t></r><r><t>记录仪</t></r></is></c></row>`;
  });
  const total = `<row r="18">${text("合计", "A18")}<c r="D18"><v>1500</v></c><c r="E18"><v>90</v></c><c r="F18"><v>1590</v></c></row>`;
  return `<dimension ref="A1:G18"/><sheetData>${head}${rows.join("")}${total}</sheetData><mergeCells count="2"><mergeCell ref="A1:G1"/><mergeCell ref="C3:C6"/></mergeCells>`;
};

const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;

export async function originals(): Promise<
  Readonly<{ workbooks: readonly Original[]; others: readonly Original[] }>
> {
  const book = (path: string): Original => {
    const bytes = readFileSync(path);
    return { name: "清单.xlsx", bytes, parts: unzipBytes(bytes) };
  };
  const plain = (name: string, bytes: Buffer): Original => ({ name, bytes, parts: undefined });
  const csv = [
    "发票号码,开票日期,价税合计,销方名称",
    ...invoices.map((_, at) => `${numberOf(at + 1)},2022-01-05,106.00,上海示例服务`),
  ].join("\n");
  const xml = invoices.slice(0, 3).map((invoice, at) => [`${at}.xml`, [eInvoiceXml(invoice)]] as const);
  return {
    workbooks: [
      book(await exportOf(invoices, { strings: "shared" })),
      book(await exportOf(invoices, { sheets: ["lines"] })),
      book(await writeRawWorkbook({ sheets: { 手工: typedSheet(), 说明: "<sheetData/>" }, styles })),
    ],
    others: [
      plain("票.csv", Buffer.from(csv)),
      plain("票.csv", toGbk(csv.replaceAll(",", "\t"))),
      plain("票.xml", Buffer.from(eInvoiceXml(invoiceOf(1)))),
      plain("票.zip", await zipBytes(xml)),
    ],
  };
}

/** The mutant with this number. */
export async function mutantOf(original: Original, number: number): Promise<Mutant> {
  const random = randomOf(number);
  const { name, bytes, parts } = original;
  const way = random.int(10);
  if (parts === undefined || way === 0) return { name, bytes: mutateBytes(bytes, random) };
  if (way === 1) return { name, bytes: mutateZip(bytes, random) };
  return { name, bytes: await mutateParts(parts, random) };
}

/** Changes what is inside and packs it again, so that no checksum gives it away. */
async function mutateParts(parts: ReadonlyMap<string, Buffer>, random: Random): Promise<Buffer> {
  const mutants = new Map(parts);
  const names = [...parts.keys()];
  // The sheets and the shared texts more often than the parts around them.
  const inner = names.filter((name) => /sheet\d|sharedStrings/.test(name));
  for (let left = 1 + random.int(2); left > 0; left -= 1) {
    const name = random.pick(random.int(3) > 0 ? inner : names);
    const part = mutants.get(name);
    if (part === undefined) continue;
    const way = random.int(12);
    if (way === 0) mutants.delete(name);
    else if (way === 1) mutants.set(name, mutants.get(random.pick(names)) ?? part);
    else if (way < 5) mutants.set(name, mutateBytes(part, random));
    else mutants.set(name, Buffer.from(mutateXml(part.toString("utf8"), random)));
  }
  return zipBytes([...mutants].map(([name, part]) => [name, [part]] as const));
}
