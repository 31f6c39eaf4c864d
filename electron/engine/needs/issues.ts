import type { ApiParsed } from "#shared/api/contract.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { NeedIssue } from "#shared/model/need.ts";
import { isDue } from "#shared/needs/personDue.ts";
import type { Context } from "../context.ts";
import { issuesOfNeed, listStaff, liveNeed } from "../store/needs.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { needSources, peopleOf } from "./views.ts";

const zero = decimal("0");
type HandedOut = ApiParsed<"needs.issue">["items"][number];

/** Records what was handed out: to persons, or to nobody in particular. */
export async function issueNeed(
  context: Context,
  { needId, paymentId, items }: ApiParsed<"needs.issue">,
): Promise<Id> {
  await context.write("登记发放", (tx) => insertIssues(tx, needId, paymentId, items));
  return needId;
}

/** Hands out to everybody who is due what is due, in one step. */
export async function issueDue(
  context: Context,
  { needId, issuedOn, paymentId, note }: ApiParsed<"needs.issueDue">,
): Promise<Id> {
  await context.write("按名单发放", async (tx) => {
    const need = await liveNeed(tx, needId);
    const sources = needSources(await context.factsIn(tx, context.clock.today()));
    const due = peopleOf(sources, need).filter(isDue);
    if (due.length === 0)
      throw new UserError({
        code: "refused",
        message: `“${need.name}”本年没有应发的人员。`,
        hint: "请先在人员名册中登记人员，或检查更换年限。",
      });
    const items = due.map(({ staff, quantity }) => ({ staffId: staff.id, issuedOn, quantity, note }));
    await insertIssues(tx, needId, paymentId, items);
  });
  return needId;
}

async function insertIssues(
  tx: WritableLedger,
  needId: Id,
  paymentId: Id | null,
  items: readonly HandedOut[],
): Promise<void> {
  const need = await liveNeed(tx, needId);
  const staff = new Set((await listStaff(tx)).map((row) => row.id));
  for (const { staffId, quantity } of items) {
    if (need.perPerson !== null && staffId === null)
      throw badIssue(`“${need.name}”按人配发，要写明发给谁。`, "请选择人员。");
    if (staffId !== null && !staff.has(staffId))
      throw badIssue("有一人不在人员名册中。", "请先登记人员，再登记发放。");
    assertQuantity(quantity);
  }
  // One by one, so that the history of each record says how it came about.
  for (const item of items) await insertRow(tx, "needIssue", { ...item, id: newId(), needId, paymentId });
}

export async function saveIssue(
  context: Context,
  { id, ...columns }: ApiParsed<"needs.saveIssue">,
): Promise<Id> {
  assertQuantity(columns.quantity);
  return context.write("修改发放记录", async (tx) => (await updateRow(tx, "needIssue", id, columns)).needId);
}

export async function voidIssues(
  context: Context,
  { needId, ids, reason }: ApiParsed<"needs.voidIssues">,
): Promise<Id> {
  await context.write("作废发放记录", async (tx) => {
    const own = new Set((await issuesOfNeed(tx, needId)).map((row) => row.id));
    for (const id of ids) {
      if (!own.has(id)) throw badIssue("有一条发放记录不属于这项需求。", "它可能已作废，请刷新后再试。");
      await voidRow(tx, "needIssue", id, reason);
    }
  });
  return needId;
}

function assertQuantity(quantity: NeedIssue["quantity"]): void {
  if (compareDecimals(quantity, zero) > 0) return;
  throw badIssue("发放数量要大于 0。", "退回的，请作废或改小原来的发放记录。");
}

const badIssue = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message, hint });
