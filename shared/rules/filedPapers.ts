import type { Attachment } from "../model/attachment.ts";
import { type FiledPaper, paperOwners } from "./derivedRows.ts";
import { type Exchange, exchanging, groupByAll, lazyGroups, type Register } from "./indexing.ts";

/** Which papers lie behind a record. A scan that was filed later proves the same, so its day does not count. */
export type FiledPapers = Readonly<{
  has: (ownerId: string, kind: Attachment["kind"]) => boolean;
  exchange: (exchange: Exchange<FiledPaper>) => FiledPapers;
}>;

export const filedPapersOf = (papers: readonly FiledPaper[]): FiledPapers =>
  filedIn(
    exchanging(
      lazyGroups(() => groupByAll(papers, ownersOf)),
      ownersOf,
    ),
  );

const filedIn = (papers: Register<string, FiledPaper>): FiledPapers => ({
  has: (ownerId, kind) => papers.of(ownerId).some((row) => row.kind === kind),
  exchange: (exchange) => filedIn(papers.exchange(exchange)),
});

function ownersOf(row: FiledPaper): readonly string[] {
  const ids: string[] = [];
  for (const owner of paperOwners) {
    const id = row[owner];
    if (id !== null) ids.push(id);
  }
  return ids;
}
