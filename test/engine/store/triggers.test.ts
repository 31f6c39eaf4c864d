import { describe, expect, it } from "vitest";
import { openWriter } from "#engine/store/connection.ts";
import { insertRow, removeRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { Ledger, WritableLedger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import {
  allocationRow,
  budgetLineRow,
  contractRow,
  insertCase,
  instalmentRow,
  invoiceRow,
  paymentRow,
  projectRow,
} from "./rowsOf.ts";
import { failureOf, testLedger, write } from "./testLedger.ts";

async function caseLedger(): Promise<Ledger> {
  const ledger = await testLedger();
  await write(ledger, insertCase);
  return ledger;
}

const yearRow = (over: Partial<Row<"fiscalYear">> = {}): Row<"fiscalYear"> => ({
  id: asId("year-1"),
  year: 2022,
  state: "closed",
  paymentCutoff: null,
  stateReason: "",
  ...over,
});

describe("a closed year", () => {
  const attempts: readonly (readonly [string, (tx: WritableLedger) => Promise<unknown>])[] = [
    ["项目", (tx) => updateRow(tx, "project", asId("project-1"), { name: "x" })],
    ["项目", (tx) => insertRow(tx, "project", projectRow({ id: asId("p2"), code: "P2" }))],
    ["项目", (tx) => updateRow(tx, "project", asId("project-next"), { fiscalYear: 2022 })],
    ["预算明细", (tx) => updateRow(tx, "budgetLine", asId("line-1"), { amountCents: cents(1) })],
    ["预算明细", (tx) => insertRow(tx, "budgetLine", budgetLineRow({ id: asId("line-2"), seq: 2 }))],
    [
      "预算调剂",
      (tx) =>
        insertRow(tx, "budgetAdjustment", {
          id: asId("adjustment-1"),
          groupId: asId("group-1"),
          budgetLineId: asId("line-1"),
          adjustedOn: isoDate("2022-06-01"),
          deltaCents: cents(1),
          reason: "调剂",
          documentNo: "",
        }),
    ],
    [
      "资金来源",
      (tx) =>
        insertRow(tx, "fundingSource", {
          id: asId("funding-1"),
          projectId: asId("project-1"),
          scope: "annual",
          kind: "sum",
          amountCents: cents(1),
        }),
    ],
    ["付款", (tx) => updateRow(tx, "payment", asId("payment-1"), { state: "paid" })],
    ["付款", (tx) => voidRow(tx, "payment", asId("payment-1"), "错")],
    ["付款", (tx) => insertRow(tx, "payment", paymentRow({ id: asId("payment-2"), paymentNo: "x" }))],
    ["分摊", (tx) => removeRow(tx, "allocation", asId("allocation-1"))],
    ["分摊", (tx) => updateRow(tx, "allocation", asId("allocation-1"), { amountCents: cents(1) })],
  ];

  it.each(attempts)("is read-only: %s", async (label, attempt) => {
    const ledger = await caseLedger();
    await write(ledger, async (tx) => {
      await insertRow(tx, "allocation", allocationRow());
      const next = projectRow({ id: asId("project-next"), code: "NEXT", fiscalYear: 2023 });
      await insertRow(tx, "project", next);
      await insertRow(tx, "fiscalYear", yearRow());
    });
    const failure = await failureOf(() => write(ledger, attempt));
    expect(failure).toMatchObject({ code: "refused", message: `2022 年度已关账，${label}不能再改动。` });
    await write(ledger, (tx) => updateRow(tx, "fiscalYear", asId("year-1"), { state: "open" }));
    await write(ledger, attempt);
  });

  it("leaves other years and other papers alone", async () => {
    const ledger = await caseLedger();
    await write(ledger, async (tx) => {
      await insertRow(tx, "fiscalYear", yearRow());
      await insertRow(tx, "project", projectRow({ id: asId("p2"), code: "P2", fiscalYear: 2023 }));
      await updateRow(tx, "invoice", asId("invoice-1"), { status: "redFull" });
      await updateRow(tx, "vendor", asId("vendor-1"), { note: "已归档" });
    });
    expect(await ledger.read.selectFrom("project").select("id").execute()).toHaveLength(2);
  });
});

describe("a void row", () => {
  it("is not referred to by live ones", async () => {
    const ledger = await caseLedger();
    const whole = () => write(ledger, (tx) => voidRow(tx, "contract", asId("contract-1"), "解除"));
    expect(await failureOf(whole)).toMatchObject({
      code: "refused",
      message: expect.stringMatching(
        /^合同 HT-2022-01 “综合整治服务合同”还在使用：(合同 HT-2022-01 第 1 期（第一季度）|付款 FK-2022-001)。$/,
      ),
    });
    await write(ledger, async (tx) => {
      await voidRow(tx, "payment", asId("payment-1"), "解除");
      await voidRow(tx, "instalment", asId("instalment-1"), "解除");
    });
    await whole();
    const again = () =>
      write(ledger, (tx) => insertRow(tx, "instalment", instalmentRow({ id: asId("instalment-2"), seq: 2 })));
    expect(await failureOf(again)).toMatchObject({
      message: "合同 HT-2022-01 “综合整治服务合同”已作废，付款期次不能再使用它。",
    });
  });

  it("is not taken up by a change either", async () => {
    const ledger = await caseLedger();
    await write(ledger, async (tx) => {
      await insertRow(tx, "contract", contractRow({ id: asId("contract-2"), contractNo: "HT-2" }));
      await voidRow(tx, "contract", asId("contract-2"), "错");
    });
    const move = () =>
      write(ledger, (tx) => updateRow(tx, "payment", asId("payment-1"), { contractId: asId("contract-2") }));
    expect((await failureOf(move)).message).toBe("合同 HT-2 “综合整治服务合同”已作废，付款不能再使用它。");
  });

  it.each(["invoice", "instalment"] as const)("%s must not be settled by a live payment", async (table) => {
    const ledger = await caseLedger();
    await write(ledger, (tx) => insertRow(tx, "allocation", allocationRow()));
    const withdraw = () => write(ledger, (tx) => voidRow(tx, table, asId(`${table}-1`), "错"));
    expect((await failureOf(withdraw)).message).toMatch(/还在使用：付款 FK-2022-001。$/);
    await write(ledger, (tx) => voidRow(tx, "payment", asId("payment-1"), "错"));
    await withdraw();
  });

  it.each([
    ["payment", "付款 FK-2022-001 已作废，分摊不能再使用它。"],
    ["invoice", "发票 22312000000000000001 已作废，分摊不能再使用它。"],
    ["instalment", "合同 HT-2022-01 第 1 期（第一季度）已作废，分摊不能再使用它。"],
  ] as const)("%s gets no allocation", async (table, message) => {
    const ledger = await caseLedger();
    await write(ledger, (tx) => voidRow(tx, table, asId(`${table}-1`), "错"));
    const allocate = () => write(ledger, (tx) => insertRow(tx, "allocation", allocationRow()));
    expect((await failureOf(allocate)).message).toBe(message);
  });
});

describe("what never changes", () => {
  const version: Row<"filingVersion"> = {
    id: asId("version-1"),
    filingId: asId("filing-1"),
    versionNo: 1,
    template: "sh-2022",
    formJson: "{}",
    contentHash: "x",
    frozenAt: "2022-07-08T00:00:00.000Z",
    frozenBy: "王经办",
    note: "",
    submissionId: null,
  };

  it.each([
    [`update filingVersion set note = 'x'`, /frozen\|filingVersion/],
    ["delete from filingVersion", /undeletable\|filingVersion/],
    [`update changeLog set actor = 'x'`, /frozen\|changeLog/],
    ["delete from changeLog", /undeletable\|changeLog/],
    ["delete from payment", /undeletable\|payment/],
    ["delete from invoice", /undeletable\|invoice/],
    ["delete from fiscalYear", /undeletable\|fiscalYear/],
    [
      `insert into changeLog select 'x', seq + 2, at, actor, action, entity, entityId, summary, beforeJson, afterJson, hash,
       'h', null, null from changeLog order by seq desc limit 1`,
      /brokenChain/,
    ],
    [
      `insert into changeLog select 'x', seq + 1, at, actor, action, entity, entityId, summary, beforeJson, afterJson,
       'other', 'h', null, null from changeLog order by seq desc limit 1`,
      /brokenChain/,
    ],
  ])("not even by hand: %s", async (sql, expected) => {
    const ledger = await caseLedger();
    await write(ledger, async (tx) => {
      const filing = { id: asId("filing-1"), projectId: asId("project-1"), form: "targets", title: "" };
      await insertRow(tx, "filing", filing);
      await insertRow(tx, "filingVersion", version);
      await insertRow(tx, "fiscalYear", yearRow({ state: "open" }));
    });
    const database = openWriter(ledger.path);
    try {
      expect(() => database.exec(sql)).toThrow(expected);
    } finally {
      database.close();
    }
  });

  it("unlike the number of an invoice, once the first is void", async () => {
    const ledger = await caseLedger();
    const twice = () =>
      write(ledger, (tx) => insertRow(tx, "invoice", invoiceRow({ id: asId("invoice-2") })));
    expect((await failureOf(twice)).code).toBe("conflict");
    await write(ledger, (tx) => voidRow(tx, "invoice", asId("invoice-1"), "开错"));
    await twice();
  });
});
