import { columnLetters } from "../excel/plainCell.ts";
import type { CollectedSheet } from "./collectedSheet.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { ImportIssue } from "./preview.ts";

/** What the officer is told of a sheet as a whole. `cut` are numbers that nobody knows any more. */
export function sheetIssues(sheet: CollectedSheet, cut: ReadonlySet<string>): readonly ImportIssue[] {
  return [
    ...columnIssues(sheet),
    ...doubleIssues(sheet, cut),
    ...hiddenIssue(sheet),
    ...(sheet.fixed ?? []).map(
      ({ row, index, before, after }): ImportIssue => ({
        ...at(sheet, "IMP-10", row),
        column: columnTitle(sheet, index),
        message: `第${row}行按改过的“${after}”导入，文件中是“${before}”。`,
      }),
    ),
  ];
}

const at = ({ name }: CollectedSheet, ruleId: string, row: number) =>
  ({ sheet: name, row, column: "", ruleId, severity: "hint" }) as const;

const columnTitle = ({ head }: CollectedSheet, index: number): string =>
  head?.columns.find((column) => column.index === index)?.title ?? `${columnLetters(index)}列`;

/** A column that somebody should look at, and why. */
export type SheetDoubt = Readonly<{
  sheet: string;
  letter: string;
  title: string;
  field: InvoiceField | null;
  doubt: string;
}>;

export const doubtsOf = ({ name, head }: Pick<CollectedSheet, "name" | "head">): readonly SheetDoubt[] =>
  (head?.columns ?? []).flatMap(({ letter, title, field, doubt }) =>
    doubt === null ? [] : [{ sheet: name, letter, title, field, doubt }],
  );

/** Columns of which another may be meant, or that were taken by what was said before. */
function columnIssues(sheet: CollectedSheet): readonly ImportIssue[] {
  const { header, head } = sheet;
  const row = header?.rowNo ?? 0;
  const doubled = (header?.doubled ?? []).map((title) => ({
    ...at(sheet, "IMP-01", row),
    column: title,
    message: `有不止一列可以当作“${title}”，采用了标题和内容最相符的一列。`,
  }));
  const doubts = doubtsOf(sheet).map(
    ({ title, letter, doubt }): ImportIssue => ({
      ...at(sheet, "IMP-11", row),
      severity: "warn",
      column: title,
      message: `${letter}列${doubt}`,
    }),
  );
  const known = head?.remembered;
  const remembered =
    known === undefined
      ? []
      : [{ ...at(sheet, "IMP-12", row), message: `各列按记住的“${known.name}”认定。` }];
  return [...doubled, ...doubts, ...remembered];
}

function doubleIssues(sheet: CollectedSheet, cut: ReadonlySet<string>): readonly ImportIssue[] {
  if (sheet.kind === "lines") return [];
  return [...sheet.groups.values()]
    .filter(
      ({ number, rowNos, clash, brokenBy }) =>
        rowNos.length > 1 && clash === undefined && brokenBy === undefined && !cut.has(number),
    )
    .map(({ number, rowNos }) => ({
      ...at(sheet, "IMP-03", rowNos[1] ?? 0),
      message: `第${rowNos.join("、")}行是同一张发票${number}，按一张导入。`,
    }));
}

/** They are read: sums count them, and who filters a list takes no invoice out of it. */
function hiddenIssue(sheet: CollectedSheet): readonly ImportIssue[] {
  const { hiddenRows } = sheet;
  if (hiddenRows === 0) return [];
  const message = `有${hiddenRows}行被隐藏或筛选掉，也一并读入；不要的请在预览中取消选取。`;
  return [{ ...at(sheet, "IMP-09", 0), message }];
}
