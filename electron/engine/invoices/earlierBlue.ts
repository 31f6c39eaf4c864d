import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { plainName } from "#shared/text/plainName.ts";
import { inChunks } from "../store/chunks.ts";
import type { ReadableLedger } from "../store/types.ts";

/**
 * The blue invoices that red ones were linked to before their import was undone, by the red number. What a person said of
 * a red invoice still holds when the very same invoice comes in again; its remark, where it names a blue one, comes first.
 */
export async function earlierBlueNumbers(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
): Promise<ReadonlyMap<string, string>> {
  const open = new Map(
    drafts
      .filter(({ isRed, blueNumber }) => isRed && blueNumber === null)
      .map((draft) => [draft.number, draft] as const),
  );
  const voided = await inChunks([...open.keys()], (numbers) =>
    ledger.read
      .selectFrom("invoice")
      .select(["number", "grossCents", "issueDate", "sellerName", "blueNumber"])
      .where("number", "in", numbers)
      .where("voidedAt", "is not", null)
      .where("isRed", "=", 1)
      .orderBy("voidedAt")
      .orderBy("id")
      .execute(),
  );
  const found = new Map<string, string>();
  for (const { number, grossCents, issueDate, sellerName, blueNumber } of voided) {
    const draft = open.get(number);
    // The last one counts, also when somebody had taken its link away.
    found.delete(number);
    const isSame =
      draft?.amounts.gross === grossCents &&
      draft.stated.issueDate === issueDate &&
      plainName(draft.stated.sellerName ?? "") === plainName(sellerName);
    if (isSame && blueNumber !== null) found.set(number, blueNumber);
  }
  return found;
}
