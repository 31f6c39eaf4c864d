import type { ApiParsed } from "#shared/api/contract.ts";
import type { Rental } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { reconcileContract, storePlan } from "../contracts/plan.ts";
import { savePart } from "../saveRow.ts";
import { liveRental } from "../store/rentals.ts";

/**
 * Registers a group of devices of a contract, or changes its words. The months of a new one come with its segments;
 * counting by days instead of whole months makes the open months anew.
 */
export const saveRental = (context: Context, input: ApiParsed<"rentals.save">): Promise<Rental> =>
  context.write(input.id === null ? "新增月租" : "修改月租", async (tx) => {
    const before = input.id === null ? undefined : await liveRental(tx, input.id);
    const rental = await liveRental(tx, await savePart(tx, "rental", input));
    if (before !== undefined && before.proration !== rental.proration) {
      const { contractId } = rental;
      await storePlan(tx, contractId, await reconcileContract(tx, { contractId, shape: { kind: "equal" } }));
    }
    return rental;
  });
