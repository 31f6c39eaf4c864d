import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import type { Attachment } from "../model/attachment.ts";
import * as field from "../model/fields.ts";
import type { Invoice } from "../model/invoice.ts";
import { type FileToken, fileToken, voiding } from "./fields.ts";
import { route } from "./route.ts";

/** So many at once; a folder counts as one. */
export const mostPapersAtOnce = 500;

/**
 * What a file is by what is in it: a list of invoices to be imported, 数电票 XML (which is both, an invoice to import and
 * its paper), papers, or something that is neither.
 */
export type FileKind = "list" | "eInvoices" | "papers" | "other";

export type SortedFile = Readonly<{
  file: FileToken;
  fileName: string;
  is: FileKind;
  /** Files that are papers: more than one in a folder or a zip. */
  count: number;
  /** Why it is neither, as a sentence; else empty. */
  message: string;
}>;

/** `unreadable`: nothing was kept, somebody has to say whose paper it is. `refused`: it cannot be kept as it is. */
export type TakenResult = "linked" | "waiting" | "already" | "unreadable" | "refused";

export type TakenPaper = Readonly<{
  file: FileToken;
  /** Its name inside the folder or the zip that `file` is; null for the file itself. */
  part: string | null;
  fileName: string;
  result: TakenResult;
  /** What the paper calls its own numbers; several when several invoices are in it. */
  numbers: readonly string[];
  /** What may be its number, to be confirmed. */
  guesses: readonly string[];
  invoiceId: Id | null;
  message: string;
  /** What to do next; empty when nothing is to be done. */
  hint: string;
}>;

/** A paper in the ledger that says the number of an invoice which is not there yet. */
export type WaitingPaper = Readonly<
  Pick<Attachment, "id" | "fileName" | "mediaType" | "sizeBytes" | "addedAt" | "addedBy" | "note">
> &
  Readonly<{ number: string }>;

/** An invoice of which the ledger has no paper. */
export type MissingPaper = Readonly<
  Pick<Invoice, "id" | "number" | "type" | "sellerName" | "issueDate" | "status"> & {
    issueDate: IsoDate;
    grossCents: Cents;
    /** Of the payments that it is on. */
    paymentNos: readonly string[];
  }
>;

/** How many of the invoices issued in a year those are, and how many of them stand on payments. */
export type MissingPaperCount = Readonly<{ count: number; onPayments: number }>;

const files = z
  .array(fileToken)
  .min(1, "请选择文件")
  .max(mostPapersAtOnce, `一次最多收 ${mostPapersAtOnce} 个文件`);

const waiting = route<readonly WaitingPaper[]>();

export const paperRoutes = {
  /** Looks into files and says what each is; keeps nothing. */
  "papers.sort": route<readonly SortedFile[]>()(z.strictObject({ files })),
  /** Keeps the papers among them, each with the invoice whose number it says. */
  "papers.take": route<readonly TakenPaper[]>()(z.strictObject({ files })),
  /** Keeps one paper with the invoices that the officer names, where its own text does not say it. */
  "papers.place": route<TakenPaper>()(
    z.strictObject({
      file: fileToken,
      part: z.string().min(1).nullable(),
      numbers: z.array(field.name).min(1, "请写明发票号码").max(100, "一份文件最多对应 100 张发票"),
    }),
  ),
  "papers.waiting": waiting(z.strictObject({})),
  "papers.assign": waiting(z.strictObject({ attachmentId: field.id, invoiceId: field.id })),
  "papers.discard": waiting(voiding),
  "invoices.missingPapers": route<readonly MissingPaper[]>()(
    z.strictObject({ fiscalYear: field.fiscalYear.nullable() }),
  ),
} as const;
