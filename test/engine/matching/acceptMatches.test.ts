import { describe, expect, it } from "vitest";
import { saveRule } from "#engine/checks/rules.ts";
import type { Context } from "#engine/context.ts";
import { acceptMatches } from "#engine/matching/acceptMatches.ts";
import { keepMatches } from "#engine/matching/keptMatches.ts";
import type { ApiInput } from "#shared/api/contract.ts";
import type { MatchPlanView } from "#shared/api/matching.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type EngineDesk, engineDesk } from "#test/engine/support/engineDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const year = { fiscalYear: 2022, projectId: null } as const;
const everything = { ...year, band: null, search: "", from: 0, count: 100 } as const;
const talkies = "03100220011107721656";

/** The sample with its export imported: four sure matches, one that a draft waits for, five without a contract. */
async function office(): Promise<EngineDesk> {
  const engine = engineDesk({ clock: testClock(), folder: testFolder() });
  const file = engine.grant("a.jingfei");
  await engine.ask("ledger.create", { file, sample: true, officeName: "", officer: "王经办", year: 2022 });
  const { id } = await engine.ask("invoices.previewImport", {
    source: { file: engine.grant("示例_全量发票查询导出结果.xlsx") },
    said: null,
    fixes: [],
  });
  await engine.ask("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: null });
  return engine;
}

const list = (engine: EngineDesk, wanted: Partial<ApiInput<"matching.list">> = {}) =>
  engine.ask("matching.list", { ...everything, ...wanted });

async function accept(
  engine: EngineDesk,
  picks: ApiInput<"matching.preview">,
  names: ApiInput<"matching.accept">["names"] = [],
) {
  const plan = await engine.ask("matching.preview", picks);
  const done = await engine.ask("matching.accept", { ...picks, planHash: plan.planHash, names });
  return { plan, done };
}

const sure = { sureOf: year, picks: [] };

describe("the invoices that wait", () => {
  it("are listed with what they are matched to, and why", async () => {
    const engine = await office();
    const page = await list(engine);
    expect(page.total).toBe(10);
    expect([page.sums.sure.count, page.sums.ask.count, page.sums.new.count]).toEqual([4, 1, 5]);
    const rent = page.rows.find((row) => row.number === "03100220011107721655");
    expect(rent).toMatchObject({
      band: "sure",
      instalmentLabels: ["GFL-2022-004 2022年5月", "GFL-2022-004 2022年6月"],
      amountCents: 324_000,
    });
    expect(rent?.reasons.map(({ text }) => text)).toEqual([
      "销方税号与上海示例集群通信设备有限公司一致",
      "只有合同GFL-2022-004有未付期次",
      "写明2022年5月至2022年6月",
      "金额等于2期未付余额合计",
    ]);
  });

  it("come by pages, by band and by words, with the sums of all", async () => {
    const engine = await office();
    const second = await list(engine, { from: 2, count: 3 });
    expect(second.rows.map(({ number }) => number)).toEqual(
      (await list(engine)).rows.slice(2, 5).map(({ number }) => number),
    );
    expect(second.total).toBe(10);
    expect((await list(engine, { band: "ask" })).rows.map(({ number }) => number)).toEqual([talkies]);
    const found = await list(engine, { search: "gfl-2022-001" });
    expect([found.total, found.sums.sure.count]).toEqual([1, 4]);
    expect((await list(engine, { fiscalYear: 2019 })).total).toBe(0);
  });

  it("each have their other choices, the best first", async () => {
    const engine = await office();
    const [row] = (await list(engine, { search: "对讲机租赁费 2022年5月" })).rows;
    const choices = await engine.ask("matching.choices", { invoiceId: asId(row?.invoiceId ?? "") });
    expect(choices[0]?.parts.map(({ label }) => label)).toEqual(row?.instalmentLabels);
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.map(({ score }) => score)).toEqual(
      choices.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(await engine.ask("matching.choices", { invoiceId: asId("nobody") })).toEqual([]);
  });
});

describe("accepting the sure ones", () => {
  const told = ({ payments }: MatchPlanView) =>
    payments.map(({ contractNo, parts, amountCents }) => [
      contractNo,
      parts.map(({ label }) => label),
      amountCents,
    ]);

  it("makes what the preview showed, in one step that one 撤销 takes back", async () => {
    const engine = await office();
    const before = await engine.ask("payments.list", year);
    const { plan, done } = await accept(engine, sure);
    expect(told(plan)).toEqual([
      ["GFL-2022-004", ["2022年5月", "2022年6月"], 324_000],
      ["GFL-2022-002", ["2022年6月"], 221_000],
      ["GFL-2022-003", ["2022年6月"], 401_200],
      ["GFL-2022-001", ["2022年第2季度"], 5_880_000],
    ]);
    expect(done).toMatchObject({ newCount: 4, linkedCount: 0, totalCents: 6_826_200, namesLearned: 0 });
    const made = (await engine.ask("payments.list", year)).filter(({ id }) => done.paymentIds.includes(id));
    expect(made.map(({ state }) => state)).toEqual(["draft", "draft", "draft", "draft"]);
    expect(sumCents(made.map(({ amountCents }) => amountCents))).toBe(plan.totalCents);
    expect(new Set(made.flatMap(({ invoiceNumbers }) => invoiceNumbers)).size).toBe(4);
    expect(made.every(({ amountCents, allocatedCents }) => amountCents === allocatedCents)).toBe(true);

    await engine.ask("history.undo", { step: done.step ?? 0 });
    expect((await engine.ask("payments.list", year)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await list(engine)).sums.sure.count).toBe(4);
  });

  it("a second time makes nothing", async () => {
    const engine = await office();
    await accept(engine, sure);
    const { plan, done } = await accept(engine, sure);
    expect(plan).toMatchObject({ payments: [], refused: [] });
    expect(done).toMatchObject({ step: null, paymentIds: [] });
  });

  it("answers with its own step when something else was written just before", async () => {
    const { desk, ask } = await office();
    const { planHash } = await ask("matching.preview", sure);
    const here = await desk.context({ signal: new AbortController().signal, progress: () => undefined });
    const racing: Context = {
      ...here,
      write: async (action, work) => {
        await saveRule(here, { ruleId: "CON-01", severity: "warn", params: {} });
        return here.write(action, work);
      },
    };
    const { step } = await acceptMatches(racing, keepMatches(), { ...sure, planHash, names: [] });
    const preview = await ask("history.preview", { which: step ?? 0 });
    expect(preview).toMatchObject({ step: { action: "接受发票匹配" }, refusal: null });
  });

  it("is refused when the ledger is no longer the one that was previewed", async () => {
    const engine = await office();
    const { planHash } = await engine.ask("matching.preview", sure);
    await accept(engine, sure);
    const again = await engine.send("matching.accept", { ...sure, planHash, names: [] });
    expect(again).toMatchObject({ ok: false, error: { code: "conflict" } });
  });
});

describe("accepting by hand", () => {
  const idOf = async (engine: EngineDesk, number: string) =>
    asId((await list(engine, { search: number })).rows[0]?.invoiceId ?? "");

  it("gives an invoice to the payment that waited for it, once that is open to change", async () => {
    const engine = await office();
    const picks = { sureOf: null, picks: [{ invoiceId: await idOf(engine, talkies), parts: null }] };
    const waiting = async () =>
      (await engine.ask("payments.list", year)).find(({ paymentNo }) => paymentNo === "FK-2022-0019");
    const { refused } = await engine.ask("matching.preview", picks);
    expect(refused).toMatchObject([{ why: "付款单FK-2022-0019已申请该期并已审核，请先退回" }]);
    const id = asId((await waiting())?.id ?? "");
    await engine.ask("payments.step", { id, action: "return", by: "李审核", opinion: "换票", paidOn: null });
    const { plan, done } = await accept(engine, picks);
    expect(plan.payments).toMatchObject([{ paymentNo: "FK-2022-0019", amountCents: 162_000 }]);
    expect(done).toMatchObject({ newCount: 0, linkedCount: 1, paymentIds: [id] });
    expect(await waiting()).toMatchObject({ invoiceNumbers: [talkies], allocatedCents: 162_000 });
  });

  it("takes the parts the officer chose, and refuses what would break a sum", async () => {
    const engine = await office();
    const invoiceId = await idOf(engine, "03100220011107721655");
    const [best] = await engine.ask("matching.choices", { invoiceId });
    const [may] = best?.parts ?? [];
    const instalmentId = asId(may?.instalmentId ?? "");
    const part = (amountCents: number) => ({
      sureOf: null,
      picks: [{ invoiceId, parts: [{ instalmentId, amountCents }] }],
    });
    const one = await engine.ask("matching.preview", part(162_000));
    expect(one.payments).toMatchObject([{ amountCents: 162_000, parts: [{ label: "2022年5月" }] }]);
    const tooMuch = await engine.ask("matching.preview", part(162_001));
    expect(tooMuch.payments).toEqual([]);
    expect(tooMuch.refused).toMatchObject([{ invoiceId, why: "2022年5月只剩1,620.00元未付" }]);
    expect((await engine.ask("matching.preview", part(999_999))).refused[0]?.why).toContain("超过发票可付");
  });

  it("refuses an invoice without a contract, and one that is not there", async () => {
    const engine = await office();
    const invoiceId = await idOf(engine, "03100220011100456502");
    const picks = [
      { invoiceId, parts: null },
      { invoiceId: asId("nobody"), parts: null },
    ];
    const plan = await engine.ask("matching.preview", { sureOf: null, picks });
    expect(plan.payments).toEqual([]);
    expect(plan.refused.map(({ why }) => why)).toEqual([
      "这张发票已经没有可付的金额，或已不在账本中",
      "没有可付的期次，请先登记合同，或从这张发票新建付款",
    ]);
  });

  it("remembers a seller's new name only when the officer says so, with its day", async () => {
    const engine = await office();
    const invoice = (await engine.ask("invoices.list", { fiscalYear: 2022 })).find(
      ({ number }) => number === "03100220011102211538",
    );
    if (invoice === undefined) throw new Error("the invoice is not there");
    const context = await engine.desk.context({
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    const { updateRow } = await import("#engine/store/rows.ts");
    await context.write("改名", (tx) =>
      updateRow(tx, "invoice", invoice.id, { sellerName: "上海云巡科技有限公司" }),
    );
    const picks = { sureOf: null, picks: [{ invoiceId: invoice.id, parts: null }] };
    const { newNames, planHash } = await engine.ask("matching.preview", picks);
    expect(newNames).toMatchObject([
      { vendorName: "上海示例云巡设备租赁有限公司", name: "上海云巡科技有限公司", since: "2022-07-05" },
    ]);
    const [name] = newNames;
    const names = [{ vendorId: asId(name?.vendorId ?? ""), name: name?.name ?? "" }];
    expect(await engine.ask("matching.accept", { ...picks, planHash, names })).toMatchObject({
      namesLearned: 1,
    });
    const rows = (await context.rows()).vendorName.filter(({ source }) => source === "learned");
    expect(rows).toMatchObject([{ name: "上海云巡科技有限公司", validFrom: "2022-07-05", validTo: null }]);
  });
});
