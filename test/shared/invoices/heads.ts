import { columnLetters } from "#shared/excel/plainCell.ts";
import type { RememberedSource } from "#shared/invoices/inspection.ts";
import type { OwnParties } from "#shared/invoices/recognise/columnProfile.ts";
import { type SheetHead, sheetHead } from "#shared/invoices/recognise/sheetHead.ts";
import type { SaidSheet } from "#shared/invoices/said.ts";
import { rowsOf, type Sheet } from "./lists.ts";

export const ownName = "上海市松江区广富林街道城市运行管理中心";
export const ownCode = "12310117MB00000000";
export const own: OwnParties = {
  isEmpty: false,
  isName: (name) => name === ownName,
  isCode: (code) => code === ownCode,
};

type Known = Readonly<{
  said?: SaidSheet;
  remembered?: RememberedSource;
  own?: OwnParties;
  isText?: boolean;
}>;

export const headOf = (sheet: Sheet, known: Known = {}): SheetHead | undefined =>
  sheetHead(rowsOf(sheet), {
    said: known.said,
    recall: () => known.remembered,
    own: known.own ?? own,
    date1904: false,
    isText: known.isText ?? false,
  });

/** Field by column letter, with "?" where the officer is asked. */
export const fieldsOf = (head: SheetHead | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (head?.columns ?? []).flatMap(({ letter, field, doubt }) =>
      field === null
        ? doubt === null
          ? []
          : [[letter, "?"]]
        : [[letter, doubt === null ? field : `${field}?`]],
    ),
  );

export const at = (head: SheetHead | undefined, letter: string) =>
  head?.columns.find(({ index }) => columnLetters(index) === letter);
