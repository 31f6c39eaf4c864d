import { describe, expect, it } from "vitest";
import { saveRule } from "#engine/checks/rules.ts";
import { saveContract } from "#engine/contracts/saveContract.ts";
import { voidContract } from "#engine/contracts/voidContract.ts";
import { historyOfRecord, latestHistory } from "#engine/history/getHistory.ts";
import { previewUndo, undoStep } from "#engine/history/undo.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { updateRow } from "#engine/store/rows.ts";
import { addYear } from "#engine/years/changeYears.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { sampleImport } from "#test/engine/payments/import/desk.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { contractDraft, paymentDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";

async function office() {
  const small = await smallOffice();
  const context = await small.context();
  const preview = (which: "undo" | "redo" | number = "undo") => previewUndo(context, { which });
  return {
    ...small,
    context,
    preview,
    undo: async (which: "undo" | "redo" | number = "undo") =>
      undoStep(context, { step: (await preview(which))?.step.step ?? 0 }),
    contracts: () => small.ledger.read.selectFrom("contract").selectAll().execute(),
  };
}

describe("撤销", () => {
  it("voids what was entered, with its parts, and brings it back by 重做", async () => {
    const { sign, undo, contracts, ledger } = await office();
    await sign();
    const undone = await undo();
    expect(undone).toMatchObject({ action: "撤销：登记合同", undoesStep: expect.any(Number) });
    expect((await contracts())[0]?.voidReason).toBe("撤销：登记合同");
    const live = () =>
      ledger.read.selectFrom("instalment").select("id").where("voidedAt", "is", null).execute();
    expect(await live()).toEqual([]);
    expect(await undo("redo")).toMatchObject({ action: "重做：登记合同" });
    expect((await contracts())[0]).toMatchObject({ voidedAt: null, voidReason: null });
    expect((await live()).length).toBeGreaterThan(0);
    expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });
  });

  it.each([-100, 100])("brings parts of either sign back by 重做 with a payment of %s", async (total) => {
    const { sign, context, undo, ledger, projectId, lineId } = await office();
    const { instalments } = await sign();
    const parts = [-300, 150, 250, -200].map((part, index) => ({
      instalmentId: instalments[index % 2]?.id ?? null,
      invoiceId: null,
      amountCents: cents(total < 0 ? part : -part),
    }));
    const draft = paymentDraft(projectId, { budgetLineId: lineId, amountCents: cents(total) }, parts);
    const id = await savePayment(context, draft);
    const live = () =>
      ledger.read.selectFrom("allocation").select("amountCents").where("paymentId", "=", id).execute();
    await undo();
    expect(await live()).toEqual([]);
    await undo("redo");
    expect(await live()).toHaveLength(parts.length);
  });

  it("brings a voided contract back", async () => {
    const { sign, context, undo, contracts } = await office();
    const { contract } = await sign();
    await voidContract(context, { id: contract.id, reason: "录错了" });
    await undo();
    expect((await contracts())[0]).toMatchObject({ voidedAt: null, voidReason: null });
  });

  it("names each step once and goes back further each time", async () => {
    const { context, undo, ledger } = await office();
    const rule = (severity: "warn" | "hint") => saveRule(context, { ruleId: "CON-01", severity, params: {} });
    await rule("warn");
    await rule("hint");
    const stored = async () =>
      (await ledger.read.selectFrom("ruleSetting").select("severity").execute()).map((row) => row.severity);
    await undo();
    expect(await stored()).toEqual(["warn"]);
    await undo();
    expect(await stored()).toEqual([]);
    await undo("redo");
    expect(await stored()).toEqual(["warn"]);
    await undo();
    expect(await stored()).toEqual([]);
  });

  it("offers no 重做 once something else was done", async () => {
    const { context, undo, preview } = await office();
    await saveRule(context, { ruleId: "CON-01", severity: "warn", params: {} });
    await undo();
    expect((await preview("redo"))?.refusal).toBeNull();
    await saveRule(context, { ruleId: "CON-02", severity: "hint", params: {} });
    expect(await preview("redo")).toBeNull();
  });
});

