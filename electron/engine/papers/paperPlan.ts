import { numberInName } from "#shared/invoices/invoicePaper.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { invoiceWords } from "#shared/words/words.ts";
import type { PaperRead } from "./readPaper.ts";

/** Whose paper it is: the number of one invoice, or nobody can tell without being told. */
export type PaperOwner =
  | Readonly<{ number: string }>
  | Readonly<{ guesses: readonly string[]; message: string; hint: string }>;

/**
 * The invoice that a paper says it is of. A number without its label needs a second witness: the name of the file, or an
 * invoice of the ledger (`known`) with the amount or the day that stand on the paper.
 */
export function ownerOfPaper(
  fileName: string,
  says: PaperRead,
  known: (number: string) => Invoice | undefined,
): PaperOwner {
  const [number, ...others] = says.numbers;
  if (number !== undefined && others.length === 0) return { number };
  if (number !== undefined) {
    return {
      guesses: says.numbers,
      message: `里面有 ${says.numbers.length} 张发票（${says.numbers.slice(0, 3).join("、")}${others.length > 2 ? " 等" : ""}），不能确定作为哪一张的原件。`,
      hint: "可以让每张发票都留下这份文件，也可以先拆成单独的文件。",
    };
  }
  const named = numberInName(fileName);
  const [guess, ...more] = says.guesses;
  if (guess !== undefined && more.length === 0 && (guess === named || isBorneOut(says, known(guess))))
    return { number: guess };
  const guesses = [...new Set([...says.guesses, ...(named === undefined ? [] : [named])])];
  return {
    guesses,
    message: `${says.why === "" ? "里面没有找到发票号码" : says.why}，没有收。`,
    hint:
      guesses.length === 0
        ? "请对照原件指定是哪一张发票。"
        : `可能是发票 ${guesses.slice(0, 3).join("、")}，请对照原件确认。`,
  };
}

const isBorneOut = ({ grossCents, issueDate }: PaperRead, invoice: Invoice | undefined): boolean =>
  invoice !== undefined && (grossCents === invoice.grossCents || issueDate === invoice.issueDate);

/** Where the paper says something else than the ledger, as sentences. */
export function differencesOf(says: PaperRead, invoice: Invoice): readonly string[] {
  const { grossCents, issueDate } = says;
  const found: string[] = [];
  if (grossCents !== undefined && grossCents !== invoice.grossCents)
    found.push(
      `票面价税合计 ${formatYuan(grossCents)} 元，账本 ${formatYuan(invoice.grossCents)} 元，不一致。`,
    );
  if (issueDate !== undefined && issueDate !== invoice.issueDate)
    found.push(`票面开票日期 ${issueDate}，账本 ${invoice.issueDate}，不一致。`);
  return found;
}

/** What is to be known of the invoice beside its paper. */
export function stateOf({ status }: Invoice): readonly string[] {
  return status === "normal" ? [] : [`这张发票的状态是“${invoiceWords[status]}”。`];
}

/** The name says another number than the paper, which counts. */
export function nameNote(fileName: string, number: string): readonly string[] {
  const named = numberInName(fileName);
  return named === undefined || named === number ? [] : [`文件名里的号码是 ${named}，以票面为准。`];
}
