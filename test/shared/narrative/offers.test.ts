import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import { narrativeOffers } from "#shared/narrative/offers.ts";
import { inWan } from "#shared/narrative/wan.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { amountsIn } from "#shared/text/amounts.ts";
import { findingsOf } from "#test/shared/rules/checking.ts";
import { changing, lineOf, projectOf, rightRows } from "#test/shared/rules/sampleRows.ts";

const offersOf = (rows: FactRows) =>
  narrativeOffers(buildFacts(rows, isoDate("2022-04-30")), rows.project[0] ?? projectOf());

const offered = (rows: FactRows, heading: string): string | undefined =>
  offersOf(rows).find((offer) => offer.heading.endsWith(heading))?.text;

const doubtsOf = (rows: FactRows, heading: string): readonly string[] | undefined =>
  offersOf(rows).find((offer) => offer.heading.endsWith(heading))?.doubts;

/** The ledger with every offer taken. */
const withOffers = (rows: FactRows): FactRows =>
  offersOf(rows).reduce(
    (taken, { sectionId, text }) => changing(taken, "narrativeSection", sectionId, { body: text }),
    rows,
  );

const funded = (rows: FactRows, parts: Readonly<Record<string, number>>): FactRows => ({
  ...rows,
  fundingSource: Object.entries(parts).map(([kind, amountCents]) => ({
    id: asId(`funding-${kind}`),
    projectId: asId("project-1"),
    scope: "annual",
    kind: kind as "sum" | "currentAppropriation" | "carryOver" | "other",
    amountCents: cents(amountCents),
  })),
});

describe("what the ledger can write of the narrative", () => {
  it("says the year's money in 万元, whose it is and what each line uses of it", () => {
    expect(offered(rightRows, "年度预算安排")).toBe(
      "社区综合治理项目经费2022年预算安排26.652万元，全部为当年财政拨款。分别用于大联动综合整治24.00万元、城运巡查记录仪月租费2.652万元。",
    );
    const carried = funded(rightRows, {
      sum: 26_652_000,
      currentAppropriation: 26_000_000,
      carryOver: 652_000,
    });
    expect(offered(carried, "年度预算安排")).toContain("，其中当年财政拨款26.00万元、上年结转0.652万元。");
  });

  it("says of the other headings what the ledger knows, and nothing where it knows nothing", () => {
    const texts = Object.fromEntries(offersOf(rightRows).map(({ heading, text }) => [heading, text]));
    expect(texts).toMatchObject({
      "一、项目概述": "社区综合治理项目的支出内容包括大联动综合整治、城运巡查记录仪月租费。",
      "三、实施主体": expect.stringMatching(/^社区综合治理项目经费具体由.+负责实施。$/),
      "四、实施方案": "大联动综合整治依据合同价格按季度支付，城运巡查记录仪月租费根据合同约定按月支付。",
      "五、实施周期": "2022年1月1日至2022年12月31日。",
      "七、绩效目标":
        "按季完成综合整治，设备按需配齐。\n本年度设绩效指标5项，其中产出指标3项、效益指标1项、满意度指标1项，详见项目绩效目标申报表。",
    });
    expect(offered(rightRows, "立项依据")).toBeUndefined();
    const bare = { ...rightRows, fundingSource: [], budgetLine: [], indicator: [] };
    const blank = changing(bare, "project", "project-1", {
      startDate: null,
      annualGoal: " ",
      implementingUnitId: null,
    });
    expect(offersOf(blank)).toEqual([]);
  });

  it("offers no text that stands there already", () => {
    expect(offersOf(withOffers(rightRows))).toEqual([]);
  });

  it("doubts a year whose lines do not come to what is applied for", () => {
    const rows = funded(rightRows, { sum: 30_000_000, currentAppropriation: 30_000_000 });
    expect(doubtsOf(rows, "年度预算安排")).toEqual([
      "预算明细合计 266,520.00 元，与年度资金申请总额 300,000.00 元不一致，请先改正。",
    ]);
  });

  it("doubts sources that do not come to what is applied for", () => {
    const parts = { currentAppropriation: 26_000_000, carryOver: 650_000 };
    expect(doubtsOf(funded(rightRows, { sum: 26_652_000, ...parts }), "年度预算安排")).toEqual([
      "资金来源合计 266,500.00 元，与年度资金申请总额 266,520.00 元不一致，请先改正。",
    ]);
    expect(doubtsOf(funded(rightRows, { sum: 26_652_000 }), "年度预算安排")).toEqual([]);
    expect(doubtsOf(funded(rightRows, { ...parts, carryOver: 652_000 }), "年度预算安排")).toEqual([]);
  });
});

const aLine = fc.record({
  name: fc.constantFrom("大联动综合整治费", "4G终端2", "宣传费用", "网格工作服采购费", "5", "对讲机月租费"),
  amountCents: fc.integer({ min: 1, max: 900_000_000 }).map(cents),
  payMode: fc.constantFrom<BudgetLine["payMode"]>("quarterly", "monthly", "oneOff", "asNeeded"),
});

/** An office whose lines come to what it applies for, of this year and of carried-over money. */
const anOffice = fc
  .record({
    lines: fc.array(aLine, { minLength: 1, maxLength: 12 }),
    carried: fc.integer({ min: 0, max: 100 }),
    name: fc.constantFrom("社区综合治理", "道路养护项目", "2021年续建工程"),
  })
  .map(({ lines, carried, name }) => {
    const total = sumCents(lines.map(({ amountCents }) => amountCents));
    const carryOver = Math.trunc((total * carried) / 100);
    const rows = changing(rightRows, "project", "project-1", { name });
    const budgetLine = lines.map((line, index) =>
      lineOf({ ...line, id: asId(`line-${index + 1}`), seq: index + 1 }),
    );
    return funded(
      { ...rows, budgetLine },
      { sum: total, currentAppropriation: total - carryOver, carryOver },
    );
  });

/** What the rules on papers say of the narrative's own words and amounts. */
const onNarrative = ["PERF-01", "PERF-05", "PERF-11", "PERF-12", "PERF-13"];

describe("in any office", () => {
  it("an arrangement adds up as it is printed, to the 分", () => {
    fc.assert(
      fc.property(anOffice, (rows) => {
        const [total, ...rest] = amountsIn(offered(rows, "年度预算安排") ?? "").map((found) => found.cents);
        const uses = rest.slice(-rows.budgetLine.length);
        expect(total).toBe(rows.fundingSource[0]?.amountCents);
        expect(uses).toEqual(rows.budgetLine.map(({ amountCents }) => amountCents));
        expect(sumCents(uses)).toBe(total);
      }),
    );
  });

  it("what was taken leaves the rules on papers nothing to say", () => {
    fc.assert(
      fc.property(anOffice, (rows) => {
        const found = findingsOf(withOffers(rows)).filter(({ ruleId }) => onNarrative.includes(ruleId));
        expect(found.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("inWan", () => {
  it.each([
    [43_000_000, "43.00"],
    [1_248_000, "1.248"],
    [1, "0.000001"],
    [349_800_000, "349.80"],
    [-652_000, "-0.652"],
    [0, "0.00"],
  ])("prints %i 分 as %s", (amount, text) => {
    expect(inWan(amount)).toBe(text);
  });
});
