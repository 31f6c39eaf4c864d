export type TextLimits = Readonly<{
  fileBytes: number;
  /** Rows that hold something. */
  rows: number;
  /** Cells of one row. */
  columns: number;
  /** Characters of one cell: what Excel allows. */
  cell: number;
}>;

/** Ten times the longest list that was ever met, and little enough to be read without thinking of memory. */
export const textLimits: TextLimits = {
  fileBytes: 100 * 1_048_576,
  rows: 300_000,
  columns: 1_024,
  cell: 32_767,
};
