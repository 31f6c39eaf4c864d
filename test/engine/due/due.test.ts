import { execFileSync } from "node:child_process";
import path from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { saveBudgetSettings } from "#engine/budget/settings.ts";
import { dueItems } from "#engine/due/dueItems.ts";
import { dueForm, exportDue } from "#engine/due/exportDue.ts";
import { listDue } from "#engine/due/listDue.ts";
import { type DueItem, dueWords } from "#shared/api/due.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { findingsOf } from "#test/shared/rules/checking.ts";
import { adding, changing, paymentOf, projectOf, rightRows } from "#test/shared/rules/sampleRows.ts";
import { contractOf, instalmentOf } from "#test/shared/schedule/samples.ts";

const [acceptance] = rightRows.acceptance;
if (acceptance === undefined) throw new Error("the rows have an acceptance");

const own = new Set([asId("project-1")]);

/** What is due in a ledger where everything is right, or was made wrong. */
const due = (rows: FactRows, asOf: string, soonDays = 15) =>
  dueItems(buildFacts(rows, isoDate(asOf)), { projects: own, earlier: new Set([asId("earlier")]), soonDays });

const short = (rows: FactRows, asOf: string, soonDays?: number) =>
  due(rows, asOf, soonDays).map((item) => [item.kind, item.what, item.days]);

const bond = (
  id: string,
  kind: Row<"bondMovement">["kind"],
  on: string,
  amount: number,
): Row<"bondMovement"> => ({
  id: asId(id),
  contractId: asId("contract-1"),
  kind,
  movedOn: isoDate(on),
  amountCents: cents(amount),
  instrument: "cash",
  documentNo: "",
  note: "",
  voidedAt: null,
  voidReason: null,
});

/** A framework with a call-off, and a delivery of which something was deducted. */
const ending = {
  ...rightRows,
  contract: [
    contractOf({ id: asId("kj"), contractNo: "KJ", kind: "framework", amountCents: cents(1_000) }),
    contractOf({
      ...{ id: asId("call"), contractNo: "KJ-01", kind: "asNeeded", amountCents: cents(600) },
      parentContractId: asId("kj"),
    }),
    contractOf({ id: asId("once"), contractNo: "ONCE", kind: "oneOff", amountCents: cents(500) }),
  ],
  instalment: [
    instalmentOf({ contractId: asId("once"), amountCents: cents(500), deductionCents: cents(100) }),
  ],
};

describe("a contract that comes to its end", () => {
  it("names the money that CON-09 names, and adds nothing to the sum of what is due", () => {
    const items = due(ending, "2022-11-30").filter((item) => item.kind === "expiring");
    expect(items.map((item) => [item.contractNo, item.amountCents, item.why])).toEqual([
      ["KJ", null, "将于2022年12月31日到期，尚有4.00元未付，没有续签合同"],
      ["KJ-01", null, "将于2022年12月31日到期，尚有6.00元未付"],
      ["ONCE", null, "将于2022年12月31日到期，尚有4.00元未付"],
    ]);
    const found = findingsOf(ending, "2022-11-30").filter(({ ruleId }) => ruleId === "CON-09");
    expect(found.map(({ figures }) => figures.unpaidCents).toSorted()).toEqual([400, 400, 600]);
  });
});

