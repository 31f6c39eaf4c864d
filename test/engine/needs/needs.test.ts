import { describe, expect, it } from "vitest";
import { getNeed, listNeeds } from "#engine/needs/getNeed.ts";
import { issueDue, issueNeed, saveIssue, voidIssues } from "#engine/needs/issues.ts";
import { saveNeed, voidNeed } from "#engine/needs/saveNeed.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { addYear } from "#engine/years/changeYears.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { needDraft, paymentDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { uniformOffice } from "./office.ts";

const day = isoDate("2022-07-08");
const one = decimal("1");

async function withHistory() {
  const office = await uniformOffice();
  const { context, needId, idOfStaff } = office;
  const items = [
    { staffId: await idOfStaff("网格员01"), issuedOn: isoDate("2020-06-18"), quantity: one, note: "" },
    { staffId: await idOfStaff("网格员02"), issuedOn: isoDate("2021-06-18"), quantity: one, note: "" },
  ];
  await issueNeed(await context(), { needId, paymentId: null, items });
  return office;
}

describe("uniforms for a staff list", () => {
  it("are due to whom the years are over and who never had one, with the money against the line", async () => {
    const { detail, lineId } = await withHistory();
    const { need, people, sizes, line } = await detail();
    expect(people.map(({ staff, reason, state }) => `${staff.name} ${state} ${reason}`)).toEqual([
      "网格员01 replace 2020-06-18 领取，满 2 年",
      "网格员02 notYet 2021-06-18 领取，2023 年到期",
      "网格员03 never 从未发放",
    ]);
    expect(sizes).toEqual([{ size: "L", people: 2, quantity: "2" }]);
    expect(need).toMatchObject({
      dueCount: 2,
      plannedQuantity: "2",
      plannedCents: 236_000,
      issuedQuantity: "0",
    });
    expect(line).toMatchObject({
      id: lineId,
      name: "综合整治",
      allocatedCents: 24_000_000,
      plannedCents: 236_000,
    });
  });

  it("are handed out to all who are due in one step, and to nobody a second time", async () => {
    const { context, ledger, needId, detail } = await withHistory();
    const before = await listChanges(ledger, { limit: 500 });
    await issueDue(await context(), { needId, issuedOn: day, paymentId: null, note: "夏装" });
    const { need, people, issues } = await detail();
    expect(people.map(({ state }) => state)).toEqual(["issued", "notYet", "issued"]);
    expect(need).toMatchObject({ dueCount: 0, plannedQuantity: "2", issuedQuantity: "2", leftQuantity: "0" });
    expect(issues.slice(0, 2).map(({ staffName, issuedOn, note }) => [staffName, issuedOn, note])).toEqual([
      ["网格员01", day, "夏装"],
      ["网格员03", day, "夏装"],
    ]);
    const entries = (await listChanges(ledger, { limit: 500 })).slice(0, -before.length);
    expect(entries.map((entry) => `${entry.action} ${entry.entity}`)).toEqual(
      Array(2).fill("按名单发放 needIssue"),
    );
    const again = async () => issueDue(await context(), { needId, issuedOn: day, paymentId: null, note: "" });
    expect(await failureOf(again)).toMatchObject({
      code: "refused",
      message: "“冬季工作服”本年没有应发的人员。",
    });
  });

  it("are due again when an issue is voided, and follow one that is changed", async () => {
    const { context, needId, detail } = await withHistory();
    await issueDue(await context(), { needId, issuedOn: day, paymentId: null, note: "" });
    const [first, second] = (await detail()).issues;
    if (first === undefined || second === undefined) throw new Error("nothing was issued");
    await voidIssues(await context(), { needId, ids: [first.id], reason: "没有领走" });
    await saveIssue(await context(), {
      id: second.id,
      issuedOn: isoDate("2021-12-31"),
      quantity: one,
      paymentId: null,
      note: "",
    });
    expect((await detail()).people.map(({ staff, state }) => `${staff.staffNo} ${state}`)).toEqual([
      "01 replace",
      "02 notYet",
      "03 notYet",
    ]);
  });

  it("must go to somebody of the list, and be more than nothing", async () => {
    const { context, needId, idOfStaff, detail } = await uniformOffice();
    const staffId = await idOfStaff("网格员01");
    const issue = async (item: { staffId: typeof staffId | null; quantity: string }) =>
      issueNeed(await context(), {
        needId,
        paymentId: null,
        items: [
          { staffId, issuedOn: day, quantity: one, note: "" },
          { ...item, issuedOn: day, quantity: decimal(item.quantity), note: "" },
        ],
      });
    expect((await failureOf(() => issue({ staffId: null, quantity: "1" }))).message).toBe(
      "“冬季工作服”按人配发，要写明发给谁。",
    );
    expect((await failureOf(() => issue({ staffId: asId("nobody"), quantity: "1" }))).message).toBe(
      "有一人不在人员名册中。",
    );
    expect((await failureOf(() => issue({ staffId, quantity: "0" }))).message).toBe("发放数量要大于 0。");
    expect((await detail()).issues).toEqual([]);
  });
});

