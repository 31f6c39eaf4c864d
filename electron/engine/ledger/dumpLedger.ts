import { UserError } from "#shared/kernel/errors.ts";
import { documentVersion, type LedgerDocument, type TableName, tableNames } from "#shared/model/ledger.ts";
import { contentsLength } from "../store/attachments.ts";
import type { ReadableLedger } from "../store/types.ts";

/**
 * The whole ledger as one document. Rows come in the order of their ids and the change log in its own, so that equal
 * ledgers make equal documents. Refused when the attachments are more than one text can hold.
 */
export async function dumpLedger(
  ledger: ReadableLedger,
  { mostContents = usualMost }: Readonly<{ mostContents?: number }> = {},
): Promise<LedgerDocument> {
  refuseTooLarge(await contentsLength(ledger), mostContents);
  const queries = Object.fromEntries(
    tableNames.map((table) => [
      table,
      ledger.read
        .selectFrom(table)
        .selectAll()
        .orderBy(ledger.read.dynamic.ref(table === "changeLog" ? "seq" : "id")),
    ]),
  );
  // Which table has which rows is more than the type of a loop can say.
  const tables: unknown = await ledger.readTogether(queries);
  return {
    format: "jingfei-ledger",
    version: documentVersion,
    tables: tables as LedgerDocument["tables"],
  };
}

/** 300 MB of attachments as text; the rest of a ledger finds room beside them in what can be loaded again. */
const usualMost = 400_000_000;

function refuseTooLarge(contents: number, most: number): void {
  if (contents <= most) return;
  const inMegabytes = (length: number) => Math.round((length * 3) / 4 / 1e6);
  throw new UserError({
    code: "refused",
    message: `账本里的附件共 ${inMegabytes(contents)} MB，超过一份 JSON 能装下的 ${inMegabytes(most)} MB，没有导出。`,
    hint: "备份请先关闭账本，再直接复制账本文件（.jingfei）：它包含全部内容和附件。",
    details: { contents },
  });
}

/** The document as text, a line a row, so that two dumps can be compared by eye. */
export function documentText({ format, version, tables }: LedgerDocument): string {
  const tableText = (table: TableName): string => {
    const rows = tables[table].map((row) => `\n   ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(table)}: [${rows.join(",")}${rows.length === 0 ? "" : "\n  "}]`;
  };
  const head = ` "format": ${JSON.stringify(format)},\n "version": ${version},\n "tables": {\n`;
  return `{\n${head}${tableNames.map(tableText).join(",\n")}\n }\n}\n`;
}