describe("what is due", () => {
  it("announces an instalment, asks for it, and says that it is late", () => {
    const accepted = adding(rightRows, "acceptance", {
      ...acceptance,
      id: asId("acceptance-2"),
      instalmentId: asId("contract-1-2"),
      acceptedOn: isoDate("2022-06-29"),
    });
    const joint = (day: string, soonDays?: number) =>
      due(accepted, day, soonDays).filter((item) => item.subject.id === "contract-1-2");
    expect(joint("2022-06-15")).toEqual([]);
    expect(joint("2022-06-16")).toMatchObject([
      { kind: "soon", days: 15, date: "2022-07-01", next: "收齐发票，办理付款申请。" },
    ]);
    expect(joint("2022-06-16", 14)).toEqual([]);
    expect(joint("2022-07-01")).toMatchObject([
      { kind: "due", date: "2022-07-16", days: 15, amountCents: 6_000_000 },
    ]);
    expect(joint("2022-07-16")).toMatchObject([{ kind: "due", days: 0 }]);
    expect(joint("2022-07-17")).toMatchObject([{ kind: "overdue", days: -1, contractNo: "HT-2022-01" }]);
  });

  it("says what a blocked one waits for, and who has it in hand", () => {
    expect(due(rightRows, "2022-07-08").find((item) => item.kind === "blocked")).toMatchObject({
      what: "2022年第2季度",
      why: "等验收（考核）",
      next: "组织验收（考核），登记验收单。",
    });
    const draft = paymentOf({
      id: asId("draft"),
      paymentNo: "FK-9",
      state: "pending",
      paidOn: null,
      requestedOn: isoDate("2022-07-02"),
      periodFrom: isoDate("2022-04-01"),
      periodTo: isoDate("2022-06-30"),
    });
    expect(
      due(adding(rightRows, "payment", draft), "2022-07-08").find((item) => item.kind === "blocked"),
    ).toMatchObject({
      next: "付款FK-9正在办理，请催办审批和支付。",
    });
  });

  it("gives back 质保金 and 保证金 when their day comes, of earlier years too", () => {
    const kept = contractOf({
      id: asId("kept"),
      contractNo: "HT-2021-09",
      projectId: asId("earlier"),
      state: "ended",
      releaseDate: isoDate("2022-04-10"),
    });
    const rows = adding(
      adding(
        adding(rightRows, "project", projectOf({ id: asId("earlier"), code: "ZH-2021", fiscalYear: 2021 })),
        "contract",
        kept,
      ),
      "instalment",
      instalmentOf({
        id: asId("kept-1"),
        contractId: kept.id,
        kind: "retention",
        label: "质保金",
        amountCents: cents(300),
      }),
      instalmentOf({
        id: asId("kept-2"),
        contractId: kept.id,
        seq: 2,
        label: "尾款",
        amountCents: cents(700),
      }),
    );
    expect(short(rows, "2022-03-25").filter(([kind]) => kind === "retention")).toEqual([]);
    expect(short(rows, "2022-03-26")).toContainEqual(["retention", "质保金", 15]);
    expect(short(rows, "2022-04-30")).toContainEqual(["retention", "质保金", -20]);
    // What the year itself owed is that year's matter.
    expect(due(rows, "2022-04-30").some((item) => item.what === "尾款")).toBe(false);
  });

  it("holds of a bond what came in and neither went back nor was kept", () => {
    const rows = adding(
      rightRows,
      "bondMovement",
      bond("in", "receive", "2022-01-05", 1_000),
      bond("kept", "forfeit", "2022-12-20", 400),
    );
    const held = (day: string, all = rows) => due(all, day).find((item) => item.kind === "bond");
    expect(held("2022-12-15")).toBeUndefined();
    expect(held("2022-12-19")).toMatchObject({
      amountCents: 1_000,
      date: "2022-12-31",
      why: "合同将于2022年12月31日到期，没有写明应退日",
    });
    expect(held("2022-12-20")).toMatchObject({ amountCents: 600 });
    expect(
      held("2022-12-21", adding(rows, "bondMovement", bond("back", "release", "2022-12-21", 600))),
    ).toBeUndefined();
    expect(held("2022-12-21", rightRows)).toBeUndefined();
  });

  it("sees a contract end, and one that ended with something unpaid", () => {
    const ends = (day: string, rows = rightRows) =>
      due(rows, day).find((item) => item.kind === "expiring" && item.contractNo === "HT-2022-01");
    expect(ends("2022-10-31")).toBeUndefined();
    expect(ends("2022-11-01")).toMatchObject({
      days: 60,
      amountCents: null,
      why: "将于2022年12月31日到期，尚有180,000.00元未付，没有续签合同",
    });
    expect(ends("2023-01-02")).toMatchObject({ days: -2, next: "清理未付款，付清后把合同改为已结束。" });
    expect(
      ends("2022-11-01", changing(rightRows, "contract", "contract-1", { state: "ended" })),
    ).toBeUndefined();
  });

  it("keeps an advance in sight until an invoice offsets it", () => {
    const advance = paymentOf({
      id: asId("advance"),
      paymentNo: "FK-7",
      isAdvance: 1,
      amountCents: cents(500),
      paidOn: isoDate("2022-04-20"),
      requestedOn: isoDate("2022-04-20"),
    });
    const rows = adding(rightRows, "payment", advance);
    expect(due(rows, "2022-04-30").find((item) => item.kind === "advance")).toMatchObject({
      amountCents: 500,
      date: "2022-07-19",
      days: 80,
      why: "5.00元预付后已10天",
    });
    const offset = adding(rows, "allocation", {
      id: asId("offset"),
      paymentId: asId("advance"),
      instalmentId: null,
      invoiceId: asId("invoice-2"),
      amountCents: cents(500),
    });
    expect(due(offset, "2022-04-30").some((item) => item.kind === "advance")).toBe(false);
  });

  it("has nothing to say of a contract that is not signed", () => {
    const drafted = changing(rightRows, "contract", "contract-1", { state: "draft" });
    expect(due(drafted, "2022-12-31").some((item) => item.contractNo === "HT-2022-01")).toBe(false);
  });
});

