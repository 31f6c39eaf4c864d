import type { FoundRecord } from "#shared/api/ledger.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Enough to choose from; whoever wants more goes to the list and filters it. */
const perKind = 6;

/**
 * Contracts, payments, invoices and vendors with `text` in their number or name, the latest first and at most six of a kind.
 * Void ones are found too: their papers are still in the folder.
 */
export async function findRecords(ledger: ReadableLedger, text: string): Promise<readonly FoundRecord[]> {
  const { read } = ledger;
  const wanted = `%${text.replaceAll(/[%_]/g, "")}%`;
  const found = await ledger.readTogether({
    contract: read
      .selectFrom("contract")
      .select(["id", "contractNo as number", "name", "voidedAt"])
      .where((eb) => eb.or([eb("contractNo", "like", wanted), eb("name", "like", wanted)]))
      .orderBy("contractNo", "desc")
      .limit(perKind),
    payment: read
      .selectFrom("payment")
      .select(["id", "paymentNo as number", "purpose as name", "voidedAt"])
      .where((eb) => eb.or([eb("paymentNo", "like", wanted), eb("purpose", "like", wanted)]))
      .orderBy("paymentNo", "desc")
      .limit(perKind),
    invoice: read
      .selectFrom("invoice")
      .select(["id", "number", "sellerName as name", "voidedAt"])
      .where("number", "like", wanted)
      .orderBy("issueDate", "desc")
      .limit(perKind),
    vendor: read
      .selectFrom("vendor")
      .select(["id", "name", "voidedAt"])
      .where("name", "like", wanted)
      .orderBy("name")
      .limit(perKind),
  });
  const recordOf =
    (kind: FoundRecord["kind"]) =>
    (row: Readonly<{ id: string; number?: string; name: string; voidedAt: string | null }>): FoundRecord => ({
      kind,
      id: row.id,
      number: row.number ?? "",
      name: row.name,
      isVoid: row.voidedAt !== null,
    });
  return [
    ...found.contract.map(recordOf("contract")),
    ...found.payment.map(recordOf("payment")),
    ...found.invoice.map(recordOf("invoice")),
    ...found.vendor.map(recordOf("vendor")),
  ];
}
