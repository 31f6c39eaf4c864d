/** What importing the sample's export into the sample ledger comes to, invoice by invoice. */
export const sampleExportCounts = {
  invoices: 16,
  lines: 19,
  new: 11,
  unchanged: 2,
  changed: 1,
  conflict: 1,
  rejected: 1,
} as const;

/** The same as an import counts it: the rows of both sheets, and the refused one in each. */
export const sampleImportCounts = {
  rows: 35,
  new: 11,
  unchanged: 2,
  changed: 1,
  conflict: 1,
  rejected: 2,
} as const;
