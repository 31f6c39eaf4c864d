import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { saveAndPlan, saveContract } from "#engine/contracts/saveContract.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { verifyChain } from "#engine/store/chain.ts";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { contractDraft, lineDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { ask } from "#test/engine/support/paying.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

const plan = ({ instalments }: ContractDetail) =>
  instalments.map(({ label, amountCents, earliestDate }) => [label, amountCents, earliestDate]);

describe("a new contract gets its plan at once", () => {
  it("by quarters, the remainder with the last", async () => {
    const { sign } = await smallOffice();
    const detail = await sign({ amountCents: cents(10_000_001) });
    expect(plan(detail)).toEqual([
      ["2022年第1季度", 2_500_000, "2022-04-01"],
      ["2022年第2季度", 2_500_000, "2022-07-01"],
      ["2022年第3季度", 2_500_000, "2022-10-01"],
      ["2022年第4季度", 2_500_001, "2023-01-01"],
    ]);
    expect(detail.contract).toMatchObject({ totalCents: 10_000_001, plannedCents: 10_000_001, paidCents: 0 });
  });

  it("all at once", async () => {
    const { sign } = await smallOffice();
    expect(plan(await sign({ kind: "oneOff" }))).toEqual([["一次性付款", 24_000_000, "2023-01-01"]]);
  });

  it("as one instalment while a contract by milestones names none", async () => {
    const { sign } = await smallOffice();
    expect(plan(await sign({ kind: "milestone" }))).toEqual([["一次性付款", 24_000_000, "2023-01-01"]]);
  });

  it("with an advance that has no day until the contract is signed", async () => {
    const { context, sign } = await smallOffice();
    const terms = { kind: "oneOff", advanceCents: cents(2_400_000) } as const;
    const { contract } = await sign({ ...terms, signedOn: null });
    const advance = async () => (await getContract(await context(), contract.id)).instalments[0];
    expect(await advance()).toMatchObject({
      ...{ label: "预付款", earliestDate: null, dueDate: null },
      ...{ status: "blocked", waitsFor: "signing" },
    });
    const signedOn = isoDate("2022-01-04");
    await saveAndPlan(await context(), contractDraft(contract, { ...terms, id: contract.id, signedOn }));
    expect(await advance()).toMatchObject({ earliestDate: "2022-01-04", waitsFor: null });
  });

  it("with advance and retention beside the periods", async () => {
    const { sign } = await smallOffice();
    const detail = await sign({
      kind: "oneOff",
      advanceCents: cents(2_400_000),
      retentionBp: 500,
      releaseDate: isoDate("2023-06-30"),
    });
    expect(plan(detail)).toEqual([
      ["预付款", 2_400_000, "2021-12-28"],
      ["一次性付款", 20_400_000, "2023-01-01"],
      ["质保金", 1_200_000, "2023-06-30"],
    ]);
  });

  it.each([
    ["is paid as needed", { kind: "asNeeded" as const }],
    ["is a framework", { kind: "framework" as const }],
    ["has no sum", { amountCents: null }],
  ])("but none when it %s", async (_, changes) => {
    const { sign } = await smallOffice();
    const { contract, instalments } = await sign(changes);
    expect(instalments).toEqual([]);
    expect(contract).toMatchObject({ plannedCents: 0, overdueCount: 0 });
  });

  it("that adds up to its sum, whatever its kind, term and sum", async () => {
    const { sign, ledger } = await smallOffice();
    const day = fc
      .tuple(
        fc.integer({ min: 2021, max: 2023 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, date]) =>
        isoDate(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`),
      );
    const kind = fc.constantFrom(
      "quarterly" as const,
      "monthly" as const,
      "oneOff" as const,
      "milestone" as const,
    );
    const term = fc.tuple(day, day).filter(([from, to]) => from <= to);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        kind,
        term,
        async (amount, of, [from, to]) => {
          count += 1;
          const { instalments, contract } = await sign({
            contractNo: `HT-${count}`,
            kind: of,
            amountCents: cents(amount),
            startDate: from,
            endDate: to,
          });
          expect(sumCents(instalments.map((row) => row.amountCents))).toBe(amount);
          expect(contract.plannedCents).toBe(amount);
          expect([instalments[0]?.periodFrom, instalments.at(-1)?.periodTo]).toEqual([from, to]);
          expect(new Set(instalments.map((row) => row.seq)).size).toBe(instalments.length);
        },
      ),
      { numRuns: 25 },
    );
    expect((await verifyChain(ledger)).kind).toBe("whole");
  });
});

describe("a contract that is there", () => {
  it("keeps its plan when its sum changes, until the plan is applied", async () => {
    const { context, sign, projectId, lineId: budgetLineId, vendorId } = await smallOffice();
    const { contract, instalments } = await sign();
    const draft = contractDraft(
      { projectId, budgetLineId, vendorId },
      { id: contract.id, amountCents: cents(4) },
    );
    await saveContract(await context(), draft);
    const changed = await getContract(await context(), contract.id);
    expect(changed.contract).toMatchObject({ totalCents: 4, plannedCents: 24_000_000 });
    expect(changed.instalments).toEqual(instalments);
  });

  it("is listed under its project, by number", async () => {
    const { context, sign, projectId } = await smallOffice();
    await sign({ contractNo: "B" });
    await sign({ contractNo: "A" });
    const numbers = async (scope: Parameters<typeof listContracts>[1]) =>
      (await listContracts(await context(), scope)).map((row) => row.contractNo);
    expect(await numbers({})).toEqual(["A", "B"]);
    expect(await numbers({ fiscalYear: 2022, projectId })).toEqual(["A", "B"]);
    expect(await numbers({ fiscalYear: 2023, projectId: null })).toEqual([]);
    expect(await numbers({ projectId: asId("other") })).toEqual([]);
  });
});

const draftFor = ({ projectId, budgetLineId, vendorId }: ContractDetail["contract"]) =>
  contractDraft({ projectId, budgetLineId, vendorId });

describe("a contract is refused", () => {
  it.each([
    [
      "ends before it begins",
      { endDate: isoDate("2021-12-31") },
      "合同结束日期 2021-12-31 早于开始日期 2022-01-01。",
    ],
    [
      "is worth more than any office has",
      { amountCents: cents(1_000_000_000_001) },
      "合同的“金额”：金额超过 100 亿元，是否多写了几位。",
    ],
    [
      "is to last for 180 years",
      { endDate: isoDate("2202-12-31") },
      "合同期限 2022-01-01 至 2202-12-31 超过 50 年。",
    ],
    [
      "keeps back more than it is worth",
      { advanceCents: cents(23_000_000), retentionBp: 500 },
      "预付款与质保金合计大于合同金额240,000.00元。",
    ],
    ["has no number", { contractNo: "  " }, "合同的“合同编号”：不能为空。"],
  ])("when it %s, and nothing of it stays", async (_, changes, message) => {
    const { sign, context } = await smallOffice();
    expect(await failureOf(() => sign(changes))).toMatchObject({ code: "bad-request", message });
    expect(await listContracts(await context(), {})).toEqual([]);
  });

  it("when its number is taken", async () => {
    const { sign } = await smallOffice();
    await sign();
    expect(await failureOf(() => sign())).toMatchObject({
      code: "conflict",
      message: "合同的“合同编号”与已有的一条重复，没有保存。",
    });
  });

  it("when its budget line is another project's", async () => {
    const { context, sign } = await smallOffice();
    const other = await saveProject(await context(), projectDraft({ code: "OTHER" }));
    await saveBudgetLine(await context(), lineDraft(other, { name: "别的" }));
    const foreign = idOf((await getProject(await context(), other)).budgetLines[0]);
    expect((await failureOf(() => sign({ budgetLineId: foreign }))).message).toBe(
      "预算明细“别的”不属于所选的项目。",
    );
  });

  it("when it comes from itself, at once or by way of others", async () => {
    const { context, sign } = await smallOffice();
    const first = (await sign({ contractNo: "HT-1" })).contract;
    const second = (await sign({ contractNo: "HT-2", parentContractId: first.id })).contract;
    const third = (await sign({ contractNo: "HT-3", parentContractId: second.id })).contract;
    const from = async (id: Id, contractNo: string, parentContractId: Id) =>
      saveContract(await context(), { ...draftFor(first), id, contractNo, parentContractId });
    expect(await failureOf(() => from(first.id, "HT-1", first.id))).toMatchObject({
      code: "bad-request",
      message: "合同不能把自己作为框架合同或上一期合同。",
    });
    expect((await failureOf(() => from(first.id, "HT-1", third.id))).message).toBe(
      "合同HT-1本来就出自这份合同，不能再作为它的框架合同或上一期合同。",
    );
    expect(await from(third.id, "HT-3", first.id)).toBe(third.id);
  });

  it("as a draft again while something is asked for or paid on it", async () => {
    const { context, sign, projectId, lineId } = await smallOffice();
    const { contract, instalments } = await sign();
    const paymentId = await ask(await context(), { projectId, lineId, instalment: instalments[0] });
    const back = async () =>
      saveContract(await context(), { ...draftFor(contract), id: contract.id, state: "draft" });
    expect(await failureOf(back)).toMatchObject({
      code: "refused",
      message: "合同HT-1已有付款FK-2022-0001，不能改回草稿。",
    });
    expect((await getContract(await context(), contract.id)).contract.state).toBe("active");
    await voidPayment(await context(), { id: paymentId, reason: "登记错" });
    await back();
    expect((await getContract(await context(), contract.id)).contract.state).toBe("draft");
  });
});
