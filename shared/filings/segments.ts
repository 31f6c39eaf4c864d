import type { ReadKind } from "./brought.ts";
import { fieldOf, headingOf, isIndicatorHeading, knownHeadings, titleOf } from "./labels.ts";
import type { SourceDocument } from "./source.ts";

/** The lines of one paper within a document; both ends belong to it. */
export type Segment = Readonly<{
  kind: ReadKind;
  fromLine: number;
  toLine: number;
  /** Of its title; `null` where a paper begins without one. */
  titleLine: number | null;
}>;

type Start = Readonly<{ kind: ReadKind; line: number; titled: boolean }>;

/**
 * The papers of a document. They follow each other without a gap: what stands before the first is the first one's to
 * account for, so that no line is lost between them.
 */
export function segmentsOf(document: SourceDocument): readonly Segment[] {
  const starts: Start[] = [];
  for (const [line, { cells }] of document.lines.entries()) {
    const filled = cells.filter((cell) => cell.trim() !== "");
    const start = startAt(filled, starts.at(-1));
    if (start !== undefined) starts.push({ ...start, line });
  }
  const last = document.lines.length - 1;
  const first = starts[0] ?? { kind: "other", line: 0, titled: false };
  return [first, ...starts.slice(1)].map(({ kind, line, titled }, index) => ({
    kind,
    fromLine: index === 0 ? 0 : line,
    toLine: (starts[index + 1]?.line ?? last + 1) - 1,
    titleLine: titled ? line : null,
  }));
}

const isTable = (kind: ReadKind | undefined): boolean => kind === "targets" || kind === "targetsFill";

function startAt(
  filled: readonly string[],
  open: Start | undefined,
): Readonly<{ kind: ReadKind; titled: boolean }> | undefined {
  const [only, second] = filled;
  if (only === undefined) return undefined;
  const title = second === undefined ? titleOf(only) : undefined;
  if (title !== undefined) return { kind: title.kind, titled: true };
  const heading = second === undefined ? headingOf(only) : undefined;
  if (open === undefined || isTable(open.kind)) {
    if (heading !== undefined && knownHeadings.includes(heading)) return { kind: "narrative", titled: false };
  }
  if (open === undefined || open.kind === "narrative") {
    const isHead = filled.filter((cell) => fieldOf(cell) !== undefined).length > 1;
    if (isHead || isIndicatorHeading(filled)) return { kind: "targets", titled: false };
  }
  return undefined;
}
