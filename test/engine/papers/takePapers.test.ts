import { describe, expect, it } from "vitest";
import { addAttachments } from "#engine/attachments/addAttachments.ts";
import { zipBytes } from "#engine/files/writeZip.ts";
import { placePaper } from "#engine/papers/placePaper.ts";
import { takePapers } from "#engine/papers/takePapers.ts";
import { updateRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { invoiceOf, numberOf, pay } from "#test/engine/invoices/office.ts";
import { ofdFile } from "#test/engine/ofd/ofdFile.ts";
import { chinesePdf } from "#test/engine/pdf/rawPdf.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { paperDesk, ticketPdf } from "./paperDesk.ts";

const png = (name: string) => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(name)]);
const results = (taken: readonly { fileName: string; result: string }[]) =>
  taken.map(({ fileName, result }) => [fileName, result]);

describe("papers of invoices", () => {
  it("find their invoice by the number they say, whatever kind of file they are", async () => {
    const { put, take, papers, invoiceIdOf } = await paperDesk();
    put("甲.pdf", ticketPdf({ number: numberOf(1) }));
    put("乙.ofd", await ofdFile({ custom: { 发票号码: numberOf(2), 开票日期: "2022年03月31日" } }));
    put("丙.xml", eInvoiceXml(invoiceOf(1)));
    const taken = await take("甲.pdf", "乙.ofd", "丙.xml");
    expect(taken[0]).toMatchObject({
      result: "linked",
      numbers: [numberOf(1)],
      invoiceId: await invoiceIdOf(1),
      message: `已存为发票${numberOf(1)}的原件：上海示例服务有限公司，106.00 元。`,
      hint: "",
    });
    expect(results(taken)).toEqual([
      ["甲.pdf", "linked"],
      ["乙.ofd", "linked"],
      ["丙.xml", "linked"],
    ]);
    expect(await papers()).toMatchObject([
      { fileName: "丙.xml", kind: "invoice", invoiceId: await invoiceIdOf(1), invoiceNumber: numberOf(1) },
      { fileName: "乙.ofd", kind: "invoice", invoiceId: await invoiceIdOf(2), addedBy: "王经办" },
      { fileName: "甲.pdf", kind: "invoice", mediaType: "application/pdf" },
    ]);
  });

  it("are taken out of folders and zips, each with its place in it", async () => {
    const { put, take } = await paperDesk();
    put("七月/一/甲.pdf", ticketPdf({ number: numberOf(1) }));
    put("七月/.DS_Store", "x");
    put(
      "票.zip",
      await zipBytes([
        ["内/乙.pdf", [ticketPdf({ number: numberOf(2) })]],
        ["说明.txt", ["x"]],
      ]),
    );
    expect(await take("七月", "票.zip")).toMatchObject([
      { fileName: "甲.pdf", part: "一/甲.pdf", file: "七月", result: "linked" },
      { fileName: "乙.pdf", part: "内/乙.pdf", file: "票.zip", result: "linked" },
      { fileName: "说明.txt", part: "说明.txt", result: "refused" },
    ]);
  });

  it("say where they differ from the ledger", async () => {
    const { put, take } = await paperDesk();
    put("甲.pdf", ticketPdf({ number: numberOf(1), gross: "160.00", day: "2022年03月30日" }));
    expect((await take("甲.pdf"))[0]).toMatchObject({
      result: "linked",
      message: expect.stringContaining(
        "票面价税合计 160.00 元，账本 106.00 元，不一致。票面开票日期 2022-03-30，账本 2022-03-31，不一致。",
      ),
      hint: expect.stringContaining("请对照原件核对"),
    });
  });

  it("are kept once, also when they come twice in one go or were added by hand", async () => {
    const { put, take, papers, context, folder, invoiceIdOf } = await paperDesk();
    put("手工.pdf", ticketPdf({ number: numberOf(2) }));
    await addAttachments(await context(), {
      owner: { invoiceId: await invoiceIdOf(2) },
      kind: "invoice",
      paths: [`${folder}/手工.pdf`],
    });
    put("甲.pdf", ticketPdf({ number: numberOf(1) }));
    put("甲 (1).pdf", ticketPdf({ number: numberOf(1) }));
    const taken = await take("甲.pdf", "甲 (1).pdf", "手工.pdf");
    expect(results(taken)).toEqual([
      ["甲.pdf", "linked"],
      ["甲 (1).pdf", "already"],
      ["手工.pdf", "already"],
    ]);
    expect(taken[1]?.message).toBe(`发票${numberOf(1)}已有内容相同的原件（甲.pdf），没有再存一份。`);
    expect(await papers()).toHaveLength(2);
  });

  it("of which nobody can tell whose they are, are not kept but asked about", async () => {
    const { put, take, papers } = await paperDesk();
    put("两张.pdf", ticketPdf({ number: numberOf(1) }, { number: numberOf(2) }));
    put(`${numberOf(9)}.png`, png("a"));
    put("扫描.pdf", chinesePdf([[]]));
    put("别的.pdf", chinesePdf([[{ text: "会议通知", x: 10, y: 10 }]]));
    const taken = await take("两张.pdf", `${numberOf(9)}.png`, "扫描.pdf", "别的.pdf");
    expect(taken.map(({ result, message, guesses }) => [result, message, guesses])).toEqual([
      [
        "unreadable",
        `里面有 2 张发票（${numberOf(1)}、${numberOf(2)}），不能确定作为哪一张的原件。`,
        [numberOf(1), numberOf(2)],
      ],
      ["unreadable", "是图片，读不出文字，没有收。", [numberOf(9)]],
      ["unreadable", "是扫描件，里面没有文字，没有收。", []],
      ["unreadable", "里面没有找到发票号码，没有收。", []],
    ]);
    expect(await papers()).toEqual([]);
  });

  it("believe a number without its label when the file's name or the ledger bears it out", async () => {
    const { put, take } = await paperDesk();
    const bare = (last: number, day: string) =>
      chinesePdf([
        [
          { text: numberOf(last), x: 10, y: 50 },
          { text: day, x: 10, y: 20 },
        ],
      ]);
    put("甲.pdf", bare(1, "2022年03月31日"));
    put("乙.pdf", bare(2, "2021年01月01日"));
    put(`dzfp_${numberOf(7)}_某公司.pdf`, bare(7, "2021年01月01日"));
    const taken = await take("甲.pdf", "乙.pdf", `dzfp_${numberOf(7)}_某公司.pdf`);
    expect(taken.map(({ result, guesses }) => [result, guesses])).toEqual([
      ["linked", []],
      ["unreadable", [numberOf(2)]],
      ["waiting", []],
    ]);
  });

  it("that are damaged, locked or no papers are refused alone, with a sentence", async () => {
    const { put, take } = await paperDesk();
    put("坏.pdf", "%PDF-1.4\nx");
    put("空.pdf", "");
    put("合同.pdf.exe", "MZ");
    put("不是发票.xml", '<?xml version="1.0"?><a/>');
    put("甲.pdf", ticketPdf({ number: numberOf(1) }));
    const taken = await take("坏.pdf", "空.pdf", "合同.pdf.exe", "不是发票.xml", "没有这个.pdf", "甲.pdf");
    expect(taken.map(({ result, message }) => [result, message])).toEqual([
      ["refused", "已损坏，或者不是 PDF。"],
      ["refused", "是空的，没有添加。"],
      ["refused", "是程序或脚本，不能作为附件。"],
      ["refused", "不是数电票 XML，没有收。"],
      ["refused", "不存在。"],
      ["linked", expect.any(String)],
    ]);
  });

  it("are not added to an invoice that a closed year paid", async () => {
    const { put, take, papers, ledger, context } = await paperDesk();
    await pay(ledger, numberOf(1), cents(10_600));
    await (await context()).write("关账", async (tx) => {
      const year = await tx.read
        .selectFrom("fiscalYear")
        .select("id")
        .where("year", "=", 2022)
        .executeTakeFirstOrThrow();
      await updateRow(tx, "fiscalYear", year.id, { state: "closed" });
    });
    put("甲.pdf", ticketPdf({ number: numberOf(1) }));
    put("乙.pdf", ticketPdf({ number: numberOf(2) }));
    const taken = await take("甲.pdf", "乙.pdf");
    expect(taken.map(({ result, message }) => [result, message])).toEqual([
      ["refused", `发票${numberOf(1)}已用于关账年度的付款，不能再加附件，没有收。`],
      ["linked", expect.any(String)],
    ]);
    expect(await papers()).toHaveLength(1);
  });

  it("leave nothing behind when the officer cancels", async () => {
    const { put, given, context, papers } = await paperDesk();
    const names = [1, 2].map((last) => put(`${last}.pdf`, ticketPdf({ number: numberOf(last) })));
    const cancelling = new AbortController();
    const current = await context();
    const taking = () =>
      takePapers(
        { ...current, signal: cancelling.signal, progress: () => cancelling.abort() },
        names.map(given),
      );
    expect((await failureOf(taking)).code).toBe("cancelled");
    expect(await papers()).toEqual([]);
  });
});

