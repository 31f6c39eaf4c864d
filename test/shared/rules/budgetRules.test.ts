import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { messagesOf, theFinding } from "./checking.ts";
import { adding, changing, paymentOf, rightRows } from "./sampleRows.ts";

const spent = (amount: number, changes: Partial<Row<"payment">> = {}) =>
  adding(
    rightRows,
    "payment",
    paymentOf({
      id: asId("spent"),
      paymentNo: "FK-2022-008",
      contractId: null,
      amountCents: cents(amount),
      ...changes,
    }),
  );

const adjusted = (delta: number, on: string): Row<"budgetAdjustment"> => ({
  id: asId(`adjusted-${delta}`),
  groupId: asId("group"),
  budgetLineId: asId(delta > 0 ? "line-1" : "line-2"),
  adjustedOn: isoDate(on),
  deltaCents: cents(delta),
  reason: "调剂",
  documentNo: "",
  voidedAt: null,
  voidReason: null,
});

describe("BUD-01 超预算/无预算", () => {
  it("strikes above the line, not at it", () => {
    expect(messagesOf(spent(18_000_000), "BUD-01")).toEqual([]);
    expect(theFinding(spent(18_000_001), "BUD-01")).toMatchObject({
      message: "大联动综合整治余额180,000.00元，不足，本次180,000.01元。",
      figures: { budgetCents: 24_000_000, usedCents: 6_000_000, availableCents: 18_000_000 },
      subjects: [{ id: "spent" }, { kind: "budgetLine", id: "line-1" }],
    });
  });

  it("counts 调剂 from its day on", () => {
    const rows = adding(
      spent(18_100_000),
      "budgetAdjustment",
      adjusted(100_000, "2022-04-20"),
      adjusted(-100_000, "2022-04-20"),
    );
    expect(messagesOf(rows, "BUD-01")).toEqual([]);
    expect(messagesOf(rows, "BUD-01", "2022-04-19")).toHaveLength(1);
  });

  it("strikes above the project's total, too", () => {
    expect(messagesOf(spent(20_000_000), "BUD-01")).toEqual([
      "大联动综合整治余额180,000.00元，不足，本次200,000.00元。",
      "项目社区综合治理余额199,890.00元，不足，本次200,000.00元。",
    ]);
  });

  it("finds a payment without a line, where its contract has none either", () => {
    expect(messagesOf(spent(100, { budgetLineId: null }), "BUD-01")).toEqual([
      "付款1.00元没有对应的预算明细，属于无预算支出。",
    ]);
    const byContract = spent(100, { budgetLineId: null, contractId: asId("contract-1"), periodFrom: null });
    expect(messagesOf(byContract, "BUD-01")).toEqual([]);
  });

  it("gets refunds back", () => {
    const back = paymentOf({ id: asId("back"), paymentNo: "FK-2022-009", amountCents: cents(-5_000_000) });
    expect(messagesOf(adding(spent(20_000_000), "payment", back), "BUD-01")).toEqual([]);
  });
});

describe("BUD-01 and the control of a line", () => {
  const over = (control: Row<"budgetLine">["control"]) =>
    changing(spent(18_000_001), "budgetLine", "line-1", { control });
  const plan = (amounts: readonly number[]) =>
    amounts.map((amount, index) => ({
      id: asId(`plan-${index}`),
      budgetLineId: asId("line-1"),
      quarter: index + 1,
      amountCents: cents(amount),
    }));
  const planned = (spend: number, control: Row<"budgetLine">["control"] = "block") =>
    changing(
      adding(spent(spend), "quarterPlan", ...plan([1_000_000, 7_000_000, 8_000_000, 8_000_000])),
      "budgetLine",
      "line-1",
      { control },
    );

  it("blocks, warns or says nothing as the line wants", () => {
    expect(theFinding(over("block"), "BUD-01").severity).toBe("block");
    expect(theFinding(over("warn"), "BUD-01").severity).toBe("warn");
    expect(messagesOf(over("ignore"), "BUD-01")).toEqual([]);
  });

  it("lets the office's own severity win, and the project's total bind all the same", () => {
    const hint = { id: asId("setting"), ruleId: "BUD-01", severity: "hint" as const, paramsJson: "{}" };
    expect(theFinding({ ...over("warn"), ruleSetting: [hint] }, "BUD-01").severity).toBe("hint");
    const free = changing(spent(20_000_000), "budgetLine", "line-1", { control: "ignore" });
    expect(messagesOf(free, "BUD-01")).toEqual([
      "项目社区综合治理余额199,890.00元，不足，本次200,000.00元。",
    ]);
  });

  it("strikes above what is planned up to the quarter, not at it", () => {
    expect(messagesOf(planned(2_000_000), "BUD-01")).toEqual([]);
    expect(theFinding(planned(2_000_001), "BUD-01")).toMatchObject({
      severity: "block",
      message: "大联动综合整治到第2季度为止的用款计划余额20,000.00元，不足，本次20,000.01元。",
      figures: { quarter: 2, budgetCents: 8_000_000, usedCents: 6_000_000 },
    });
    expect(theFinding(planned(2_000_001, "warn"), "BUD-01").severity).toBe("warn");
    expect(messagesOf(planned(2_000_001, "ignore"), "BUD-01")).toEqual([]);
  });

  it("lets what a quarter left be spent later, and holds nobody to a plan that was not written", () => {
    const paidInJuly = changing(planned(10_000_000), "payment", "spent", { paidOn: isoDate("2022-07-01") });
    expect(messagesOf(paidInJuly, "BUD-01", "2022-07-01")).toEqual([]);
    expect(messagesOf(spent(18_000_000), "BUD-01")).toEqual([]);
  });

  it("says once that the whole line is not enough", () => {
    expect(messagesOf(planned(18_000_001), "BUD-01")).toHaveLength(1);
  });
});

