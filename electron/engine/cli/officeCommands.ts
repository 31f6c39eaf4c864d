import { holidayNotices } from "#shared/holidays/notices.ts";
import { readHolidays } from "#shared/holidays/readHolidays.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { Holiday } from "#shared/model/office.ts";
import { readText } from "../files/readText.ts";
import { saveHolidays, readHolidays as storedHolidays } from "../office/holidays.ts";
import { listVendors } from "../vendors/views.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

function yearWord(args: Arguments): number {
  const text = args.word("年份");
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw badUse(`年份应为 2000 到 2099，现为 ${text}`);
}

/** What the year's table is to become: by the notice that is built in, or by a file; `undefined` to leave it. */
async function wantedDays(args: Arguments, year: number) {
  const file = args.text("file");
  if (args.flag("fill") && file !== undefined) throw badUse("--fill 和 --file 只能写一个");
  if (args.flag("fill")) {
    const notice = holidayNotices.find((known) => known.year === year);
    if (notice === undefined)
      throw badUse(`程序没有内置 ${year} 年的放假通知。`, "请把通知存成文本文件，用 --file 读入。");
    return notice.days;
  }
  if (file === undefined) return undefined;
  const { days, unread } = readHolidays(await readText(file), year);
  if (days.length > 0 && unread.length === 0) return days;
  throw badUse(
    `没有读懂文件中 ${year} 年的节假日${unread.length === 0 ? "" : `：${unread[0]}`}`,
    "每行写日期、放假或上班、节日，或用通知原文。",
  );
}

const kindWords: Readonly<Record<Holiday["kind"], string>> = { holiday: "放假", workday: "上班" };

export const officeCommands: readonly Command[] = [
  {
    name: "holidays",
    usage: "holidays 年份 [--fill|--file 文件] --db 账本",
    summary: "一年的节假日；--fill 按内置的国务院办公厅通知填写（请核对），--file 按通知原文或表格填写",
    shape: { words: ["年份"], options: { fill: "flag", file: "text" } },
    run: async ({ args, withLedger }) => {
      const year = yearWord(args);
      const wanted = await wantedDays(args, year);
      const all = await withLedger(async (context) => {
        if (wanted !== undefined) await saveHolidays(context, { year, days: [...wanted] });
        return storedHolidays(context);
      });
      const days = all.filter(({ onDate }) => yearOf(onDate) === year);
      return {
        data: days.map(({ onDate, kind, name }) => ({ onDate, kind, name })),
        text: textTable(days, [
          { title: "日期", value: (row) => row.onDate },
          { title: "安排", value: (row) => kindWords[row.kind] },
          { title: "节日", value: (row) => row.name },
        ]),
      };
    },
  },
  {
    name: "list vendors",
    usage: "list vendors --db 账本",
    summary: "供应商清单：名称、账户、合同和已付金额",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => {
      const vendors = await withLedger((context) => listVendors(context));
      return {
        data: vendors.map(({ voidedAt: _at, voidReason: _reason, id, ...row }) => ({ vendor: id, ...row })),
        text: textTable(vendors, [
          { title: "名称", value: (row) => row.name },
          { title: "信用代码", value: (row) => row.creditCode ?? "" },
          { title: "合同", value: (row) => String(row.contractCount) },
          { title: "已付（元）", value: (row) => ({ cents: row.paidCents }) },
        ]),
      };
    },
  },
];