it("answers with its own step, whoever writes right after it", async () => {
  const { context, preview } = await office();
  await saveRule(context, { ruleId: "CON-01", severity: "warn", params: {} });
  const step = (await preview())?.step.step ?? 0;
  const { ledger } = context;
  const write: typeof ledger.write = async (change, work) => {
    const done = await ledger.write(change, work);
    await saveRule(context, { ruleId: "CON-02", severity: "hint", params: {} });
    return done;
  };
  const undone = await undoStep({ ...context, ledger: { ...ledger, write } }, { step });
  expect(undone).toMatchObject({ action: "撤销：设置规则 CON-01", undoesStep: step });
});

describe("撤销 is refused", () => {
  it("when a record was changed since, by name", async () => {
    const { sign, context, preview, ledger, projectId, lineId, vendorId } = await office();
    const { contract } = await sign();
    const step = (await preview())?.step.step ?? 0;
    const draft = contractDraft(
      { projectId, budgetLineId: lineId, vendorId },
      { id: contract.id, name: "改名" },
    );
    await saveContract(context, draft);
    const before = await ledger.read.selectFrom("changeLog").select("id").execute();
    const refused = await failureOf(() => undoStep(context, { step }));
    expect(refused).toMatchObject({ code: "refused" });
    expect(refused.message).toContain("改名");
    expect((await preview(step))?.refusal?.message).toBe(refused.message);
    expect(await ledger.read.selectFrom("changeLog").select("id").execute()).toHaveLength(before.length);
  });

  it("when others hang on the record", async () => {
    const { sign, context, preview, projectId, lineId } = await office();
    const { contract } = await sign();
    const step = (await preview())?.step.step ?? 0;
    await savePayment(
      context,
      paymentDraft(projectId, { contractId: contract.id, budgetLineId: lineId, amountCents: cents(100) }),
    );
    expect((await preview(step))?.refusal?.message).toContain("还在使用");
  });

  it("for the steps of a payment, which stay", async () => {
    const { context, preview, projectId, lineId } = await office();
    const id = await savePayment(
      context,
      paymentDraft(projectId, { budgetLineId: lineId, amountCents: cents(1) }),
    );
    await takeStep(context, { id, action: "submit", by: "王经办", opinion: "", paidOn: null });
    expect((await preview())?.refusal).toEqual({
      message: "付款的流转已经留痕，不能撤销。",
      hint: "请在付款上退回、撤回或作废，并写明意见。",
    });
  });

  it("in a closed year", async () => {
    const { context, ledger, preview, projectId } = await office();
    await saveProject(context, { ...projectDraft(), id: projectId, name: "新的名称" });
    const step = (await preview())?.step.step ?? 0;
    const year = await ledger.read.selectFrom("fiscalYear").select("id").executeTakeFirstOrThrow();
    await context.write("关账", (tx) => updateRow(tx, "fiscalYear", year.id, { state: "closed" }));
    expect((await preview(step))?.refusal?.message).toContain("已关账");
    expect((await preview())?.refusal?.message).toContain("关账和重新打开要写明原因");
  });

  it("for a new budget year, which stays, and what came before is offered with a word of it", async () => {
    const { context, undo, preview, ledger } = await office();
    await saveRule(context, { ruleId: "CON-01", severity: "warn", params: {} });
    await addYear(context, { year: 2031, paymentCutoff: null });
    const [added] = await latestHistory(context, { before: null, limit: 1 });
    const step = added?.step ?? 0;
    const refusal = (await preview(step))?.refusal;
    expect(refusal?.message).toBe("预算年度登记后不能删除，也不能作废，所以不能撤销。");
    expect(await failureOf(() => undoStep(context, { step }))).toMatchObject({ message: refusal?.message });
    expect(await preview()).toMatchObject({ passedOver: ["新增预算年度"], refusal: null });
    expect(await undo()).toMatchObject({ undoesStep: step - 1 });
    expect(await ledger.read.selectFrom("ruleSetting").select("id").execute()).toEqual([]);
  });

  it("for what is undone already and for a step that is not there", async () => {
    const { context, undo, preview } = await office();
    await saveRule(context, { ruleId: "CON-01", severity: "warn", params: {} });
    const step = (await preview())?.step.step ?? 0;
    await undo();
    expect(await failureOf(() => undoStep(context, { step }))).toMatchObject({
      message: "这一步已经撤销过了。",
    });
    expect(await failureOf(() => undoStep(context, { step: 99_999 }))).toMatchObject({ code: "not-found" });
  });
});

