import type { ApiParsed } from "#shared/api/contract.ts";
import type { MatchesAccepted } from "#shared/api/matching.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { MatchPlan, NewName, PlannedPayment } from "#shared/matching/plan.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { throwIfCancelled } from "../pause.ts";
import { paymentNumbers } from "../payments/paymentNumber.ts";
import { insertAllocations, removeAllocations } from "../payments/replaceAllocations.ts";
import { lastChange } from "../store/changeLog.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { draftOf } from "./draftOf.ts";
import type { Matches } from "./keptMatches.ts";
import { planFor, planView } from "./previewMatches.ts";

type Input = ApiParsed<"matching.accept">;

/**
 * Makes in one transaction, which one 撤销 takes back, what the preview showed: payments as drafts, invoices added to
 * drafts that waited for them, and the names that the officer wants remembered. Fails with `conflict` when the ledger
 * has changed so that something else would be made.
 */
export async function acceptMatches(
  context: Context,
  matchesOf: Matches,
  input: Input,
): Promise<MatchesAccepted> {
  // Worked out before the transaction, and only looked at again inside.
  await matchesOf(context, await context.facts());
  return context.write("接受发票匹配", async (tx) => {
    // A step has the number of its first entry; outside, others write in between.
    const before = await lastChange(tx);
    const facts = await context.factsIn(tx, context.clock.today());
    const plan = await planFor(context, matchesOf, facts, input);
    const view = planView(facts, plan, context.officer);
    if (view.planHash !== input.planHash) throw changed();
    const { newCount, linkedCount, totalCents } = view;
    const paymentIds = await carryOut(context, tx, facts, plan);
    const namesLearned = await learnNames(tx, plan.newNames, input.names);
    const after = await lastChange(tx);
    return {
      step: after === before ? null : before + 1,
      ...{ paymentIds, newCount, linkedCount, totalCents, namesLearned },
    };
  });
}

async function carryOut(
  context: Context,
  tx: WritableLedger,
  facts: Facts,
  { payments }: MatchPlan,
): Promise<readonly Id[]> {
  const ids: Id[] = [];
  const numberOf = await paymentNumbers(tx, new Set());
  for (const [index, planned] of payments.entries()) {
    throwIfCancelled(context.signal);
    context.progress({ done: index, total: payments.length, note: "生成付款" });
    ids.push(
      planned.draft === undefined
        ? await makeDraft(tx, facts, planned, { officer: context.officer, numberOf })
        : await addInvoice(tx, planned, planned.draft.row),
    );
  }
  return ids;
}

async function makeDraft(
  tx: WritableLedger,
  facts: Facts,
  planned: PlannedPayment,
  { officer, numberOf }: Readonly<{ officer: string; numberOf: (year: number) => string }>,
): Promise<Id> {
  const { id: _, ...draft } = draftOf(facts, planned, officer);
  const row = await insertRow(tx, "payment", {
    ...draft,
    id: newId(),
    paymentNo: numberOf(facts.projects.get(draft.projectId)?.fiscalYear ?? 0),
    state: "draft",
    reviewedBy: "",
    approvedBy: "",
    paidOn: null,
    batchId: null,
  });
  await insertAllocations(tx, row, linksOf(planned));
  return row.id;
}

/** The draft keeps its amount and its instalments, and rests on the invoice from now on. */
async function addInvoice(
  tx: WritableLedger,
  planned: PlannedPayment,
  row: Readonly<{ id: Id; amountCents: number }>,
): Promise<Id> {
  await removeAllocations(tx, row.id);
  await insertAllocations(tx, row, linksOf(planned));
  return row.id;
}

const linksOf = ({ match, parts }: PlannedPayment) =>
  parts.map(({ instalment, amountCents }) => ({
    instalmentId: instalment.row.id,
    invoiceId: match.invoice.id,
    amountCents,
  }));

async function learnNames(
  tx: WritableLedger,
  newNames: readonly NewName[],
  wanted: Input["names"],
): Promise<number> {
  const learned = newNames.filter((one) =>
    wanted.some(({ vendorId, name }) => vendorId === one.vendorId && name === one.name),
  );
  for (const { vendorId, name, since } of learned)
    await insertRow(tx, "vendorName", {
      id: newId(),
      vendorId,
      name,
      validFrom: since,
      validTo: null,
      source: "learned",
    });
  return learned.length;
}

const changed = (): UserError =>
  new UserError({
    code: "conflict",
    message: "账本在预览之后有了变化，没有生成付款。",
    hint: "请重新预览，核对后再接受。",
  });
