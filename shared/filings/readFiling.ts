import type { ReadKind, ReadPaper, ReadValue } from "./brought.ts";
import { accountOf } from "./cells.ts";
import { lineValue, unsure } from "./cleaning.ts";
import { titleOf, yearIn } from "./labels.ts";
import { readNarrative } from "./readNarrative.ts";
import { readTargets } from "./readTargets.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { SourceDocument } from "./source.ts";

export const readKindNames: Readonly<Record<ReadKind, string>> = {
  targets: "绩效目标申报表",
  targetsFill: "绩效目标填报表",
  narrative: "项目经费情况说明",
  other: "其他材料",
};

/**
 * The papers in a document. Every cell of it that is not blank is in the `uses` or the `unused` of exactly one of them.
 * Values are taken over as they were written but for what is said in their remarks.
 */
export function readFiling(document: SourceDocument): readonly ReadPaper[] {
  const papers = segmentsOf(document).map((segment) => readSegment(document, segment));
  const years = new Set(papers.flatMap(({ fiscalYear }) => fiscalYear ?? []));
  const [year = null] = years.size === 1 ? years : [];
  // 情况说明 bears no year: it is of the year of the forms it came with.
  return papers.map((paper) => ({ ...paper, fiscalYear: paper.fiscalYear ?? year }));
}

function readSegment(document: SourceDocument, segment: Segment): ReadPaper {
  const { kind, fromLine, toLine, titleLine } = segment;
  const account = accountOf(document, fromLine, toLine);
  let title: ReadValue | null = null;
  let fiscalYear: number | null = null;
  const before = titleLine ?? fromLine - 1;
  for (const cell of titleLine === null ? [] : account.filled(titleLine)) {
    title = lineValue(cell.text, [{ line: cell.line, cell: cell.cell }]);
    account.use(cell, "表名");
  }
  for (let line = fromLine; line < before; line += 1) {
    for (const cell of account.filled(line)) account.leave(cell, "在第一份材料之前");
  }
  let next = before + 1;
  // The year stands below the title, and nothing but blank lines between.
  for (; next <= toLine; next += 1) {
    const [only, second] = account.filled(next);
    if (only === undefined) continue;
    const year = second === undefined ? yearIn(only.text) : undefined;
    if (year === undefined) break;
    fiscalYear = year;
    account.use(only, "年度");
  }
  const range = { fromLine: next, toLine };
  const isTable = kind === "targets" || kind === "targetsFill";
  const table = isTable
    ? readTargets(account, range, document.format)
    : { fields: [], amounts: [], indicators: null };
  const sections = kind === "narrative" ? readNarrative(account, range, document.format) : [];
  if (kind === "other") {
    for (let line = next; line <= toLine; line += 1) {
      for (const cell of account.filled(line)) account.leave(cell, "这类材料不从这里带入");
    }
  }
  return {
    kind,
    name: title === null ? readKindNames[kind] : (titleOf(title.text)?.name ?? title.text),
    title:
      title === null && kind !== "other" ? { ...lineValue("", []), remarks: [unsure("没有表名")] } : title,
    fiscalYear,
    fromLine,
    toLine,
    ...table,
    sections,
    ...account.close(),
  };
}