describe("a paper that the officer gives an invoice", () => {
  it("is kept with each of several", async () => {
    const { put, given, context, papers, invoiceIdOf } = await paperDesk();
    put("两张.pdf", ticketPdf({ number: numberOf(1) }, { number: numberOf(2) }));
    const placed = await placePaper(await context(), {
      ...given("两张.pdf"),
      part: null,
      numbers: [numberOf(1), numberOf(2)],
    });
    expect(placed.result).toBe("linked");
    expect(new Set((await papers()).map(({ invoiceId }) => invoiceId))).toEqual(
      new Set([await invoiceIdOf(1), await invoiceIdOf(2)]),
    );
  });

  it("may lie in a zip, and waits when its invoice is not there", async () => {
    const { put, given, context } = await paperDesk();
    put("票.zip", await zipBytes([["内/扫描.png", [png("b")]]]));
    const placed = await placePaper(await context(), {
      ...given("票.zip"),
      part: "内/扫描.png",
      numbers: ["031002200111 12345678"],
    });
    expect(placed).toMatchObject({
      result: "waiting",
      numbers: ["03100220011112345678"],
      fileName: "扫描.png",
    });
  });

  it("is refused what is no number, and a file that is gone", async () => {
    const { put, given, context } = await paperDesk();
    put("扫描.png", png("c"));
    const place = (part: string | null, number: string) =>
      failureOf(async () => placePaper(await context(), { ...given("扫描.png"), part, numbers: [number] }));
    expect((await place(null, "12345678")).message).toBe("“12345678”不是发票号码。");
    expect((await place("x.png", numberOf(1))).message).toBe("文件“x.png”已经不在原来的地方");
  });
});
