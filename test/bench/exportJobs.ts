import { createRequire } from "node:module";
import ExcelJS from "exceljs";
import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { styleBook } from "#engine/excel/writeStyle.ts";
import { excelValue } from "#engine/excel/writeValue.ts";
import { fontFiles, loadFonts } from "#engine/pdf/fonts.ts";
import { renderForm } from "#engine/pdf/renderForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import type { Form } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { amount, isFigure, printValue, text } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { paper, payPlan } from "#test/shared/forms/samplePaper.ts";
import { answerJob } from "./job.ts";

/** One piece of work for a process of its own, so that its memory is its own: `node exportJobs.ts <job>`. */
const options = { writtenAt: "2022-06-30T08:00:00.000Z", author: "沈经办" };
const template = templateOf("sh-2022");
const sheets = () => [
  buildBudget(paper, template),
  buildTargets(paper, template),
  buildPayPlan(payPlan, template),
];

const invoiceList = (count: number): Form =>
  buildList({
    title: "发票",
    columns: [
      { title: "发票号码", width: 24, kind: "text" },
      { title: "开票日期", width: 12, kind: "date" },
      { title: "销方名称", width: 34, kind: "text" },
      { title: "内容", width: 26, kind: "text" },
      { title: "金额", width: 14, kind: "amount", total: true },
      { title: "税额", width: 12, kind: "amount", total: true },
      { title: "价税合计", width: 14, kind: "amount", total: true },
      { title: "状态", width: 10, kind: "centred" },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      text(`223120000000${String(index).padStart(8, "0")}`),
      { kind: "date" as const, date: isoDate("2022-03-15") },
      text(`上海示例科技服务第${index % 977}有限公司`),
      text("*租赁服务*巡查记录仪月租"),
      amount(cents(200_000 + index)),
      amount(cents(21_000)),
      amount(cents(221_000 + index)),
      text("正常"),
    ]),
  });

/** What somebody would write by hand with exceljs: the same cells, styles and merges, row heights left to chance. */
async function bareExcel(forms: readonly Form[], streaming: boolean): Promise<void> {
  const workbook = streaming
    ? new ExcelJS.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: true })
    : new ExcelJS.Workbook();
  for (const form of forms) {
    const sheet = workbook.addWorksheet(form.title);
    const styleOf = styleBook();
    const rows = { heights: [], starts: form.rows.map((_, row) => row).concat(form.rows.length) };
    for (const cells of placeCells(form)) {
      for (const { row, column, rowSpan, colSpan, cell } of cells) {
        const { value, format } = excelValue(cell.value, rows);
        const target = sheet.getRow(row + 1).getCell(column + 1);
        target.style = styleOf({ style: cell.style, format, figure: isFigure(cell.value), tall: false });
        target.value = value;
        if (rowSpan > 1 || colSpan > 1)
          sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + colSpan);
      }
      if (streaming) sheet.getRow((cells[0]?.row ?? 0) + 1).commit();
    }
  }
  if (workbook instanceof ExcelJS.stream.xlsx.WorkbookWriter) await workbook.commit();
  else await workbook.xlsx.writeBuffer();
}

/** The same cells in tables of pdfmake. */
async function barePdf(forms: readonly Form[]): Promise<void> {
  const require = createRequire(import.meta.url);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setFonts({
    song: { normal: require.resolve(fontFiles.song), bold: require.resolve(fontFiles.songBold) },
  });
  const content: Content[] = forms.map((form) => ({
    table: { headerRows: 1, widths: form.columns.map(({ width }) => width * 4), body: pdfmakeBody(form) },
  }));
  const document: TDocumentDefinitions = {
    pageSize: "A4",
    pageOrientation: "landscape",
    defaultStyle: { font: "song", fontSize: 9 },
    content,
  };
  await pdfmake.createPdf(document).getBuffer();
}

const pdfmakeBody = (form: Form): TableCell[][] => {
  const body: TableCell[][] = form.rows.map(() => form.columns.map(() => ({ text: "" })));
  for (const { row, column, rowSpan, colSpan, cell } of placeCells(form).flat()) {
    const line = body[row];
    if (line !== undefined) line[column] = { text: printValue(cell.value), rowSpan, colSpan };
  }
  return body;
};

await answerJob({
  sheetsXlsx: () => writeWorkbook(sheets(), options),
  sheetsXlsxBare: () => bareExcel(sheets(), false),
  sheetsPdf: async () => {
    const fonts = await loadFonts();
    for (const form of sheets()) await renderForm(form, { ...options, fonts });
  },
  sheetsPdfBare: () => barePdf(sheets()),
  listXlsx: () => writeWorkbook([invoiceList(100_000)], options),
  listXlsxBare: () => bareExcel([invoiceList(100_000)], true),
  listPdf: () => renderForm(invoiceList(5_000), options),
  listPdfBare: () => barePdf([invoiceList(5_000)]),
});
