import { type PlainCell, type PlainRow, textCell } from "#shared/excel/plainCell.ts";
import type { UserError } from "#shared/kernel/errors.ts";
import type { TextLimits } from "./textLimits.ts";
import type { TextPlace } from "./textSource.ts";

export type RowParser = Readonly<{
  /** Takes the next piece of text. */
  push: (text: string) => void;
  /** The text has ended. Rows are handed on when they are whole. */
  end: () => void;
}>;

export type RowParserProps = Readonly<{
  /** One character. */
  delimiter: string;
  limits: TextLimits;
  /** Rows count as Excel counts them: one with line breaks in its cells is one. Rows that hold nothing are passed over. */
  row: (row: PlainRow) => void;
  /** Makes the error for a place that cannot be read for sure. */
  fault: (place: TextPlace, what: string) => UserError;
}>;

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/** Marks of damage: a character that another program could not read, one of nobody's, and bytes that are no text. */
const strange = /[\0\ufffd\ue000-\uf8ff]/;

/** "=\"2231…\"" is how some programs make Excel keep a long number. */
const keptText = /^="([^"]*)"$/;

/** Cuts text into rows of cells, in pieces of any size. Quoted cells may hold delimiters, line breaks and doubled quotes. */
export function rowParser({ delimiter, limits, row, fault }: RowParserProps): RowParser {
  const delimiterCode = delimiter.charCodeAt(0);
  let cells: (PlainCell | undefined)[] = [];
  let [rowNo, column, filled] = [1, 0, 0];
  let value = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let isStrange = false;
  let skipsLineFeed = false;

  const failing = (what: string): UserError => fault({ line: rowNo, column: column + 1 }, what);

  function add(piece: string): void {
    value = value === "" ? piece : value + piece;
    if (value.length > limits.cell) throw failing(`的内容超过${limits.cell}个字，可能是引号没有成对`);
  }

  function endCell(): void {
    if (column >= limits.columns) throw failing(`超出范围，一行最多${limits.columns}列`);
    if (value !== "") {
      if (isStrange && strange.test(value)) throw failing("有无法识别的字符，文字可能已损坏");
      if (state === "plain" && value.includes('"') && value.trimStart().startsWith('"'))
        throw failing("的引号前面有多余的空格，分不清这一格到哪里为止");
      const text = keptText.exec(value)?.[1] ?? value;
      if (text !== "") {
        cells[column] = textCell(text);
        filled = column + 1;
      }
    }
    value = "";
    state = "start";
    column += 1;
  }

  function endRow(): void {
    endCell();
    if (filled > 0) row({ rowNo, cells });
    [cells, column, filled] = [[], 0, 0];
    rowNo += 1;
  }

  /** Takes what parts cells or rows at `at`. */
  function take(code: number): void {
    if (code === delimiterCode) endCell();
    else {
      endRow();
      skipsLineFeed = code === carriageReturn;
    }
  }

  const parts = (code: number): boolean =>
    code === delimiterCode || code === lineFeed || code === carriageReturn;

  /** Inside quotes: up to the next one. */
  function takeQuoted(text: string, from: number): number {
    const end = text.indexOf('"', from);
    add(end < 0 ? text.slice(from) : text.slice(from, end));
    if (end < 0) return text.length;
    state = "closed";
    return end + 1;
  }

  /** Behind a quote: another one belongs to the cell, else the cell must end here. */
  function takeClosed(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quote) {
      add('"');
      state = "quoted";
    } else if (parts(code)) take(code);
    else throw failing("的引号后面还有文字，分不清这一格到哪里为止");
    return at + 1;
  }

  function takePlain(text: string, from: number): number {
    let end = from;
    let code = text.charCodeAt(end);
    while (end < text.length && !parts(code)) {
      end += 1;
      code = text.charCodeAt(end);
    }
    if (end > from) {
      add(text.slice(from, end));
      state = "plain";
    }
    if (end === text.length) return end;
    take(code);
    return end + 1;
  }

  function takeStart(text: string, at: number): number {
    if (text.charCodeAt(at) !== quote) return takePlain(text, at);
    state = "quoted";
    return at + 1;
  }

  return {
    push: (text) => {
      // A cell may have begun in the piece before.
      isStrange = (isStrange && value !== "") || strange.test(text);
      let at = 0;
      while (at < text.length) {
        if (skipsLineFeed) {
          skipsLineFeed = false;
          if (text.charCodeAt(at) === lineFeed) {
            at += 1;
            continue;
          }
        }
        switch (state) {
          case "start":
            at = takeStart(text, at);
            break;
          case "plain":
            at = takePlain(text, at);
            break;
          case "quoted":
            at = takeQuoted(text, at);
            break;
          case "closed":
            at = takeClosed(text, at);
            break;
          default:
            state satisfies never;
        }
      }
    },
    end: () => {
      if (state === "quoted") throw failing("的引号没有成对");
      if (column > 0 || value !== "" || state !== "start") endRow();
    },
  };
}
