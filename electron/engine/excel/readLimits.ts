export type ReadLimits = Readonly<{
  fileBytes: number;
  /** Unpacked size of one sheet. */
  sheetBytes: number;
  sheets: number;
  /** Unpacked size of the shared texts, which are kept in memory. */
  stringBytes: number;
  strings: number;
  /** Rows that hold something, over all sheets that are read to the end. */
  rows: number;
}>;

export const megabyte = 1_048_576;

export const defaultLimits: ReadLimits = {
  fileBytes: 200 * megabyte,
  sheetBytes: 2048 * megabyte,
  sheets: 1_000,
  stringBytes: 400 * megabyte,
  strings: 3_000_000,
  rows: 300_000,
};

/** Columns that are read: a list has some dozens. What holds something further right is refused, with the place. */
export const widestRow = 1_024;

/** Cells that merged ranges fill in one sheet: ten times those of the longest list that is read. */
export const mostFilled = 30_000_000;

/** Packing cannot shrink real rows so far; what unpacks beyond this was made to fill the memory. */
export const bombRatio = 400;
export const bombFloor = 64 * megabyte;

/** Unpacked size of a part that only tells of others: relations, the list of sheets, styles. */
export const largestPart = 64 * megabyte;

/** Files in one zip; a workbook full of pictures has some hundreds. */
export const mostEntries = 20_000;
