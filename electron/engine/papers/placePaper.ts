import type { TakenPaper } from "#shared/api/papers.ts";
import { canonicalNumber } from "#shared/invoices/invoiceNumber.ts";
import { unreadPaper } from "#shared/invoices/invoicePaper.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { paperOf } from "../attachments/readPaper.ts";
import type { Context } from "../context.ts";
import { badFile } from "../files/openFile.ts";
import { findInvoiceByNumber } from "../store/invoices.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { keepPaper, type Outcome } from "./keepPaper.ts";
import { paperFiles } from "./paperFiles.ts";
import type { GivenFile } from "./takePapers.ts";

type Placing = GivenFile & Readonly<{ part: string | null; numbers: readonly string[] }>;

/**
 * Keeps a paper whose own text does not say it with the invoices of these numbers, or to wait for them. Fails with
 * `bad-request` for what is no number of an invoice, `bad-file` when the file is gone or cannot be kept.
 */
export async function placePaper(context: Context, placing: Placing): Promise<TakenPaper> {
  const { file, part, path, fileName } = placing;
  const source = (await paperFiles(path)).find((found) => found.part === part);
  if (source === undefined) throw badFile(part ?? fileName, "已经不在原来的地方", "请重新选择文件。");
  const paper = await paperOf(source.fileName, await source.read());
  const says = { ...unreadPaper, why: "" };
  return context.write(`指定发票原件：${source.fileName}`, async (tx) => {
    const numbers = await numbersOf(tx, placing.numbers);
    const outcomes: Outcome[] = [];
    for (const number of numbers)
      outcomes.push(await keepPaper(tx, { paper, says, number, officer: context.officer }));
    return { file, part, fileName: source.fileName, numbers, guesses: [], ...together(outcomes) };
  });
}

async function numbersOf(tx: WritableLedger, typed: readonly string[]): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (const text of typed) numbers.push(await numberOf(tx, text));
  return [...new Set(numbers)];
}

/** As the ledger has it, or as an invoice that is still to come will have it. */
async function numberOf(ledger: ReadableLedger, text: string): Promise<string> {
  const exact = text.normalize("NFKC").trim();
  if ((await findInvoiceByNumber(ledger, exact)) !== undefined) return exact;
  const number = canonicalNumber(text);
  if (number !== undefined) return number;
  throw new UserError({
    code: "bad-request",
    message: `“${text}”不是发票号码。`,
    hint: "数电票是 20 位；较早的发票请把 10 位或 12 位代码和 8 位号码连着写。",
  });
}

/** Of several invoices the first that asks for something speaks for all. */
function together(outcomes: readonly Outcome[]): Outcome {
  const [first, ...others] = outcomes;
  if (first === undefined) throw new Error("no number was given");
  if (others.length === 0) return first;
  const telling =
    outcomes.find(({ result }) => result === "refused") ?? outcomes.find(({ hint }) => hint !== "") ?? first;
  return { ...telling, message: outcomes.map(({ message }) => message).join("") };
}
