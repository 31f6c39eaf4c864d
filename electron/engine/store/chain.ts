import { createHash } from "node:crypto";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import type { ReadableLedger } from "./types.ts";

/** The hash of an entry covers all of it and the hash before: nothing can be changed, taken out or put in unseen. */
export function entryHash(entry: Omit<ChangeLogEntry, "hash">): string {
  const { id, seq, at, actor, action, entity, entityId, summary, beforeJson, afterJson, previousHash } =
    entry;
  // Entries of the first shape have no step and keep the hash they were written with.
  const step = entry.step === null ? [] : [entry.step, entry.undoesStep];
  const fields = [
    ...[id, seq, at, actor, action, entity, entityId, summary, beforeJson, afterJson, previousHash],
    ...step,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

export type ChainCheck =
  | Readonly<{ kind: "whole"; entries: number }>
  | Readonly<{ kind: "broken"; seq: number; reason: "missing" | "relinked" | "changed" }>;

const pageSize = 5_000;

/** Walks the change log from its first entry and stops at the first that does not fit. */
export async function verifyChain(ledger: ReadableLedger): Promise<ChainCheck> {
  let seq = 0;
  let previousHash = "";
  for (;;) {
    const page = await ledger.read
      .selectFrom("changeLog")
      .selectAll()
      .where("seq", ">", seq)
      .orderBy("seq")
      .limit(pageSize)
      .execute();
    for (const entry of page) {
      if (entry.seq !== seq + 1) return { kind: "broken", seq: seq + 1, reason: "missing" };
      if (entry.previousHash !== previousHash) return { kind: "broken", seq: entry.seq, reason: "relinked" };
      if (entry.hash !== entryHash(entry)) return { kind: "broken", seq: entry.seq, reason: "changed" };
      seq = entry.seq;
      previousHash = entry.hash;
    }
    if (page.length < pageSize) return { kind: "whole", entries: seq };
  }
}