describe("supplies", () => {
  it("show what is planned, handed out, left over and paid", async () => {
    const { context, projectId, lineId } = await uniformOffice();
    const draft = needDraft(projectId, {
      kind: "supplies",
      name: "反光背心",
      unitName: "件",
      unitPrice: decimal("45"),
      quantity: decimal("100"),
      perPerson: null,
      replaceYears: null,
      budgetLineId: lineId,
    });
    const needId = await saveNeed(await context(), draft);
    const paymentId = await savePayment(
      await context(),
      paymentDraft(projectId, { budgetLineId: lineId, amountCents: cents(450_000), purpose: "反光背心" }),
    );
    const items = [{ staffId: null, issuedOn: day, quantity: decimal("64"), note: "各网格" }];
    await issueNeed(await context(), { needId, paymentId, items });
    const { need, payments, linkable, people } = await getNeed(await context(), needId);
    expect(need).toMatchObject({
      dueCount: null,
      plannedCents: 450_000,
      issuedQuantity: "64",
      leftQuantity: "36",
      leftCents: 162_000,
      budgetLineName: "综合整治",
    });
    expect(payments).toMatchObject([{ id: paymentId, purpose: "反光背心", amountCents: 450_000 }]);
    expect(linkable).toEqual(payments);
    expect(people).toEqual([]);
    const all = async () => issueDue(await context(), { needId, issuedOn: day, paymentId: null, note: "" });
    expect((await failureOf(all)).message).toBe("“反光背心”本年没有应发的人员。");
  });

  it("are listed by kind and name, of their project and year", async () => {
    const { context, projectId } = await uniformOffice();
    const publicity = needDraft(projectId, {
      kind: "publicity",
      name: "宣传折页",
      perPerson: null,
      replaceYears: null,
    });
    await saveNeed(await context(), publicity);
    const list = async (scope: Parameters<typeof listNeeds>[1]) =>
      (await listNeeds(await context(), scope)).map((row) => row.name);
    expect(await list({ fiscalYear: 2022, projectId: null })).toEqual(["冬季工作服", "宣传折页"]);
    expect(await list({ fiscalYear: 2023, projectId: null })).toEqual([]);
  });
});