describe("变更记录", () => {
  it("tells of a record and its parts in the officer's words", async () => {
    const { sign, context, projectId, lineId, vendorId } = await office();
    const { contract } = await sign();
    const changes = { id: contract.id, amountCents: cents(20_000_000), payTiming: "periodEnd" } as const;
    await saveContract(context, contractDraft({ projectId, budgetLineId: lineId, vendorId }, changes));
    const steps = await historyOfRecord(context, { entity: "contract", id: contract.id, limit: 50 });
    expect(steps.map(({ action }) => action)).toEqual(["修改合同", "登记合同"]);
    const change = steps[0]?.records.find(({ entity }) => entity === "contract");
    expect(change).toMatchObject({
      kind: "change",
      label: "合同",
      name: expect.stringContaining(contract.contractNo),
    });
    expect(change?.fields).toContainEqual({
      label: "金额",
      before: expect.stringMatching(/ 元$/),
      after: "200,000.00 元",
    });
    const added = steps[1]?.records.find(({ entity }) => entity === "contract");
    expect(added?.fields).toContainEqual({ label: "供应商", before: "", after: "上海示例保洁有限公司" });
    expect(steps[1]?.records.some(({ entity }) => entity === "instalment")).toBe(true);
  });

  it("of a payment tells of the import that it came with, and that this was taken back", async () => {
    const desk = await sampleImport();
    const context = await desk.context();
    const { name } = await desk.ledger.read.selectFrom("project").select("name").executeTakeFirstOrThrow();
    const row = { 日期: "2022-05-05", 收款方: "上海示例文印店", 金额: "123.00", 用途: "打印" };
    const batch = await desk.commit([{ ...row, 项目: name }]);
    const { id } = await desk.ledger.read
      .selectFrom("payment")
      .select("id")
      .where("batchId", "=", batch.id)
      .executeTakeFirstOrThrow();
    const history = (entity: "payment" | "importBatch", of: string) =>
      historyOfRecord(context, { entity, id: of, limit: 20 });
    const [imported, ...more] = await history("payment", id);
    expect(imported?.action).toMatch(/^导入付款：/);
    expect(imported?.records.map(({ label, kind }) => [label, kind])).toEqual([
      ["导入批次", "add"],
      ["付款", "bulk"],
    ]);
    expect(more).toEqual([]);
    await desk.undo(batch.id);
    expect((await history("payment", id)).map(({ action }) => action)).toEqual([
      expect.stringMatching(/^撤销导入：/),
      imported?.action,
    ]);
    const [undone] = await history("importBatch", batch.id);
    expect(undone?.records.map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(["payment", "importBatch"]),
    );
  });

  it("of an invoice tells of the import that it came with", async () => {
    const desk = await sampleDesk();
    const context = await desk.context();
    await importInvoices(context, { path: desk.exportPath });
    const { id } = await desk.ledger.read
      .selectFrom("invoice")
      .innerJoin("importBatch", "importBatch.id", "invoice.batchId")
      .select("invoice.id")
      .orderBy("importBatch.importedAt", "desc")
      .executeTakeFirstOrThrow();
    const [imported] = await historyOfRecord(context, { entity: "invoice", id, limit: 20 });
    expect(imported?.action).toMatch(/^导入发票：/);
    expect(imported?.records.map(({ entity }) => entity)).toContain("invoice");
  });

  it("keeps another record's steps apart", async () => {
    const { sign, context, projectId } = await office();
    await sign();
    const steps = await historyOfRecord(context, { entity: "payment", id: asId("none"), limit: 50 });
    expect(steps).toEqual([]);
    const own = await historyOfRecord(context, { entity: "project", id: projectId, limit: 50 });
    expect(own.some(({ action }) => action === "新建项目")).toBe(true);
  });

  it("turns pages, and says which steps were taken back", async () => {
    const { context, undo } = await office();
    await saveRule(context, { ruleId: "CON-01", severity: "warn", params: {} });
    await undo();
    const [second, first] = await latestHistory(context, { before: null, limit: 2 });
    expect(first).toMatchObject({ undone: true, undoesStep: null });
    expect(second).toMatchObject({ undone: false, undoesStep: first?.step });
    const [older] = await latestHistory(context, { before: first?.step ?? 0, limit: 1 });
    expect(older?.step).toBeLessThan(first?.step ?? 0);
  });
});