describe("BUD-02 明细≠申请总额", () => {
  it("compares the lines with 年度资金申请总额", () => {
    const rows = changing(rightRows, "fundingSource", "funding-annual-sum", {
      amountCents: cents(43_000_000),
    });
    expect(theFinding(rows, "BUD-02")).toMatchObject({
      severity: "block",
      message: "预算明细（原预算）合计266,520.00元与年度资金申请总额430,000.00元不一致。",
      figures: { linesCents: 26_652_000, annualCents: 43_000_000, differenceCents: -16_348_000 },
    });
  });

  it("goes by the budget as filed, whatever was moved since", () => {
    const moved = adding(
      rightRows,
      "budgetAdjustment",
      adjusted(100_000, "2022-04-20"),
      adjusted(-100_000, "2022-04-20"),
    );
    expect(messagesOf(moved, "BUD-02")).toEqual([]);
    const raised = adding(rightRows, "budgetAdjustment", adjusted(100_000, "2022-04-20"));
    expect(messagesOf(raised, "BUD-02")).toEqual([]);
    const asked = changing(raised, "fundingSource", "funding-annual-sum", { amountCents: cents(26_752_000) });
    expect(messagesOf(asked, "BUD-02")).toHaveLength(1);
  });

  it("compares with the sources where no total is stated, and says nothing of an empty project", () => {
    const stated = {
      ...rightRows,
      fundingSource: rightRows.fundingSource.filter((row) => row.kind !== "sum"),
    };
    expect(messagesOf(stated, "BUD-02")).toEqual([]);
    expect(messagesOf({ ...rightRows, fundingSource: [] }, "BUD-02")).toHaveLength(1);
    expect(messagesOf({ ...rightRows, fundingSource: [], budgetLine: [] }, "BUD-02")).toEqual([]);
  });
});

describe("BUD-04 数量×单价×期数≠金额", () => {
  const line = (changes: Partial<Row<"budgetLine">>) => changing(rightRows, "budgetLine", "line-2", changes);

  it("says what it should be", () => {
    expect(messagesOf(line({ quantity: decimal("28") }), "BUD-04")).toEqual([
      "城运巡查记录仪月租费测算金额应为28,560.00元（28×85×12），现为26,520.00元。",
    ]);
  });

  it.each([
    [2_652_001, 0],
    [2_651_999, 0],
    [2_652_002, 1],
  ])("with %i 分 finds %i", (amount, count) => {
    expect(messagesOf(line({ amountCents: cents(amount) }), "BUD-04")).toHaveLength(count);
  });

  it("does not ask for factors that are not given", () => {
    expect(messagesOf(line({ quantity: null, amountCents: cents(1) }), "BUD-04")).toEqual([]);
    expect(messagesOf(line({ periods: null, amountCents: cents(221_000) }), "BUD-04")).toEqual([]);
  });
});

describe("BUD-06 资金勾稽", () => {
  it.each([
    ["funding-total-fiscal", "项目资金总额266,520.00元，财政资金与其他资金合计200,000.00元"],
    [
      "funding-annual-currentAppropriation",
      "年度资金申请总额266,520.00元，当年财政拨款、上年结转资金与其他资金合计200,000.00元",
    ],
  ])("finds a wrong %s", (id, words) => {
    const rows = changing(rightRows, "fundingSource", id, { amountCents: cents(20_000_000) });
    expect(messagesOf(rows, "BUD-06")).toEqual([`项目资金构成合计不符：${words}。`]);
  });

  it("adds carry-over and other money", () => {
    const source = rightRows.fundingSource[3];
    if (source === undefined) throw new Error("no source");
    const less = changing(rightRows, "fundingSource", source.id, { amountCents: cents(26_000_000) });
    const more = adding(
      less,
      "fundingSource",
      { ...source, id: asId("carried"), kind: "carryOver", amountCents: cents(600_000) },
      { ...source, id: asId("other"), kind: "other", amountCents: cents(52_000) },
    );
    expect(messagesOf(more, "BUD-06")).toEqual([]);
    expect(messagesOf(less, "BUD-06")).toHaveLength(1);
  });

  it("has nothing to compare where no total is stated", () => {
    const rows = { ...rightRows, fundingSource: rightRows.fundingSource.filter((row) => row.kind !== "sum") };
    expect(messagesOf(rows, "BUD-06")).toEqual([]);
  });
});