describe("a need", () => {
  it("stays while something of it was handed out, and goes otherwise", async () => {
    const { context, needId, projectId } = await withHistory();
    expect(
      await failureOf(async () => voidNeed(await context(), { id: needId, reason: "不要了" })),
    ).toMatchObject({
      code: "refused",
      message: "“冬季工作服”已有 2 条发放记录，不能作废。",
    });
    const other = await saveNeed(await context(), needDraft(projectId, { name: "雨衣" }));
    await voidNeed(await context(), { id: other, reason: "不要了" });
    expect((await failureOf(async () => getNeed(await context(), other))).message).toBe("找不到这项需求。");
  });

  it.each([
    ["a negative price", { unitPrice: decimal("-1") }],
    ["a negative quantity", { quantity: decimal("-1") }],
    ["nothing for each person", { perPerson: decimal("0") }],
  ])("is refused with %s", async (_, changes) => {
    const { context, projectId } = await uniformOffice();
    const save = async () => saveNeed(await context(), needDraft(projectId, changes));
    expect(await failureOf(save)).toMatchObject({
      code: "bad-request",
      message: "“冬季工作服”的数量和单价不能为负，每人配发数量要大于 0。",
    });
  });
});

describe("a need that is worth more than any office has", () => {
  it("is refused, and the list of needs is as it was", async () => {
    const { context, projectId } = await uniformOffice();
    const list = async () => listNeeds(await context(), { fiscalYear: 2022, projectId: null });
    const before = await list();
    const save = (changes: Parameters<typeof needDraft>[1]) =>
      failureOf(async () => saveNeed(await context(), needDraft(projectId, { name: "雨衣", ...changes })));
    const most = decimal("999999999999999999");
    const huge = { perPerson: null, replaceYears: null, quantity: most, unitPrice: most };
    expect((await save(huge)).message).toBe(`${most} × ${most} 的金额太大，账本记不下。`);
    const large = { ...huge, quantity: decimal("100000"), unitPrice: decimal("1000000") };
    expect((await save(large)).message).toContain("合计超过 10,000,000,000.00 元");
    expect(await list()).toEqual(before);
  });
});

describe("a need of the next year", () => {
  async function nextYear() {
    const office = await withHistory();
    const context = await office.context();
    await issueDue(context, { needId: office.needId, issuedOn: day, paymentId: null, note: "" });
    await addYear(context, { year: 2023, paymentCutoff: null });
    const projectId = await saveProject(
      context,
      projectDraft({
        ...{ code: "ZH-2023", fiscalYear: 2023 },
        startDate: isoDate("2023-01-01"),
        endDate: isoDate("2023-12-31"),
      }),
    );
    const ask = async (changes: Parameters<typeof needDraft>[1] = {}) => {
      const id = await saveNeed(context, needDraft(projectId, changes));
      return (await getNeed(context, id)).people.map(({ state, reason }) => `${state} ${reason}`);
    };
    return { ...office, projectId, ask };
  }

  it("knows what earlier years handed out of the same: nobody gets two-year clothes each year", async () => {
    const { ask } = await nextYear();
    const after = [
      "notYet 2022-07-08 领取，2024 年到期",
      "replace 2021-06-18 领取，满 2 年",
      "notYet 2022-07-08 领取，2024 年到期",
    ];
    expect(await ask()).toEqual(after);
    expect(await ask({ name: "2023年 冬季工作服" })).toEqual(after);
  });

  it("is another matter under another name or of another kind", async () => {
    const { ask } = await nextYear();
    const never = Array(3).fill("never 从未发放");
    expect(await ask({ name: "夏季工作服" })).toEqual(never);
    expect(await ask({ kind: "supplies" })).toEqual(never);
  });

  it("hands out to those alone who are due by all years, and counts as its own what it handed out", async () => {
    const { context, projectId, needId } = await nextYear();
    const id = await saveNeed(await context(), needDraft(projectId));
    const issuedOn = isoDate("2023-05-04");
    await issueDue(await context(), { needId: id, issuedOn, paymentId: null, note: "" });
    const { issues, need } = await getNeed(await context(), id);
    expect(issues.map(({ staffName }) => staffName)).toEqual(["网格员02"]);
    expect(need).toMatchObject({ dueCount: 0, issuedQuantity: "1", plannedQuantity: "1" });
    expect((await getNeed(await context(), needId)).need).toMatchObject({ issuedQuantity: "2" });
  });
});
