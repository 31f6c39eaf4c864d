import { describe, expect, it } from "vitest";
import { fileToken } from "#shared/api/fields.ts";
import type { ColumnInspection, FileInspection, SheetInspection } from "#shared/invoices/inspection.ts";
import { saidOf } from "#shared/invoices/said.ts";
import { takenOf, withLast } from "../../../../renderer/features/invoices/import/useWaitingLists.ts";
import {
  isSaid,
  nothingSaid,
  obstacle,
  sayColumn,
  sayHeader,
  sayUse,
  stepAfterFile,
  stepNote,
  wantedSheets,
} from "../../../../renderer/features/invoices/import/wizard.ts";

const column = (index: number, more: Partial<ColumnInspection> = {}): ColumnInspection => ({
  index,
  letter: "ABCDE".charAt(index),
  title: `第${index}列`,
  field: null,
  fieldTitle: null,
  by: "none",
  why: "",
  samples: [],
  doubt: null,
  ...more,
});

const sheet = (name: string, more: Partial<SheetInspection> = {}): SheetInspection => ({
  name,
  used: true,
  why: "每行一张发票。",
  hidden: false,
  headerRow: 1,
  headerRows: 1,
  head: [],
  columns: [column(0, { field: "digitalNumber", by: "title" })],
  missing: [],
  ...more,
});

const file = (
  sheets: readonly SheetInspection[],
  kind: FileInspection["kind"] = "workbook",
): FileInspection => ({
  kind,
  fileName: "清单.xlsx",
  sourceName: "清单",
  remembered: null,
  sheets,
});

const incomplete = { used: false, why: "像发票清单，但缺少必要的列。", missing: ["价税合计"] };
const noList = { used: false, why: "没有找到发票清单的表头。", headerRow: null, columns: [] };

describe("the first step that needs the officer", () => {
  const next = (sheets: readonly SheetInspection[]) => stepAfterFile(file(sheets), nothingSaid);

  it("is the check where all is known, and for 数电票 always", () => {
    expect(next([sheet("一"), sheet("二", noList)])).toBe("check");
    expect(stepAfterFile(file([], "eInvoices"), nothingSaid)).toBe("check");
  });

  it("is the columns where one is missing or doubtful, unless that was said before", () => {
    expect(next([sheet("一", incomplete)])).toBe("columns");
    expect(next([sheet("一", incomplete), sheet("说明", noList)])).toBe("columns");
    const doubtful = (by: ColumnInspection["by"]) =>
      sheet("一", { columns: [column(0, { field: "gross", by, doubt: "两列都像" })] });
    expect(next([doubtful("values")])).toBe("columns");
    expect(next([doubtful("remembered")])).toBe("check");
  });

  it("is the sheets where no list is found, or several that could be one", () => {
    expect(next([sheet("一", noList)])).toBe("sheets");
    expect(next([sheet("一", incomplete), sheet("二", incomplete)])).toBe("sheets");
  });
});

describe("what is in the way of the check", () => {
  it("is said in one sentence, with the sheet where there are several", () => {
    expect(obstacle(file([sheet("一")]), nothingSaid)).toBe("");
    expect(obstacle(file([sheet("一", incomplete)]), nothingSaid)).toBe("还缺：价税合计。");
    expect(obstacle(file([sheet("一", noList)]), nothingSaid)).toBe("还没有选定从哪张工作表取发票。");
    const both = file([sheet("一"), sheet("二", incomplete)]);
    expect(obstacle(both, nothingSaid)).toBe("");
    expect(obstacle(both, sayUse(nothingSaid, "二", true))).toBe("工作表“二”还缺：价税合计。");
    const without = file([sheet("一", { ...noList, headerRow: 2 })]);
    expect(obstacle(without, nothingSaid)).toBe("工作表“一”：没有找到发票清单的表头。");
  });

  it("is a sheet no longer that the officer does not want", () => {
    const only = file([sheet("一", incomplete)]);
    expect(wantedSheets(only, sayUse(nothingSaid, "一", false))).toEqual([]);
  });
});

describe("what a step came to", () => {
  it("is its file, sheets and known columns", () => {
    const known = file([sheet("一"), sheet("二")]);
    expect(stepNote("file", known, nothingSaid)).toBe("清单.xlsx");
    expect(stepNote("sheets", known, nothingSaid)).toBe("一、二");
    expect(stepNote("columns", known, nothingSaid)).toBe("已识别 2 列");
    expect(stepNote("columns", file([], "eInvoices"), nothingSaid)).toBe("不需要");
    expect(stepNote("check", known, nothingSaid)).toBe("");
  });
});

describe("what the officer says", () => {
  const list = sheet("一", {
    columns: [column(0, { field: "gross", by: "values" }), column(1), column(2)],
  });

  it("of a column takes the field from the one that had it", () => {
    const said = sayColumn(nothingSaid, list, 2, "gross");
    expect(saidOf(said, "一")?.columns).toEqual([
      { index: 0, field: null },
      { index: 2, field: "gross" },
    ]);
    const again = sayColumn(said, list, 2, null);
    expect(saidOf(again, "一")?.columns).toEqual([
      { index: 0, field: null },
      { index: 2, field: null },
    ]);
  });

  it("of the header lets the columns be looked at anew, and wants the sheet", () => {
    const said = sayHeader(sayColumn(nothingSaid, list, 1, "net"), "一", { headerRow: 3, headerRows: 2 });
    expect(saidOf(said, "一")).toEqual({ name: "一", use: true, headerRow: 3, headerRows: 2, columns: [] });
  });

  it("is worth remembering when it is of columns or headers", () => {
    expect(isSaid(sayUse(nothingSaid, "一", true))).toBe(false);
    expect(isSaid(sayColumn(nothingSaid, list, 1, "net"))).toBe(true);
    expect(isSaid(sayHeader(nothingSaid, "一", { headerRow: 0, headerRows: 1 }))).toBe(true);
  });
});

describe("lists that wait", () => {
  it("stay when one could not be read, which comes after the others then", () => {
    const list = (name: string) => ({ file: fileToken.parse(name), name });
    const [first, second, other] = [list("甲.xlsx"), list("乙.xlsx"), list("丙.xlsx")];
    const after = withLast([first, second], takenOf(first));
    expect(after.map(({ name }) => name)).toEqual(["乙.xlsx", "甲.xlsx"]);
    expect(withLast(after, takenOf(other))).toEqual(after);
  });
});
