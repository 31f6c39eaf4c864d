import { type ListWords, parseColumnMap } from "#shared/invoices/columnMap.ts";
import type { ListSource } from "../invoices/invoiceFile.ts";
import { textLimits } from "../text/textLimits.ts";
import { type Arguments, badUse } from "./args.ts";

/** How a list of invoices is to be read. */
export const listOptions = { sheet: "text", "header-row": "text", map: "text", source: "text" } as const;

/** What is said of the list on the command line. Throws `bad-request` when it cannot be understood. */
export const listWords = (args: Arguments): ListWords => {
  const map = args.text("map");
  return {
    sheet: args.text("sheet"),
    source: args.text("source"),
    headerRow: rowNumber(args.text("header-row")),
    columns: map === undefined ? undefined : parseColumnMap(map),
  };
};

function rowNumber(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,6}$/.test(given)) return Number(given);
  throw badUse("--header-row 要写表头在第几行。", "例如 --header-row 3；没有表头时写 0。");
}

/** A file or a folder; "-" stands for rows on standard input. */
export async function sourceOf(word: string): Promise<ListSource> {
  if (word !== "-") return { path: word };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunks.at(-1)?.length ?? 0;
    if (size > textLimits.fileBytes) throw badUse("标准输入的内容太长，没有读入。", "请分成几次导入。");
  }
  return { pasted: Buffer.concat(chunks) };
}
