import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { takePapers } from "#engine/papers/takePapers.ts";
import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { type FileToken, fileToken } from "#shared/api/fields.ts";
import { exportOf, invoiceOf, numberOf } from "#test/engine/invoices/office.ts";
import { chinesePdf } from "#test/engine/pdf/rawPdf.ts";
import { emptyOffice } from "#test/engine/support/smallOffice.ts";

type Ticket = Readonly<{ number: string; gross?: string; day?: string; page?: number }>;

/** The PDF of one or several 数电票, each on a page of its own. */
export const ticketPdf = (...tickets: readonly Ticket[]): Buffer =>
  chinesePdf(
    tickets.map(({ number, gross = "106.00", day = "2022年03月31日" }) => [
      { text: "电子发票（普通发票）", x: 200, y: 370, size: 16 },
      // As platforms write it: values apart from their labels, and the number in pieces.
      { text: number.slice(0, 8), x: 460, y: 350 },
      { text: number.slice(8), x: 500, y: 350 },
      { text: "发票号码：", x: 400, y: 350 },
      { text: `开票日期：${day}`, x: 400, y: 330 },
      { text: "价税合计（大写）", x: 20, y: 100 },
      { text: `（小写）¥${gross}`, x: 400, y: 100 },
    ]),
  );

export const tokenOf = (name: string): FileToken => fileToken.parse(name);

/** An office with invoices 1 and 2 imported, and a folder to put papers into. */
export async function paperDesk() {
  const desk = await emptyOffice();
  const folder = path.join(path.dirname(desk.path), "票");
  mkdirSync(folder);
  const bring = async (...invoices: readonly TaxExportInvoice[]) =>
    importInvoices(await desk.context(), { path: await exportOf(invoices) });
  await bring(invoiceOf(1), invoiceOf(2));
  const put = (name: string, bytes: Uint8Array | string): string => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
    return name;
  };
  const given = (name: string) => ({
    file: tokenOf(name),
    path: path.join(folder, name),
    fileName: path.basename(name),
  });
  const invoiceIdOf = async (last: number) =>
    (
      await desk.ledger.read
        .selectFrom("invoice")
        .select("id")
        .where("number", "=", numberOf(last))
        .where("voidedAt", "is", null)
        .executeTakeFirstOrThrow()
    ).id;
  return {
    ...desk,
    folder,
    bring,
    put,
    given,
    invoiceIdOf,
    take: async (...names: readonly string[]) => takePapers(await desk.context(), names.map(given)),
    papers: () =>
      desk.ledger.read
        .selectFrom("attachment")
        .selectAll()
        .where("voidedAt", "is", null)
        .orderBy("fileName")
        .execute(),
  };
}
