import { describe, expect, it } from "vitest";
import { zipBytes } from "#engine/files/writeZip.ts";
import { sortFiles } from "#engine/papers/sortFiles.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { exportOf, invoiceOf, numberOf } from "#test/engine/invoices/office.ts";
import { paperDesk, ticketPdf, tokenOf } from "./paperDesk.ts";

describe("files that are brought", () => {
  it("are told apart by what is in them, whatever they are called", async () => {
    const { put, given } = await paperDesk();
    const list = await exportOf([invoiceOf(1)]);
    const pdf = ticketPdf({ number: numberOf(1) });
    put("发票.xlsx", pdf);
    put("清单.csv", "发票号码,开票日期\n");
    put("票.xml", eInvoiceXml(invoiceOf(1)));
    put("票/一.pdf", pdf);
    put("票/二.xml", eInvoiceXml(invoiceOf(2)));
    put("XML.zip", await zipBytes([["a.xml", [eInvoiceXml(invoiceOf(1))]]]));
    put("表.zip", await zipBytes([["a.xlsx", ["x"]]]));
    put("程序.exe", "MZ");
    put("坏.xls", "");
    const sorted = await sortFiles([
      { file: tokenOf("清单"), path: list, fileName: "导出.xlsx" },
      ...["发票.xlsx", "清单.csv", "票.xml", "票", "XML.zip", "表.zip", "程序.exe", "坏.xls", "没有.pdf"].map(
        given,
      ),
    ]);
    expect(sorted.map(({ fileName, is, count, message }) => [fileName, is, count, message])).toEqual([
      ["导出.xlsx", "list", 1, ""],
      ["发票.xlsx", "papers", 1, ""],
      ["清单.csv", "list", 1, ""],
      ["票.xml", "eInvoices", 1, ""],
      ["票", "papers", 2, ""],
      ["XML.zip", "eInvoices", 1, ""],
      ["表.zip", "other", 0, "里面是 Excel 工作簿，请先解压再放进来。"],
      ["程序.exe", "other", 0, "文件“程序.exe”是程序或脚本，不能作为附件"],
      ["坏.xls", "list", 1, ""],
      ["没有.pdf", "other", 0, "文件“没有.pdf”不存在"],
    ]);
  });
});
