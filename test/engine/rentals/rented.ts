import { getContract } from "#engine/contracts/getContract.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { previewSegments, saveSegments } from "#engine/rentals/segments.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { segment } from "#test/engine/support/drafts.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

export type Segments = ReturnType<typeof segment>[];

export const rentalDraft = (
  contractId: Id,
  changes: Partial<ApiParsed<"rentals.save">> = {},
): ApiParsed<"rentals.save"> => ({
  id: null,
  contractId,
  name: "巡查记录仪",
  unitName: "台",
  proration: "wholeMonth",
  note: "",
  ...changes,
});

export const month = (
  name: string,
  quantity: string,
  changes: { unitPrice?: string; free?: boolean } = {},
) => ({
  month: yearMonth(name),
  terms: {
    quantity: decimal(quantity),
    unitPrice: decimal(changes.unitPrice ?? "80"),
    free: changes.free ?? false,
  },
});

/** A monthly contract that lets recorders: 26 at 80 元 would come to 24,960.00 a year. */
export async function rented(proration: "wholeMonth" | "daily" = "wholeMonth") {
  const office = await smallOffice();
  const { contract } = await office.sign({ kind: "monthly", amountCents: cents(2_496_000) });
  const contractId = contract.id;
  const rental = await saveRental(await office.context(), rentalDraft(contractId, { proration }));
  const detail = async () => getContract(await office.context(), contractId);
  const rentalId = idOf(rental);
  return {
    ...office,
    contractId,
    rentalId,
    detail,
    months: async () => (await detail()).instalments.map((row) => row.amountCents),
    /** Quantity and price of the twelve months, as the matrix shows them. */
    shown: async () => {
      const { rows } = await rentalMatrix(await office.context(), { fiscalYear: 2022, projectId: null });
      const own = rows.find((row) => row.rental.id === rentalId);
      return (own?.cells ?? []).map(({ quantity, unitPrice, free }) =>
        quantity === null ? "" : `${quantity}×${unitPrice}${free ? "免" : ""}`,
      );
    },
    preview: async (...segments: Segments) => previewSegments(await office.context(), { rentalId, segments }),
    save: async (...segments: Segments) => saveSegments(await office.context(), { rentalId, segments }),
  };
}
