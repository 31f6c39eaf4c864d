import { readDelimited, type TextReadOptions } from "#engine/text/readDelimited.ts";
import { bufferSource } from "#engine/text/textSource.ts";

export type ReadRow = readonly [rowNo: number, ...texts: readonly string[]];

/** Reads a text whole: each row with its number, nothing where a cell is missing. */
export async function readAllText(
  content: Buffer | string,
  options: TextReadOptions = {},
): Promise<readonly ReadRow[]> {
  const rows: ReadRow[] = [];
  await readDelimited(
    bufferSource(Buffer.from(content), "清单.csv"),
    "清单",
    () => ({
      row: ({ rowNo, cells }) => {
        rows.push([rowNo, ...Array.from(cells, (cell) => cell?.text ?? "")]);
        return true;
      },
      end: () => undefined,
    }),
    options,
  );
  return rows;
}

/** GBK of the Chinese that these tests use, since the runtime decodes it but cannot write it. */
const gbk: Readonly<Record<string, string>> = {
  发: "b7a2",
  票: "c6b1",
  号: "bac5",
  码: "c2eb",
  开: "bfaa",
  日: "c8d5",
  期: "c6da",
  价: "bcdb",
  税: "cbb0",
  合: "bacf",
  计: "bcc6",
  销: "cffa",
  方: "b7bd",
  名: "c3fb",
  称: "b3c6",
  上: "c9cf",
  海: "baa3",
  示: "cabe",
  例: "c0fd",
  服: "b7fe",
  务: "cef1",
};

export const toGbk = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text, (letter) =>
      letter < "\x80" ? Buffer.from(letter) : Buffer.from(gbk[letter] ?? "", "hex"),
    ),
  );
