import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { contractParts } from "../contracts/contractParts.ts";
import { reconcileContract, storePlan } from "../contracts/plan.ts";
import { liveRental } from "../store/rentals.ts";
import { voidRow } from "../store/rows.ts";
import { voidDevices } from "./voidDevices.ts";

/**
 * Voids a rental with its months and its devices. The plan of the contract is made anew without it. Refused while a
 * month of it is invoiced, paid or accepted.
 */
export const voidRental = (context: Context, { id, reason }: ApiParsed<"rentals.void">): Promise<void> =>
  context.write("作废月租", async (tx) => {
    const { contractId, name } = await liveRental(tx, id);
    const { rentals } = await contractParts(tx, contractId);
    const others = rentals.filter(({ rental }) => rental.id !== id);
    const plan = await reconcileContract(tx, { contractId, shape: { kind: "equal" }, rentals: others });
    const used = plan.locked.map(({ before }) => before).filter((row) => row.rentalId === id);
    const [first] = used;
    if (first !== undefined)
      throw new UserError({
        code: "refused",
        message: `“${name}”的${first.label}${used.length > 1 ? `等 ${used.length} 个月` : ""}已有发票、付款或验收，不能作废。`,
        hint: "不再租用的，请在月租表中把以后各月的数量改为 0；登记错的，请先作废那些付款和验收。",
      });
    await storePlan(tx, contractId, plan);
    await voidDevices(tx, id, reason);
    await voidRow(tx, "rental", id, reason);
  });
