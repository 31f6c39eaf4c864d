import type { LedgerVerdict } from "#shared/api/ledger.ts";
import { verifyChain } from "../store/chain.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Walks the change log from its first entry: whoever changed it by another program is found out here. */
export async function verifyLedger(ledger: ReadableLedger): Promise<LedgerVerdict> {
  const check = await verifyChain(ledger);
  switch (check.kind) {
    case "whole":
      return { entries: check.entries, problem: null };
    case "broken":
      return {
        entries: check.seq - 1,
        problem: `变更记录从第${check.seq}条起对不上，账本可能被别的程序改动过。`,
      };
  }
}
