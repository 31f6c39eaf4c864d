import type { ApiParsed } from "#shared/api/contract.ts";
import type { HistoryStep } from "#shared/api/history.ts";
import { columnOfParent, ownHistories } from "#shared/history/references.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { entriesOfLatestSteps } from "../store/changeLog.ts";
import { entriesOfRecord } from "../store/recordLog.ts";
import { stepViews } from "./views.ts";

/** More entries than a screen of steps can have: a step of a plan has dozens. */
const entriesPerStep = 20;

/** 变更记录 of a record with its parts, such as the instalments of a contract, and of its import; the latest step first. */
export async function historyOfRecord(
  { ledger }: Context,
  { entity, id, limit }: ApiParsed<"history.ofRecord">,
): Promise<readonly HistoryStep[]> {
  const asked = {
    entity,
    id: asId(id),
    column: columnOfParent(entity),
    notParts: ownHistories,
    limit: limit * entriesPerStep,
  };
  return (await stepViews(ledger, await entriesOfRecord(ledger, asked))).slice(0, limit);
}

/** The latest steps of the whole ledger. */
export const latestHistory = async (
  { ledger }: Context,
  asked: ApiParsed<"history.latest">,
): Promise<readonly HistoryStep[]> => stepViews(ledger, await entriesOfLatestSteps(ledger, asked));