describe("待办清单 of the sample", () => {
  const year = { fiscalYear: 2022, projectId: null, asOf: null } as const;

  async function sample() {
    const { context } = await sampleDesk(testClock());
    const list = async (changes: Partial<Parameters<typeof listDue>[1]> = {}) =>
      listDue(await context(), { ...year, ...changes });
    return { context, list };
  }

  it("stands in the order of its kinds, each by its day", async () => {
    const { items, asOf, soonDays } = await (await sample()).list();
    expect({ asOf, soonDays }).toEqual({ asOf: "2022-07-08", soonDays: 15 });
    expect(items.map((item) => item.kind)).toContain("overdue");
    const days = items.filter((item) => item.kind === "overdue").map((item) => item.date ?? "");
    expect(days).toEqual(days.toSorted());
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
  });

  it("names the invoices that were taken back while payments use them, and what to do", async () => {
    const { items } = await (await sample()).list();
    expect(items.filter((item) => item.kind === "reversed")).toMatchObject([
      {
        amountCents: null,
        date: "2022-05-12",
        contractNo: "GFL-2022-004",
        what: "发票03100220011107720951",
        why: expect.stringMatching(/已列入付款单1,620.00元，后来状态变为“已红冲-全额”/),
        next: expect.stringMatching(/在付款单中把这张发票去掉/),
        subject: { kind: "invoice" },
      },
    ]);
  });

  it("gives any day's answer, and looks as far ahead as the office wants", async () => {
    const { context, list } = await sample();
    expect((await list({ asOf: isoDate("2022-01-01") })).items.map((item) => item.kind)).not.toContain(
      "overdue",
    );
    const before = (await list()).items.filter((item) => item.kind === "soon").length;
    await saveBudgetSettings(await context(), { carryOver: "first", soonDays: 120 });
    expect((await list()).items.filter((item) => item.kind === "soon").length).toBeGreaterThan(before);
    expect((await list({ projectId: asId("none") })).items).toEqual([]);
  });

  it("adds up what is to be paid and given back, each once: neither advances nor what an end of contract names", async () => {
    const { items, ...list } = await (await sample()).list();
    const of = (kind: DueItem["kind"]) => items.filter((item) => item.kind === kind);
    const [overdue, expiring] = [of("overdue"), of("expiring")];
    const advances = overdue.map((item) => ({ ...item, kind: "advance" as const }));
    const cellsOf = (shown: readonly DueItem[]) =>
      dueForm({ ...list, items: shown }).rows.map(({ cells }) => cells[3]?.value);
    const title = (shown: readonly DueItem[]) => JSON.stringify(cellsOf(shown)).match(/应付应退|未冲销/)?.[0];
    expect(expiring.length).toBeGreaterThan(0);
    expect(title([...overdue, ...expiring, ...advances])).toBe("应付应退");
    expect(title(advances)).toBe("未冲销");
    const amounts = cellsOf([...overdue, ...expiring, ...advances]).filter(
      (value) => value?.kind === "amount",
    );
    expect(amounts).toHaveLength(overdue.length);
    expect(cellsOf(advances).filter((value) => value?.kind === "amount")).toHaveLength(advances.length);
  });

  it("goes to a workbook and a PDF with what is shown, in its order", async () => {
    const { context, list } = await sample();
    const shown = (await list()).items.slice(0, 4).toReversed();
    const xlsx = path.join(testFolder(), "待办.xlsx");
    const keys = shown.map((item) => item.key);
    await exportDue(await context(), { list: year, keys, format: "xlsx", path: xlsx });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(xlsx);
    const sheet = workbook.worksheets[0];
    const cells = shown.map((_, index) => {
      const row = sheet?.getRow(4 + index);
      return [row?.getCell(1).value, row?.getCell(4).value, row?.getCell(7).value];
    });
    expect(cells).toEqual(
      shown.map((item) => [
        dueWords[item.kind],
        item.amountCents === null ? null : item.amountCents / 100,
        item.what,
      ]),
    );
    expect(sheet?.getRow(8).getCell(4).result).toBe(
      sumCents(shown.map((item) => item.amountCents ?? cents(0))) / 100,
    );
    const pdf = path.join(testFolder(), "待办.pdf");
    expect(
      await exportDue(await context(), { list: year, keys: null, format: "pdf", path: pdf }),
    ).toMatchObject({
      fileName: "待办.pdf",
      pages: expect.any(Number),
    });
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    expect(text).toContain("待办清单");
    expect(text).toContain("下一步");
  });
});
