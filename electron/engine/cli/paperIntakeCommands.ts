import path from "node:path";
import { fileToken } from "#shared/api/fields.ts";
import type { TakenPaper, WaitingPaper } from "#shared/api/papers.ts";
import { asId } from "#shared/kernel/id.ts";
import { takenWords } from "#shared/words/words.ts";
import { missingPapers } from "../papers/missingPapers.ts";
import { placePaper } from "../papers/placePaper.ts";
import { type GivenFile, takePapers } from "../papers/takePapers.ts";
import { assignPaper, discardPaper, waitingPapers } from "../papers/waitingPapers.ts";
import { found } from "../store/found.ts";
import { findInvoiceByNumber } from "../store/invoices.ts";
import type { Arguments } from "./args.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

const given = (file: string): GivenFile => ({
  file: fileToken.parse(path.basename(file).slice(0, 200) || "."),
  path: file,
  fileName: path.basename(file).normalize("NFC"),
});

const takenText = (rows: readonly TakenPaper[]): string =>
  textTable(rows, [
    { title: "文件", value: (row) => row.part ?? row.fileName },
    { title: "结果", value: (row) => takenWords[row.result] },
    { title: "说明", value: (row) => row.message + row.hint },
  ]);

const waitingAnswer = (rows: readonly WaitingPaper[]) => ({
  data: rows,
  text: textTable(rows, [
    { title: "附件", value: (row) => row.id },
    { title: "发票号码", value: (row) => row.number },
    { title: "文件", value: (row) => row.fileName },
    { title: "收下", value: (row) => row.addedAt.slice(0, 10) },
  ]),
});

function yearOf(args: Arguments): number | null {
  const text = args.text("year");
  if (text === undefined) return null;
  if (!/^\d{4}$/.test(text)) throw badUse(`--year 应为四位年份，现为“${text}”`);
  return Number(text);
}

/** Papers of invoices from a terminal. */
export const paperIntakeCommands: readonly Command[] = [
  {
    name: "papers take",
    usage: "papers take 文件… [--number 号码] --db 账本",
    summary:
      "收发票原件（PDF、OFD、数电票 XML、图片，也可以是文件夹或 zip），按票面号码对应发票；--number 指定读不出号码的那一份是哪张发票",
    shape: { words: [], many: "文件", options: { number: "text" } },
    run: async ({ args, withLedger }) => {
      const [number, files] = [args.text("number"), args.many().map(given)];
      const [only] = files;
      const rows = await withLedger(async (context) => {
        if (number === undefined) return takePapers(context, files);
        if (only === undefined || files.length > 1) throw badUse("--number 只能用于一个文件");
        return [await placePaper(context, { ...only, part: null, numbers: [number] })];
      });
      return { data: rows.map(({ file: _, ...row }) => row), text: takenText(rows) };
    },
  },
  {
    name: "papers waiting",
    usage: "papers waiting --db 账本",
    summary: "等发票的原件：票面号码在账本里还没有的",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => waitingAnswer(await withLedger(waitingPapers)),
  },
  {
    name: "papers assign",
    usage: "papers assign 附件 --invoice 号码 --db 账本",
    summary: "把一份等发票的原件指定给账本里的一张发票",
    shape: { words: ["附件"], options: { invoice: "text" } },
    run: async ({ args, withLedger }) => {
      const number = args.required("invoice");
      const rows = await withLedger(async (context) => {
        const { id } = found(await findInvoiceByNumber(context.ledger, number), "invoice", number);
        await assignPaper(context, { attachmentId: asId(args.word("附件")), invoiceId: id });
        return waitingPapers(context);
      });
      return waitingAnswer(rows);
    },
  },
  {
    name: "papers discard",
    usage: "papers discard 附件 --reason 原因 --db 账本",
    summary: "作废一份等发票的原件",
    shape: { words: ["附件"], options: { reason: "text" } },
    run: async ({ args, withLedger }) => {
      const reason = args.required("reason");
      const rows = await withLedger(async (context) => {
        await discardPaper(context, { id: asId(args.word("附件")), reason });
        return waitingPapers(context);
      });
      return waitingAnswer(rows);
    },
  },
  {
    name: "invoices missing-papers",
    usage: "invoices missing-papers [--year 年度] --db 账本",
    summary: "没有原件的发票，已用于付款的在前",
    shape: { words: [], options: { year: "text" } },
    run: async ({ args, withLedger }) => {
      const fiscalYear = yearOf(args);
      const rows = await withLedger((context) => missingPapers(context, { fiscalYear }));
      return {
        data: rows,
        text: textTable(rows, [
          { title: "发票号码", value: (row) => row.number },
          { title: "开票日期", value: (row) => row.issueDate },
          { title: "销方名称", value: (row) => row.sellerName },
          { title: "价税合计", value: (row) => ({ cents: row.grossCents }) },
          { title: "付款单", value: (row) => row.paymentNos.join("、") },
        ]),
      };
    },
  },
];
