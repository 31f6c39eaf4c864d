import type { Attachment } from "../model/attachment.ts";
import { lazy } from "./indexing.ts";

/** Which papers lie behind a record. A scan that was filed later proves the same, so its day does not count. */
export type FiledPapers = Readonly<{ has: (ownerId: string, kind: Attachment["kind"]) => boolean }>;

const owners = [
  "projectId",
  "contractId",
  "supplementId",
  "acceptanceId",
  "invoiceId",
  "approvalId",
  "paymentId",
] as const satisfies readonly (keyof Attachment)[];

export function filedPapersOf(attachments: readonly Attachment[]): FiledPapers {
  const kinds = lazy(() => {
    const byOwner = new Map<string, Set<Attachment["kind"]>>();
    for (const row of attachments) {
      for (const owner of owners) {
        const id = row[owner];
        if (id === null) continue;
        const known = byOwner.get(id);
        if (known === undefined) byOwner.set(id, new Set([row.kind]));
        else known.add(row.kind);
      }
    }
    return byOwner;
  });
  return { has: (ownerId, kind) => kinds().get(ownerId)?.has(kind) ?? false };
}
