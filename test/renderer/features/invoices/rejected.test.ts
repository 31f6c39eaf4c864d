import { describe, expect, it } from "vitest";
import type { PreviewSheet, RejectedRow } from "#shared/invoices/preview.ts";
import {
  cellText,
  fixAt,
  fixList,
  noFixes,
  withFix,
} from "../../../../renderer/features/invoices/import/check/fixes.ts";
import {
  cellWidths,
  matchingRows,
  rejectedSheets,
} from "../../../../renderer/features/invoices/import/check/rejectedSheet.ts";

const row = (no: number, cells: readonly string[], more: Partial<RejectedRow> = {}): RejectedRow => ({
  sheet: "一",
  row: no,
  number: null,
  message: "价税合计不是金额。",
  index: 1,
  cells,
  summary: "",
  ...more,
});

describe("a mended cell", () => {
  const line = row(5, ["223120", "1x"]);

  it("says the new text and remembers the old one, however often it is changed", () => {
    const once = withFix(noFixes, line, 1, "10");
    const twice = withFix(once, line, 1, "106.00");
    expect(cellText(twice, line, 1)).toBe("106.00");
    expect(cellText(twice, line, 0)).toBe("223120");
    expect(fixAt(twice, { sheet: "一", row: 5, index: 1 })?.was).toBe("1x");
    expect(fixList(twice)).toEqual([{ sheet: "一", row: 5, index: 1, text: "106.00" }]);
    expect(cellText(noFixes, line, 1)).toBe("1x");
  });

  it("is mended no longer once it says again what the file says", () => {
    const fixed = withFix(noFixes, line, 1, "106.00");
    // After the check the row comes with the text it was mended to.
    const checked = row(5, ["223120", "106.00"]);
    expect(withFix(fixed, checked, 1, "1x").size).toBe(0);
    expect(withFix(noFixes, line, 7, "")).toEqual(noFixes);
    expect(cellText(withFix(noFixes, line, 7, "新"), line, 7)).toBe("新");
  });
});

describe("the refused rows", () => {
  const rows = [
    row(5, ["2231", "１０６"]),
    row(12, ["2232", "212", "上海示例物业管理有限公司"], { sheet: "二", message: "日期读不出。" }),
  ];
  const sheet: PreviewSheet = {
    name: "一",
    headerRow: 1,
    headerRows: 1,
    kind: "invoices",
    columns: [{ index: 4, title: "备注", field: "remark", by: "title" }],
    fixed: [],
  };

  it("come by sheet", () => {
    expect(
      rejectedSheets({ rejected: [...rows, row(6, [])] }).map((each) => [each.sheet, each.rows.length]),
    ).toEqual([
      ["一", 2],
      ["二", 1],
    ]);
  });

  it("are found by reason, cell and number, whatever width the letters have", () => {
    const found = (typed: string) => matchingRows(rows, typed).map((each) => each.row);
    expect(found("106")).toEqual([5]);
    expect(found("日期 物业")).toEqual([12]);
    expect(found("12")).toEqual([12]);
    expect(found("")).toEqual([5, 12]);
    expect(found("没有")).toEqual([]);
  });

  it("have a column for each cell and title, wide enough within reason", () => {
    const widths = cellWidths(rows, sheet);
    expect(widths).toHaveLength(5);
    expect(widths[2]).toBeGreaterThan(widths[0] ?? 0);
    expect(Math.max(...cellWidths([row(1, ["字".repeat(200)])], undefined))).toBeLessThan(300);
  });
});
