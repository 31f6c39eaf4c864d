import type { Brand } from "./brand.ts";

/** Identity of a row, unique among all ledgers, so that those of several offices can be brought together. */
export type Id = Brand<string, "Id">;

/** Makes an id of text known to be one, such as a value that came out of the ledger. */
export const asId = (text: string): Id => text as Id;
