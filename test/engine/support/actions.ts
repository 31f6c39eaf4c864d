import fc from "fast-check";
import { contractId } from "#engine/sample/contracts.ts";
import { projectId } from "#engine/sample/project.ts";
import { rentalId } from "#engine/sample/rentals.ts";
import type { ApiInput, RouteName } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { flowActions } from "#shared/payments/flow.ts";
import { bondDraft, supplementDraft } from "./agreementDrafts.ts";
import { acceptanceDraft, paymentDraft, segment } from "./drafts.ts";
import type { EngineDesk } from "./engineDesk.ts";

/** One thing an officer might do, whatever the ledger holds by then. */
export type Action = Readonly<{
  name: string;
  prepare: (engine: EngineDesk) => Promise<Readonly<{ route: RouteName; input: unknown }>>;
}>;

const year = { fiscalYear: 2022, projectId: null } as const;

/** The same number picks the same of what is there: sequences shrink well. */
const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const action = <Name extends RouteName>(
  route: Name,
  input: (engine: EngineDesk) => Promise<ApiInput<Name>>,
): Action => ({ name: route, prepare: async (engine) => ({ route, input: await input(engine) }) });

const number = fc.nat({ max: 1_000 });
const amount = fc.integer({ min: -20_000, max: 700_000 }).map(cents);
const contracts = (["joint", "recorders", "phones", "intercoms", "uniforms"] as const).map(contractId);

const anyAllocation = fc.record({ instalment: number, invoice: number, hasInstalment: fc.boolean(), amount });

const savePayment = fc
  .record({
    amount,
    old: fc.option(number, { nil: null }),
    parts: fc.array(anyAllocation, { maxLength: 3 }),
    days: fc.nat(200),
  })
  .map(({ amount: total, old, parts, days }) =>
    action("payments.save", async ({ ask }) => {
      const payments = await ask("payments.list", year);
      const instalments = await ask("schedule.list", year);
      const invoices = await ask("invoices.list", { fiscalYear: null });
      return paymentDraft(
        projectId,
        {
          id: old === null ? null : pick(payments, old).id,
          amountCents: total,
          requestedOn: addDays(isoDate("2022-01-10"), days),
        },
        parts.map((part) => ({
          instalmentId: part.hasInstalment ? pick(instalments, part.instalment).id : null,
          invoiceId: pick(invoices, part.invoice).id,
          amountCents: part.amount,
        })),
      );
    }),
  );

const propose = number.map((which) =>
  action("payments.save", async ({ ask }) => {
    const open = (await ask("schedule.list", year)).filter((row) => row.remainingCents > 0);
    const instalmentId = pick(open, which).id;
    return (await ask("payments.propose", { projectId, invoiceId: null, instalmentId })).draft;
  }),
);

const takeStep = fc.record({ which: number, step: fc.constantFrom(...flowActions) }).map(({ which, step }) =>
  action("payments.step", async ({ ask }) => {
    const { id } = pick(await ask("payments.list", year), which);
    return { id, action: step, by: "李主任", opinion: "试验", paidOn: isoDate("2022-07-08") };
  }),
);

const voidPayment = number.map((which) =>
  action("payments.void", async ({ ask }) => ({
    id: pick(await ask("payments.list", year), which).id,
    reason: "作废试验",
  })),
);

const saveInstalment = fc.record({ which: number, amount, deduction: amount }).map(({ which, ...given }) =>
  action("contracts.saveInstalment", async ({ ask }) => {
    const { id, label, earliestDate, dueDate } = pick(await ask("schedule.list", year), which);
    return { id, label, earliestDate, dueDate, amountCents: given.amount, deductionCents: given.deduction };
  }),
);

const applyPlan = fc
  .constantFrom(...contracts)
  .map((id) => action("contracts.applyPlan", async () => ({ contractId: id, shape: { kind: "equal" } })));

const voidContract = fc
  .constantFrom(...contracts)
  .map((id) => action("contracts.void", async () => ({ id, reason: "作废试验" })));

const anySupplement = fc
  .record({
    id: fc.constantFrom(...contracts),
    kind: fc.constantFrom(...(["amount", "price", "term", "suspend", "resume", "terminate"] as const)),
    delta: fc.oneof(amount, fc.constant(cents(0))),
    day: fc.nat(400),
    end: fc.option(fc.nat(500), { nil: null }),
    seq: number,
  })
  .map(({ id, kind, delta, day, end, seq }) =>
    action("contracts.saveSupplement", async () =>
      supplementDraft(id, {
        kind,
        supplementNo: `补-${seq}`,
        deltaCents: delta,
        effectiveOn: addDays(isoDate("2022-01-01"), day),
        newEndDate: end === null ? null : addDays(isoDate("2022-01-01"), end),
      }),
    ),
  );

