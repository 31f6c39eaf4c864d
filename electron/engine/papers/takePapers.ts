import type { FileToken } from "#shared/api/fields.ts";
import type { TakenPaper } from "#shared/api/papers.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { type Paper, paperOf } from "../attachments/readPaper.ts";
import type { Context } from "../context.ts";
import { throwIfCancelled } from "../pause.ts";
import { openPdfReader, type PdfReader } from "../pdf/readPdfText.ts";
import { invoicesByNumbers } from "../store/invoices.ts";
import type { WritableLedger } from "../store/types.ts";
import { keepPaper } from "./keepPaper.ts";
import { type PaperFile, paperFiles } from "./paperFiles.ts";
import { ownerOfPaper } from "./paperPlan.ts";
import { type PaperRead, readPaper } from "./readPaper.ts";

/** A file that the officer gave, by the token that the answer names it by. */
export type GivenFile = Readonly<{ file: FileToken; path: string; fileName: string }>;

type Place = Pick<TakenPaper, "file" | "part" | "fileName">;
type Read = Place & (Readonly<{ paper: Paper; says: PaperRead }> | Readonly<{ error: UserError }>);

/** They are held in memory until all of them were read: a cancelled or failed reading leaves nothing behind. */
const mostTogether = 200 * 1_048_576;

/**
 * Keeps papers of invoices with the invoice whose number they say, in one transaction; what became of each file is
 * answered in its order. Nothing of it fails the whole, except that the officer cancels.
 */
export async function takePapers(
  context: Context,
  given: readonly GivenFile[],
): Promise<readonly TakenPaper[]> {
  const reads = await readAll(context, given);
  if (!reads.some((read) => "paper" in read)) return reads.map(untaken);
  return context.write(`收发票原件 ${reads.length} 份`, async (tx) => {
    const invoices = await knownInvoices(tx, reads);
    const taken: TakenPaper[] = [];
    for (const read of reads) {
      throwIfCancelled(context.signal);
      taken.push("error" in read ? untaken(read) : await keep(tx, read, invoices, context.officer));
    }
    return taken;
  });
}

async function readAll(context: Context, given: readonly GivenFile[]): Promise<readonly Read[]> {
  const found = await Promise.all(given.map(filesIn));
  const files = found.flat();
  const pdf = openPdfReader();
  const reads: Read[] = [];
  let size = 0;
  try {
    for (const [index, { place, source }] of files.entries()) {
      throwIfCancelled(context.signal);
      context.progress({ done: index, total: files.length, note: `正在读取“${place.fileName}”` });
      const read =
        "error" in source ? { ...place, error: source.error } : await readOne(place, source, pdf, context);
      size += "paper" in read ? read.paper.bytes.length : 0;
      reads.push("paper" in read && size > mostTogether ? { ...place, error: tooMuch() } : read);
    }
  } finally {
    await pdf.close();
  }
  return reads;
}

type Found = Readonly<{ place: Place; source: PaperFile | Readonly<{ error: UserError }> }>;

async function filesIn({ file, path, fileName }: GivenFile): Promise<readonly Found[]> {
  try {
    const files = await paperFiles(path);
    if (files.length === 0) throw nothingInside();
    return files.map((source) => ({ place: { file, part: source.part, fileName: source.fileName }, source }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ place: { file, part: null, fileName }, source: { error } }];
  }
}

/** Reads one file. What is wrong with it is told in its place; only a cancelled reading ends all. */
async function readOne(place: Place, source: PaperFile, pdf: PdfReader, { signal }: Context): Promise<Read> {
  try {
    const paper = await paperOf(place.fileName, await source.read());
    return { ...place, paper, says: await readPaper(paper, pdf, signal) };
  } catch (error) {
    if (!(error instanceof UserError) || error.code === "cancelled") throw error;
    return { ...place, error };
  }
}

async function knownInvoices(tx: WritableLedger, reads: readonly Read[]) {
  const numbers = reads.flatMap((read) => ("says" in read ? read.says.guesses : []));
  return new Map((await invoicesByNumbers(tx, [...new Set(numbers)])).map((row) => [row.number, row]));
}

async function keep(
  tx: WritableLedger,
  { paper, says, ...place }: Extract<Read, { paper: Paper }>,
  invoices: Awaited<ReturnType<typeof knownInvoices>>,
  officer: string,
): Promise<TakenPaper> {
  const owner = ownerOfPaper(place.fileName, says, (number) => invoices.get(number));
  if ("number" in owner) {
    const outcome = await keepPaper(tx, { paper, says, number: owner.number, officer });
    return { ...place, numbers: [owner.number], guesses: [], ...outcome };
  }
  const { guesses, message, hint } = owner;
  return { ...place, numbers: says.numbers, guesses, invoiceId: null, result: "unreadable", message, hint };
}

function untaken(read: Read): TakenPaper {
  if (!("error" in read)) throw new Error(`“${read.fileName}” was read and not kept`);
  const { error, ...place } = read;
  return {
    ...place,
    result: "refused",
    numbers: [],
    guesses: [],
    invoiceId: null,
    // Its name stands before it.
    message: `${error.message.replace(`文件“${place.fileName}”`, "").replace(/。$/, "")}。`,
    hint: error.hint ?? "",
  };
}

const nothingInside = (): UserError =>
  new UserError({ code: "bad-file", message: "里面没有文件。", hint: "请重新选择。" });

const tooMuch = (): UserError =>
  new UserError({
    code: "bad-file",
    message: "一次收的文件合计超过 200 MB，这个没有收。",
    hint: "请把还没有收的文件再放进来一次。",
  });
