/** A cell of a sheet that one moves and types in; both from 0. */
export type Place = Readonly<{ row: number; column: number }>;
export type SheetSize = Readonly<{ rows: number; columns: number; pageRows: number }>;

/** Where a key leads from a cell, as in a spreadsheet; null when the key is none of these. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  size: SheetSize,
  ctrlKey = false,
): Place | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  if (size.rows === 0 || size.columns === 0) return null;
  switch (key) {
    case "ArrowRight":
      return { row, column: ctrlKey ? lastColumn : Math.min(lastColumn, column + 1) };
    case "ArrowLeft":
      return { row, column: ctrlKey ? 0 : Math.max(0, column - 1) };
    case "ArrowDown":
      return { row: ctrlKey ? lastRow : Math.min(lastRow, row + 1), column };
    case "ArrowUp":
      return { row: ctrlKey ? 0 : Math.max(0, row - 1), column };
    case "PageDown":
      return { row: Math.min(lastRow, row + size.pageRows), column };
    case "PageUp":
      return { row: Math.max(0, row - size.pageRows), column };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** Where typing leads to when it ends: by the key it ended with; `left` when the officer went elsewhere by mouse. */
export type Step = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "stay" | "left";

/** What is being typed into a cell, and with what it began. */
export type Typing = Readonly<{ text: string; by: "typing" | "F2" }>;
