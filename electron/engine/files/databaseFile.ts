/** Whether a file that begins with these bytes is an SQLite database: a ledger, or another program's. */
export const startsDatabase = (bytes: Buffer): boolean =>
  bytes.toString("latin1", 0, 16) === "SQLite format 3\0";