const voidSupplement = fc.record({ contract: number, which: number }).map(({ contract, which }) =>
  action("contracts.voidSupplement", async ({ ask }) => {
    const { id } = pick(await ask("contracts.list", year), contract);
    const { supplements } = await ask("contracts.get", { id });
    return { id: supplements.length === 0 ? "nobody" : pick(supplements, which).id, reason: "作废试验" };
  }),
);

const changeContract = fc
  .record({ which: number, amount: fc.integer({ min: 0, max: 900_000 }), days: fc.nat(500) })
  .map(({ which, amount: sum, days }) =>
    action("contracts.saveAndPlan", async ({ ask }) => {
      const { id } = pick(await ask("contracts.list", year), which);
      return {
        ...(await ask("contracts.proposeNext", { id, kind: "renewal" })),
        id,
        state: "active",
        parentContractId: null,
        startDate: isoDate("2022-01-01"),
        endDate: addDays(isoDate("2022-01-31"), days),
        amountCents: cents(sum),
      };
    }),
  );

const moveBond = fc
  .record({
    id: fc.constantFrom(...contracts),
    kind: fc.constantFrom("receive" as const, "release" as const, "forfeit" as const),
    amount: fc.integer({ min: 0, max: 1_000 }),
    day: fc.nat(200),
  })
  .map(({ id, kind, amount: moved, day }) =>
    action("contracts.saveBond", async () =>
      bondDraft(id, {
        kind,
        amountCents: cents(moved),
        movedOn: addDays(isoDate("2022-01-01"), day),
      }),
    ),
  );

const saveSegments = fc
  .record({ quantity: fc.nat(60), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ quantity, month }) =>
    action("rentals.saveSegments", async () => ({
      rentalId: rentalId("phones"),
      segments: [
        segment("2021-12-01", "68"),
        segment(`2022-${String(month).padStart(2, "0")}-01`, String(quantity)),
      ],
    })),
  );

const saveAcceptance = fc
  .record({ id: fc.constantFrom(...contracts), deduction: amount, seq: number })
  .map(({ id, deduction, seq }) =>
    action("contracts.saveAcceptance", async ({ ask }) => {
      const own = (await ask("schedule.list", year)).filter((row) => row.contractId === id);
      const instalmentId = own.length === 0 ? null : pick(own, seq).id;
      return acceptanceDraft(id, { instalmentId, deductionCents: deduction });
    }),
  );

const adjust = fc.record({ from: number, to: number, delta: amount }).map(({ from, to, delta }) =>
  action("projects.adjust", async ({ ask }) => {
    const { budgetLines } = await ask("projects.get", { id: projectId });
    return {
      projectId,
      adjustedOn: isoDate("2022-07-01"),
      reason: "据实调剂",
      documentNo: "",
      lines: [
        { budgetLineId: pick(budgetLines, from).id, deltaCents: delta },
        { budgetLineId: pick(budgetLines, to).id, deltaCents: cents(-delta) },
      ],
    };
  }),
);

const decide = fc.record({ which: number, isAccepted: fc.boolean() }).map(({ which, isAccepted }) =>
  action("checks.decide", async ({ ask }) => ({
    findingKey: pick((await ask("checks.run", { ...year, asOf: null })).findings, which).key,
    action: isAccepted ? "accept" : "reopen",
    reason: "经会议同意",
    by: "李主任",
  })),
);

const saveRule = fc
  .constantFrom("off" as const, "hint" as const, null)
  .map((severity) => action("checks.saveRule", async () => ({ ruleId: "PAY-11", severity, params: {} })));

const importExport = fc.constant(
  action("invoices.commitImport", async ({ ask, grant }) => {
    const file = grant("示例_全量发票查询导出结果.xlsx", "read");
    return {
      previewId: (await ask("invoices.previewImport", { source: { file }, said: null, fixes: [] })).id,
      leaveOut: [],
      rememberAs: null,
    };
  }),
);

const undoImport = number.map((which) =>
  action("invoices.undoBatch", async ({ ask }) => ({
    batchId: asId(pick(await ask("invoices.batches", {}), which).id),
    reason: "撤销试验",
  })),
);

/** Whatever an officer does with the sample, payments first. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: savePayment, weight: 3 },
  { arbitrary: propose, weight: 3 },
  { arbitrary: takeStep, weight: 6 },
  { arbitrary: voidPayment, weight: 2 },
  { arbitrary: saveInstalment, weight: 2 },
  { arbitrary: decide, weight: 3 },
  applyPlan,
  { arbitrary: anySupplement, weight: 3 },
  voidSupplement,
  changeContract,
  moveBond,
  voidContract,
  saveSegments,
  saveAcceptance,
  adjust,
  saveRule,
  importExport,
  undoImport,
);
