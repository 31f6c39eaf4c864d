import { documentVersion, type LedgerDocument } from "#shared/model/ledger.ts";
import { contractsTables } from "./everyTable/contracts.ts";
import { filingsTables } from "./everyTable/filings.ts";
import { officeTables } from "./everyTable/office.ts";
import { papersTables } from "./everyTable/papers.ts";
import { projectsTables } from "./everyTable/projects.ts";

/**
 * A ledger with a row in every table, some of them void, and the cases that are hard to bring back: a closed year, a
 * contract that renews a later one, a void payment with its allocation, allocations that hold only together.
 */
export const everyTable = (): LedgerDocument => ({
  format: "jingfei-ledger",
  version: documentVersion,
  tables: {
    ...projectsTables(),
    ...officeTables(),
    ...contractsTables(),
    ...papersTables(),
    ...filingsTables(),
  },
});
