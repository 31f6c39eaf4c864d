import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportIssue, ImportPreview, PreviewEntry } from "#shared/invoices/preview.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import {
  canLeaveOut,
  countSeverities,
  entryLines,
  entrySentence,
  firstPart,
  leftOutOf,
  linesOf,
  partCounts,
  ruleCounts,
  takenCount,
  tickedOf,
} from "../../../../renderer/features/invoices/import/check/previewEntries.ts";
import {
  byRow,
  ofRows,
  placeOfIssue,
} from "../../../../renderer/features/invoices/import/check/rowPlaces.ts";

const entry = (row: number, changes: Partial<PreviewEntry> = {}): PreviewEntry => ({
  sheet: "发票基础信息",
  row,
  number: `2231200000000000000${row}`,
  sellerName: "甲公司",
  issueDate: isoDate("2022-06-01"),
  grossCents: cents(100_00),
  status: "normal",
  isRed: false,
  rows: [row],
  lineCount: 0,
  result: "new",
  message: "",
  changes: [],
  ...changes,
});

const entries: readonly PreviewEntry[] = [
  entry(2),
  entry(3),
  entry(4, {
    result: "changed",
    changes: [{ field: "status", label: "发票状态", before: "正常", after: "已红冲-全额" }],
  }),
  entry(5, {
    result: "conflict",
    message: "金额不一致，请核对。",
    changes: [
      { field: "grossCents", label: "价税合计", before: "9,875.00", after: "8,975.00" },
      { field: "taxCents", label: "税额", before: "1,136.06", after: "1,032.52" },
    ],
  }),
  entry(6, { result: "unchanged" }),
];

const lines = entryLines(entries);

const issue = (row: number, ruleId: string, severity: ImportIssue["severity"]): ImportIssue => ({
  sheet: "发票基础信息",
  row,
  column: "购买方名称",
  ruleId,
  severity,
  message: `${ruleId} ${row}`,
});

const preview: ImportPreview = {
  id: "p",
  isBlocked: false,
  fileName: "导出.xlsx",
  source: "全量发票查询",
  sheets: [],
  counts: { rows: 6, new: 2, unchanged: 1, changed: 1, conflict: 1, rejected: 1 },
  entries,
  rejected: [
    {
      sheet: "发票基础信息",
      row: 7,
      number: null,
      message: "号码不对",
      index: null,
      cells: ["1", "", "x"],
      summary: "",
    },
  ],
  totals: [],
  issues: [issue(2, "INV-07", "warn"), issue(3, "INV-07", "block"), issue(3, "INV-14", "hint")],
};

describe("the parts of a preview", () => {
  it("carry the counts that are their filters", () => {
    expect(Object.fromEntries(partCounts(preview).map(({ part, count }) => [part, count]))).toEqual({
      new: 2,
      changed: 1,
      conflict: 1,
      unchanged: 1,
      all: 5,
      rejected: 1,
      issues: 3,
    });
  });

  it("begin with what would be written, else with what was refused", () => {
    expect(firstPart(preview)).toBe("new");
    const counts = { ...preview.counts, new: 0, changed: 0, conflict: 0 };
    expect(firstPart({ ...preview, counts })).toBe("rejected");
    const empty = { rows: 0, new: 0, unchanged: 0, changed: 0, conflict: 0, rejected: 0 };
    expect(firstPart({ ...preview, counts: empty, rejected: [], issues: [], entries: [] })).toBe("all");
  });

  it("show the invoices of one outcome, or all", () => {
    expect(linesOf(lines, "new").map(({ row }) => row)).toEqual([2, 3]);
    expect(linesOf(lines, "all")).toBe(lines);
  });
});

describe("leaving invoices out", () => {
  const number = (row: number) => entry(row).number;

  it("is possible only for what would be written", () => {
    expect(entries.map(canLeaveOut)).toEqual([true, true, true, false, false]);
    expect(takenCount(entries, new Set())).toBe(3);
    expect(takenCount(entries, new Set([number(2), number(5)]))).toBe(2);
  });

  it("is the other side of the ticks", () => {
    const takeable = lines.filter(canLeaveOut);
    fc.assert(
      fc.property(fc.subarray(takeable), fc.constantFrom("new", "changed", "all" as const), (some, part) => {
        const shown = linesOf(lines, part);
        const keys = new Set(some.map(({ key }) => key));
        const before = new Set([number(2), number(4)]);
        const leftOut = leftOutOf(shown, keys, before);
        const expected = takeable.filter((line) =>
          shown.includes(line) ? keys.has(line.key) : !before.has(line.number),
        );
        expect([...tickedOf(lines, leftOut)]).toEqual(expected.map(({ key }) => key));
      }),
    );
  });

  it("tells apart what stands in a file twice", () => {
    const [one, other] = entryLines([entry(2), entry(2, { sheet: "别的表" })]);
    expect(one?.key).not.toBe(other?.key);
  });
});

describe("an invoice of the file", () => {
  const [, , changed, conflict] = entries;
  if (changed === undefined || conflict === undefined) throw new Error("no entries");

  it("says in one sentence what happens to it", () => {
    expect(entrySentence(entry(2))).toBe("");
    expect(entrySentence(changed)).toBe("发票状态：正常 → 已红冲-全额");
    expect(entrySentence(conflict)).toBe("金额不一致，请核对。");
    const filled = { field: "drawer", label: "开票人", before: "", after: "王某" };
    expect(entrySentence({ ...changed, changes: [filled] })).toBe("开票人：空 → 王某");
  });
});

describe("issues", () => {
  it("are found by any row of their invoice and counted by severity", () => {
    const issues = byRow(preview.issues);
    expect(ofRows(issues, entry(3)).map(({ ruleId }) => ruleId)).toEqual(["INV-07", "INV-14"]);
    expect(ofRows(issues, entry(2, { rows: [2, 3] })).map(({ row }) => row)).toEqual([2, 3, 3]);
    expect(ofRows(issues, entry(2, { rows: [] })).map(({ row }) => row)).toEqual([2]);
    expect(ofRows(issues, entry(3, { sheet: "别的表" }))).toEqual([]);
    expect(countSeverities(ofRows(issues, entry(3)))).toEqual({ block: 1, warn: 0, hint: 1 });
  });

  it("lead to where their row is shown, to the column they are about, or say that there is none", () => {
    const sheet = "发票基础信息";
    const at = (row: number, column = "") => placeOfIssue(withLines, { sheet, row, column });
    const withLines: ImportPreview = {
      ...preview,
      entries: [...entries, entry(20, { result: "unchanged", rows: [20, 21] })],
      sheets: [
        {
          ...{ name: sheet, headerRow: 1, headerRows: 1, kind: "invoices", fixed: [] },
          columns: [{ index: 3, title: "购买方名称", field: "buyerName", by: "likeTitle" }],
        },
      ],
    };
    expect(at(5)).toEqual({ to: "row", part: "conflict" });
    expect(at(7)).toEqual({ to: "row", part: "rejected" });
    expect(at(21)).toEqual({ to: "row", part: "unchanged" });
    expect(at(1, "购买方名称")).toEqual({ to: "column", sheet, title: "购买方名称" });
    expect(at(0)).toEqual({ to: "nowhere" });
  });

  it("are grouped by rule, the gravest first", () => {
    expect(ruleCounts(preview.issues)).toEqual([
      { ruleId: "INV-07", severity: "block", count: 2 },
      { ruleId: "INV-14", severity: "hint", count: 1 },
    ]);
  });
});
