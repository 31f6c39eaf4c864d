import type { PlanPreview } from "#shared/api/agreements.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Contract } from "#shared/model/contract.ts";
import { isTooLong, longestTermYears } from "#shared/schedule/contractTerm.ts";
import type { Context } from "../context.ts";
import { assertLineOf } from "../projects/assertLineOf.ts";
import { saveRow } from "../saveRow.ts";
import { findContract, listInstalments } from "../store/contracts.ts";
import { allocationsOfInstalments, listPayments } from "../store/payments.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { liveContract, noSuchContract } from "./contractParts.ts";
import { assertWithinFramework } from "./framework.ts";
import { previewTerms, reconcileContract, storePlan } from "./plan.ts";

type Draft = ApiParsed<"contracts.save">;

const present = { kind: "present" } as const;

/** Saves a contract. A new one gets its plan at once; a changed one keeps its own: see `saveAndPlan`. */
export async function saveContract(context: Context, draft: Draft): Promise<Id> {
  assertTerm(draft);
  return context.write(draft.id === null ? "登记合同" : "修改合同", (tx) => writeContract(tx, draft));
}

/** Writes a contract, and for a new one its plan. */
export async function writeContract(tx: WritableLedger, draft: Draft): Promise<Id> {
  assertTerm(draft);
  await assertLineOf(tx, draft.projectId, draft.budgetLineId);
  if (draft.id !== null) {
    await assertNoCircle(tx, draft.id, draft.parentContractId);
    if (draft.state === "draft") await assertMayBeDraft(tx, draft.id);
  }
  const id = await saveRow(tx, "contract", draft);
  if (draft.id === null)
    await storePlan(tx, id, await reconcileContract(tx, { contractId: id, shape: { kind: "equal" } }));
  await assertWithinFramework(tx, id);
  return id;
}

/** What a changed contract would do to its plan; nothing is written. */
export async function previewSave(context: Context, draft: Draft): Promise<PlanPreview> {
  assertTerm(draft);
  const contract = await changedContract(context.ledger, draft);
  const { preview } = await previewTerms(context.ledger, contract.id, { contract });
  return preview;
}

/** Saves a contract and brings its plan in line, shared out as it was; what is invoiced, paid or accepted stays. */
export async function saveAndPlan(context: Context, draft: Draft): Promise<Id> {
  if (draft.id === null) return saveContract(context, draft);
  assertTerm(draft);
  return context.write("修改合同和付款计划", async (tx) => {
    const contract = await changedContract(tx, draft);
    const plan = await reconcileContract(tx, { contractId: contract.id, shape: present, contract });
    const id = await writeContract(tx, draft);
    await storePlan(tx, id, plan);
    return id;
  });
}

async function changedContract(ledger: ReadableLedger, { id, ...columns }: Draft): Promise<Contract> {
  if (id === null) throw noSuchContract();
  return { ...(await liveContract(ledger, id)), ...columns };
}

function assertTerm({ startDate, endDate }: Draft): void {
  if (isTooLong(startDate, endDate))
    throw new UserError({
      code: "bad-request",
      message: `合同期限 ${startDate} 至 ${endDate} 超过 ${longestTermYears} 年。`,
      hint: "请核对开始和结束日期的年份。",
    });
  if (endDate >= startDate) return;
  throw new UserError({
    code: "bad-request",
    message: `合同结束日期 ${endDate} 早于开始日期 ${startDate}。`,
    hint: "请修改其中一个日期。",
  });
}

/** A contract comes from an earlier one; by going from one to the next it must not lead back to itself. */
async function assertNoCircle(tx: WritableLedger, id: Id, parentId: Id | null): Promise<void> {
  const seen = new Set<Id>([id]);
  for (let at = parentId; at !== null; ) {
    const parent = await findContract(tx, at);
    if (seen.has(at))
      throw new UserError({
        code: "bad-request",
        message:
          at === parentId
            ? "合同不能把自己作为框架合同或上一期合同。"
            : `合同${parent?.contractNo ?? ""}本来就出自这份合同，不能再作为它的框架合同或上一期合同。`,
        hint: "请改选另一份合同，或留空。",
      });
    seen.add(at);
    at = parent?.parentContractId ?? null;
  }
}

/** What is paid, or on its way, is bound by a signed contract: to call it a draft again would free its money. */
async function assertMayBeDraft(tx: WritableLedger, id: Id): Promise<void> {
  const before = await findContract(tx, id);
  if (before === undefined || before.state === "draft") return;
  const instalmentIds = (await listInstalments(tx, id)).map((row) => row.id);
  const settling = new Set((await allocationsOfInstalments(tx, instalmentIds)).map((row) => row.paymentId));
  const payments = (await listPayments(tx)).filter((row) => row.contractId === id || settling.has(row.id));
  const [first] = payments;
  if (first === undefined) return;
  throw new UserError({
    code: "refused",
    message: `合同${before.contractNo}已有付款${first.paymentNo}${payments.length > 1 ? `等${payments.length}笔` : ""}，不能改回草稿。`,
    hint: "付款登记错的，请先作废付款；合同不再履行的，请办理终止。",
  });
}

export async function applyPlan(context: Context, input: ApiParsed<"contracts.applyPlan">): Promise<Id> {
  return context.write("调整付款计划", async (tx) => {
    await storePlan(tx, input.contractId, await reconcileContract(tx, input));
    return input.contractId;
  });
}
