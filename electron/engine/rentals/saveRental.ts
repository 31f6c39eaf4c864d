import type { ApiParsed } from "#shared/api/contract.ts";
import type { Rental } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { liveRental } from "../store/rentals.ts";

/** Registers a group of devices of a contract, or changes its words. Its months come with its segments. */
export const saveRental = (context: Context, input: ApiParsed<"rentals.save">): Promise<Rental> =>
  context.write(input.id === null ? "新增月租" : "修改月租", async (tx) =>
    liveRental(tx, await savePart(tx, "rental", input)),
  );
