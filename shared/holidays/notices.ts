import { addDays, type IsoDate, isoDate } from "../kernel/dates.ts";
import type { Holiday } from "../model/office.ts";

/** A day as a notice gives it, before it is a row. */
export type NoticeDay = Pick<Holiday, "onDate" | "kind" | "name">;

/** 国务院办公厅关于某年部分节假日安排的通知: what an office may fill in with one step, and then has to check. */
export type HolidayNotice = Readonly<{
  year: number;
  /** The number of the paper, where it is known for sure. */
  documentNo: string;
  issuedOn: IsoDate;
  days: readonly NoticeDay[];
}>;

type Festival = Readonly<{ name: string; from: string; days: number; worked?: readonly string[] }>;

const at = (year: number, monthDay: string): IsoDate => isoDate(`${year}-${monthDay}`);

const daysOf = (year: number, { name, from, days, worked = [] }: Festival): readonly NoticeDay[] => [
  ...Array.from({ length: days }, (_, index) => ({
    onDate: addDays(at(year, from), index),
    kind: "holiday" as const,
    name,
  })),
  ...worked.map((day) => ({ onDate: at(year, day), kind: "workday" as const, name: `${name}调休` })),
];

function notice(
  year: number,
  issued: Readonly<{ documentNo: string; on: string }>,
  festivals: readonly Festival[],
): HolidayNotice {
  const days = festivals
    .flatMap((festival) => daysOf(year, festival))
    .toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1));
  return { year, documentNo: issued.documentNo, issuedOn: isoDate(issued.on), days };
}

/** The notices as published. They are a help to type less, and no authority: the window asks to compare them. */
export const holidayNotices: readonly HolidayNotice[] = [
  notice(2022, { documentNo: "国办发明电〔2021〕11号", on: "2021-10-25" }, [
    { name: "元旦", from: "01-01", days: 3 },
    { name: "春节", from: "01-31", days: 7, worked: ["01-29", "01-30"] },
    { name: "清明节", from: "04-03", days: 3, worked: ["04-02"] },
    { name: "劳动节", from: "04-30", days: 5, worked: ["04-24", "05-07"] },
    { name: "端午节", from: "06-03", days: 3 },
    { name: "中秋节", from: "09-10", days: 3 },
    { name: "国庆节", from: "10-01", days: 7, worked: ["10-08", "10-09"] },
  ]),
  notice(2023, { documentNo: "国办发明电〔2022〕16号", on: "2022-12-08" }, [
    // From 2022-12-31, which is a Saturday of the year before and free as such.
    { name: "元旦", from: "01-01", days: 2 },
    { name: "春节", from: "01-21", days: 7, worked: ["01-28", "01-29"] },
    { name: "清明节", from: "04-05", days: 1 },
    { name: "劳动节", from: "04-29", days: 5, worked: ["04-23", "05-06"] },
    { name: "端午节", from: "06-22", days: 3, worked: ["06-25"] },
    { name: "中秋节、国庆节", from: "09-29", days: 8, worked: ["10-07", "10-08"] },
  ]),
  notice(2024, { documentNo: "国办发明电〔2023〕7号", on: "2023-10-25" }, [
    { name: "元旦", from: "01-01", days: 1 },
    { name: "春节", from: "02-10", days: 8, worked: ["02-04", "02-18"] },
    { name: "清明节", from: "04-04", days: 3, worked: ["04-07"] },
    { name: "劳动节", from: "05-01", days: 5, worked: ["04-28", "05-11"] },
    { name: "端午节", from: "06-10", days: 1 },
    { name: "中秋节", from: "09-15", days: 3, worked: ["09-14"] },
    { name: "国庆节", from: "10-01", days: 7, worked: ["09-29", "10-12"] },
  ]),
  notice(2025, { documentNo: "国办发明电〔2024〕12号", on: "2024-11-12" }, [
    { name: "元旦", from: "01-01", days: 1 },
    { name: "春节", from: "01-28", days: 8, worked: ["01-26", "02-08"] },
    { name: "清明节", from: "04-04", days: 3 },
    { name: "劳动节", from: "05-01", days: 5, worked: ["04-27"] },
    { name: "端午节", from: "05-31", days: 3 },
    { name: "国庆节、中秋节", from: "10-01", days: 8, worked: ["09-28", "10-11"] },
  ]),
  notice(2026, { documentNo: "", on: "2025-11-04" }, [
    { name: "元旦", from: "01-01", days: 3, worked: ["01-04"] },
    { name: "春节", from: "02-15", days: 9, worked: ["02-14", "02-28"] },
    { name: "清明节", from: "04-04", days: 3 },
    { name: "劳动节", from: "05-01", days: 5, worked: ["05-09"] },
    { name: "端午节", from: "06-19", days: 3 },
    { name: "中秋节", from: "09-25", days: 3 },
    { name: "国庆节", from: "10-01", days: 7, worked: ["09-20", "10-10"] },
  ]),
];
