import { describe, expect, it } from "vitest";
import { getProject } from "#engine/projects/getProject.ts";
import {
  removePolicy,
  saveBudgetLine,
  saveFunding,
  saveIndicator,
  savePolicy,
  saveSection,
  voidPart,
} from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { cents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

describe("资金来源", () => {
  const source = (scope: "total" | "annual", kind: "fiscal" | "carryOver" | "other", amount: number) => ({
    scope,
    kind,
    amountCents: cents(amount),
  });

  it("are replaced: new ones added, known ones changed, others taken away", async () => {
    const { context, projectId, ledger } = await smallOffice();
    const save = async (...sources: readonly ReturnType<typeof source>[]) => {
      await saveFunding(await context(), { projectId, sources: [...sources] });
      const { funding } = await getProject(await context(), projectId);
      return funding.map(({ scope, kind, amountCents }) => `${scope} ${kind} ${amountCents}`).toSorted();
    };
    expect(await save(source("annual", "fiscal", 100), source("annual", "other", 5))).toEqual([
      "annual fiscal 100",
      "annual other 5",
    ]);
    expect(await save(source("annual", "fiscal", 80), source("total", "fiscal", 80))).toEqual([
      "annual fiscal 80",
      "total fiscal 80",
    ]);
    const [latest] = await listChanges(ledger, { limit: 1, entity: "fundingSource" });
    expect(latest).toMatchObject({ action: "修改资金来源", afterJson: null });
    expect(await save()).toEqual([]);
  });

  it("named twice are refused as a whole", async () => {
    const { context, projectId } = await smallOffice();
    const twice = [source("annual", "fiscal", 1), source("annual", "fiscal", 2)];
    const failure = await failureOf(async () => saveFunding(await context(), { projectId, sources: twice }));
    expect(failure.code).toBe("conflict");
    expect((await getProject(await context(), projectId)).funding).toEqual([]);
  });
});

describe("预算明细", () => {
  it("must come to quantity × price × periods, to the cent", async () => {
    const { context, projectId } = await smallOffice();
    const counted = {
      name: "巡查记录仪月租",
      quantity: decimal("26"),
      unitPrice: decimal("85"),
      periods: decimal("12"),
    };
    const wrong = lineDraft(projectId, { ...counted, amountCents: cents(2_652_001) });
    expect(await failureOf(async () => saveBudgetLine(await context(), wrong))).toMatchObject({
      code: "refused",
      message: "“巡查记录仪月租”的测算金额应为26,520.00元，填写的是26,520.01元。",
    });
    await saveBudgetLine(await context(), { ...wrong, amountCents: cents(2_652_000) });
    const { budgetLines } = await getProject(await context(), projectId);
    expect(budgetLines.map((line) => line.amountCents)).toContain(2_652_000);
  });

  it("without a price is a lump sum; without periods there is one", async () => {
    const { context, projectId } = await smallOffice();
    const lump = lineDraft(projectId, { quantity: decimal("3"), amountCents: cents(7) });
    await saveBudgetLine(await context(), lump);
    const once = { ...lump, unitPrice: decimal("0.335"), amountCents: cents(101) };
    expect(await saveBudgetLine(await context(), once)).toBe(projectId);
  });

  it("stays with its project", async () => {
    const { context, projectId, lineId } = await smallOffice();
    const other = await saveProject(await context(), projectDraft({ code: "OTHER" }));
    const moved = lineDraft(other, { id: lineId });
    expect(await failureOf(async () => saveBudgetLine(await context(), moved))).toMatchObject({
      code: "refused",
      message: "这条预算明细属于另一个项目，没有保存。",
    });
    expect((await getProject(await context(), projectId)).budgetLines).toHaveLength(1);
  });

  it("is voided with a reason, unless a contract hangs on it", async () => {
    const { context, projectId, lineId, sign } = await smallOffice();
    await saveBudgetLine(await context(), lineDraft(projectId, { seq: 2, name: "宣传" }));
    const [, second] = (await getProject(await context(), projectId)).budgetLines;
    await voidPart(await context(), "budgetLine", { id: idOf(second), reason: "并入其他明细" });
    const names = (await getProject(await context(), projectId)).budgetLines.map((line) => line.name);
    expect(names).toEqual(["综合整治"]);
    await sign();
    const failure = await failureOf(async () =>
      voidPart(await context(), "budgetLine", { id: lineId, reason: "不要了" }),
    );
    expect(failure).toMatchObject({ code: "refused", message: expect.stringContaining("合同 HT-1") });
  });
});

describe("indicators, policies and the statement", () => {
  const indicator = {
    id: null,
    seq: 1,
    level1: "产出指标",
    level2: "数量指标",
    name: "巡查次数",
    valueText: "≥30次",
    weight: decimal("10"),
    baseValue: "",
    evidence: "",
    budgetLineId: null,
  };
  const policy = {
    id: null,
    seq: 1,
    title: "关于加强治理的意见",
    documentNo: "沪府〔2021〕1号",
    content: "",
  };

  it("are saved, changed and voided or removed", async () => {
    const { context, projectId } = await smallOffice();
    const now = async () => getProject(await context(), projectId);
    await saveIndicator(await context(), { ...indicator, projectId });
    const first = idOf((await now()).indicators[0]);
    await saveIndicator(await context(), { ...indicator, projectId, id: first, valueText: "≥40次" });
    expect((await now()).indicators).toMatchObject([{ id: first, valueText: "≥40次" }]);
    expect(await voidPart(await context(), "indicator", { id: first, reason: "重复" })).toBe(projectId);
    expect((await now()).indicators).toEqual([]);

    await savePolicy(await context(), { ...policy, projectId });
    const basis = idOf((await now()).policies[0]);
    await savePolicy(await context(), { ...policy, projectId, id: basis, title: "新意见" });
    expect((await now()).policies).toMatchObject([{ id: basis, title: "新意见" }]);
    expect(await removePolicy(await context(), { id: basis })).toBe(projectId);
    expect((await now()).policies).toEqual([]);

    const section = idOf((await now()).narrative[2]);
    expect(await saveSection(await context(), { id: section, body: "由城运中心实施。" })).toBe(projectId);
    expect((await now()).narrative.map((part) => part.body)).toEqual([
      "",
      "",
      "由城运中心实施。",
      "",
      "",
      "",
      "",
    ]);
  });

  it("cannot be changed once they are gone, nor moved to another project", async () => {
    const { context, projectId } = await smallOffice();
    await saveIndicator(await context(), { ...indicator, projectId });
    const id = idOf((await getProject(await context(), projectId)).indicators[0]);
    const other = await saveProject(await context(), projectDraft({ code: "OTHER" }));
    const codeOf = async (work: () => Promise<unknown>) => (await failureOf(work)).code;
    expect(
      await codeOf(async () => saveIndicator(await context(), { ...indicator, id, projectId: other })),
    ).toBe("refused");
    await voidPart(await context(), "indicator", { id, reason: "重复" });
    expect(await codeOf(async () => saveIndicator(await context(), { ...indicator, id, projectId }))).toBe(
      "refused",
    );
    expect(await codeOf(async () => removePolicy(await context(), { id: asId("none") }))).toBe("not-found");
    expect(await codeOf(async () => saveSection(await context(), { id: asId("none"), body: "" }))).toBe(
      "not-found",
    );
  });
});
