import { describe, expect, it } from "vitest";
import { type CellType, readCell, serialToText } from "#engine/excel/readCell.ts";
import { isDateFormat } from "#engine/excel/readStyles.ts";

describe("serialToText", () => {
  it.each([
    [0, "1899-12-31"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [44651, "2022-03-31"],
    [44651.481319444, "2022-03-31 11:33:06"],
    [44651.999999999, "2022-04-01"],
    [2958465, "9999-12-31"],
  ])("reads %d as Excel shows it", (serial, text) => {
    expect(serialToText(serial, false)).toBe(text);
  });

  it("counts from 1904 on old Macs", () => {
    expect(serialToText(0, true)).toBe("1904-01-01");
    expect(serialToText(43189, true)).toBe("2022-03-31");
  });

  it.each([-1, 2958466, Number.NaN])("gives no date for %d", (serial) => {
    expect(serialToText(serial, false)).toBeUndefined();
  });
});

describe("readCell", () => {
  const context = {
    strings: [
      { kind: "text", text: "甲" },
      { kind: "text", text: "" },
    ],
    date1904: false,
  } as const;
  const cell = (type: CellType | undefined, value: string | undefined, more = {}) =>
    readCell({ type, value, isDate: false, hasFormula: false, ...more }, context);

  it("takes shared texts by index; an empty one and an index that is not there hold nothing", () => {
    expect(cell("s", "0")).toBe(context.strings[0]);
    expect(cell("s", "1")).toBeUndefined();
    expect(cell("s", "9")).toBeUndefined();
  });

  it("keeps a negative number under a date format a number", () => {
    expect(cell(undefined, "-5", { isDate: true })).toEqual({ kind: "number", text: "-5" });
  });

  it("holds nothing without a value unless there is a formula", () => {
    expect(cell(undefined, undefined)).toBeUndefined();
    expect(cell(undefined, undefined, { hasFormula: true })).toEqual({ kind: "uncomputed", text: "" });
  });
});

describe("isDateFormat", () => {
  it.each(["yyyy-mm-dd", "m/d/yy h:mm", "[$-804]yyyy年m月d日", "mm:ss"])("%s shows a date", (code) => {
    expect(isDateFormat(code)).toBe(true);
  });
  it.each(["General", "0.00E+00", '"日期"0', "[Red]0.00", "#,##0.00_);\\(#,##0\\)", "@"])(
    "%s does not",
    (code) => {
      expect(isDateFormat(code)).toBe(false);
    },
  );
});
