export type ReadLimits = Readonly<{
  fileBytes: number;
  /** Unpacked size of one sheet. */
  sheetBytes: number;
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
  stringBytes: 400 * megabyte,
  strings: 3_000_000,
  rows: 300_000,
};

/** Packing cannot shrink real rows so far; what unpacks beyond this was made to fill the memory. */
export const bombRatio = 400;
export const bombFloor = 64 * megabyte;

/** Files in one zip; a workbook full of pictures has some hundreds. */
export const mostEntries = 20_000;
