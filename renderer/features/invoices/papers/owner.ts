import type { Scanned } from "#shared/api/invoiceLife.ts";
import type { MissingPaper } from "#shared/api/papers.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { errorText } from "../../../app/errorText.ts";

/** The invoice that a number names. */
export type Found = Readonly<{
  /** `unknown` until the ledger has answered, `failed` when it cannot. */
  kind: "lacksPaper" | "hasPaper" | "absent" | "unknown" | "failed";
  invoiceId: Id | null;
  /** What to know before a paper is kept there, or why it cannot be known. */
  told?: string;
}>;

/** As a query gives it. */
export type Answer<Data> = Readonly<{ data: Data | undefined; error: Error | null; isPending: boolean }>;

/** It is none of those that lack a paper: the whole ledger has to be asked. */
export const isBeyondMissing = (number: string, { data }: Answer<readonly MissingPaper[]>): boolean =>
  data?.every((row) => row.number !== number) ?? false;

/** `scan` is what the whole ledger answers; null while it is not asked. */
export function ownerOf(
  number: string,
  missing: Answer<readonly MissingPaper[]>,
  scan: Answer<Scanned> | null,
): Found {
  const lacking = missing.data?.find((row) => row.number === number);
  if (lacking !== undefined) return { kind: "lacksPaper", invoiceId: lacking.id };
  if (missing.isPending || scan?.isPending === true) return { kind: "unknown", invoiceId: null };
  const failure = missing.data === undefined ? missing.error : scan?.data === undefined ? scan?.error : null;
  if (failure instanceof Error) {
    const { message, hint = "" } = errorText(failure);
    return { kind: "failed", invoiceId: null, told: `${message}${hint}` };
  }
  if (scan?.data?.kind !== "found") return { kind: "absent", invoiceId: null };
  const { id, sellerName, grossCents, status } = scan.data.invoice;
  const why = status === "void" ? "已作废，一般不留原件" : "已有原件";
  return {
    kind: "hasPaper",
    invoiceId: id,
    told: `这张发票（${sellerName}，${formatYuan(grossCents)} 元）${why}。确认后再存一份，原来的不动。`,
  };
}

/** What keeps a paper from being stored under the number. */
export const problemOf = ({ kind, told = "" }: Found, mayBeAbsent: boolean): string =>
  kind === "failed" ? told : kind === "absent" && !mayBeAbsent ? "账本里没有这个号码的发票。" : "";
