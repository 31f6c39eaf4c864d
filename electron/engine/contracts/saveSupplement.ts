import type { PlanPreview, SupplementPreview } from "#shared/api/agreements.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { Supplement } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { live } from "../store/found.ts";
import { voidRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { type ContractParts, contractParts } from "./contractParts.ts";
import { assertWithinFramework } from "./framework.ts";
import { plannedInstalments, previewTerms, reconcileContract, storePlan } from "./plan.ts";
import { proposedDelta } from "./supplementProposal.ts";
import { addedBp, assertSupplement, supplementNotes } from "./supplementRules.ts";

type Draft = ApiParsed<"contracts.saveSupplement">;

const present = { kind: "present" } as const;

const besides = ({ supplements }: ContractParts, id: Id | null): readonly Supplement[] =>
  supplements.filter((row) => row.id !== id);

const asRow = (draft: Draft): Supplement => ({
  ...draft,
  id: draft.id ?? asId("new"),
  voidedAt: null,
  voidReason: null,
});

/** What a supplement would do to sum, term and plan; without a difference in money it proposes one. Nothing is written. */
export async function previewSupplement(
  context: Context,
  { partCents, deltaCents, ...draft }: ApiParsed<"contracts.previewSupplement">,
): Promise<SupplementPreview> {
  const { ledger } = context;
  const parts = await contractParts(ledger, draft.contractId);
  const others = besides(parts, draft.id);
  const planned = await plannedInstalments(ledger, parts);
  const supplement = asRow({
    ...draft,
    deltaCents:
      deltaCents ?? proposedDelta({ ...parts, supplements: others }, planned, { ...draft, partCents }),
  });
  assertSupplement(parts, supplement, others);
  const supplements = [...others, supplement];
  const { preview } = await previewTerms(ledger, draft.contractId, { supplements });
  return {
    ...preview,
    deltaCents: supplement.deltaCents,
    addedBp: addedBp(parts, supplements),
    notes: supplementNotes(parts, supplement, supplements, preview.offCents),
  };
}

/** Saves a supplement and brings the plan in line; what is invoiced, paid or accepted stays. */
export async function saveSupplement(context: Context, draft: Draft): Promise<Id> {
  return context.write(draft.id === null ? "登记补充协议" : "修改补充协议", async (tx) => {
    const { contractId } = draft;
    const parts = await contractParts(tx, contractId);
    const others = besides(parts, draft.id);
    assertSupplement(parts, asRow(draft), others);
    const supplements = [...others, asRow(draft)];
    const plan = await reconcileContract(tx, { contractId, shape: present, supplements });
    await savePart(tx, "supplement", draft);
    await storePlan(tx, contractId, plan);
    await assertWithinFramework(tx, contractId);
    return contractId;
  });
}

/** What the plan would be without a supplement. */
export async function previewVoidSupplement(
  context: Context,
  { id }: Readonly<{ id: Id }>,
): Promise<PlanPreview> {
  const { contractId } = await liveSupplement(context.ledger, id);
  const supplements = await withoutSupplement(context.ledger, contractId, id);
  const { preview } = await previewTerms(context.ledger, contractId, { supplements });
  return preview;
}

export async function voidSupplement(
  context: Context,
  { id, reason }: ApiParsed<"contracts.voidSupplement">,
): Promise<Id> {
  return context.write("作废补充协议", async (tx) => {
    const { contractId } = await liveSupplement(tx, id);
    const supplements = await withoutSupplement(tx, contractId, id);
    const plan = await reconcileContract(tx, { contractId, shape: present, supplements });
    await voidRow(tx, "supplement", id, reason);
    await storePlan(tx, contractId, plan);
    await assertWithinFramework(tx, contractId);
    return contractId;
  });
}

/** The others must still make sense: a resumption does not without its suspension. */
async function withoutSupplement(
  ledger: ReadableLedger,
  contractId: Id,
  id: Id,
): Promise<readonly Supplement[]> {
  const parts = await contractParts(ledger, contractId);
  const left = besides(parts, id);
  for (const row of left) assertSupplement(parts, row, besides({ ...parts, supplements: left }, row.id));
  return left;
}

const liveSupplement = async (ledger: ReadableLedger, id: Id): Promise<Supplement> =>
  live(
    await ledger.read.selectFrom("supplement").selectAll().where("id", "=", id).executeTakeFirst(),
    "这份补充协议",
  );
