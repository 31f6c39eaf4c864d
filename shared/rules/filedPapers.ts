import type { Attachment } from "../model/attachment.ts";
import { type Exchange, exchanging, groupByAll, lazyGroups, type Register } from "./indexing.ts";

/** Which papers lie behind a record. A scan that was filed later proves the same, so its day does not count. */
export type FiledPapers = Readonly<{
  has: (ownerId: string, kind: Attachment["kind"]) => boolean;
  exchange: (exchange: Exchange<Attachment>) => FiledPapers;
}>;

const owners = [
  "projectId",
  "contractId",
  "supplementId",
  "acceptanceId",
  "invoiceId",
  "approvalId",
  "paymentId",
] as const satisfies readonly (keyof Attachment)[];

export const filedPapersOf = (attachments: readonly Attachment[]): FiledPapers =>
  filedIn(
    exchanging(
      lazyGroups(() => groupByAll(attachments, ownersOf)),
      ownersOf,
    ),
  );

const filedIn = (papers: Register<string, Attachment>): FiledPapers => ({
  has: (ownerId, kind) => papers.of(ownerId).some((row) => row.kind === kind),
  exchange: (exchange) => filedIn(papers.exchange(exchange)),
});

function ownersOf(row: Attachment): readonly string[] {
  const ids: string[] = [];
  for (const owner of owners) {
    const id = row[owner];
    if (id !== null) ids.push(id);
  }
  return ids;
}
