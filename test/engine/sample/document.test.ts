import { describe, expect, it } from "vitest";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { multiplyToCents, sumCents } from "#shared/kernel/cents.ts";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { ledgerDocument, tableNames } from "#shared/model/ledger.ts";
import { referenceColumns } from "./references.ts";

const document = sampleDocument();
const { tables } = document;
const live = <Item extends { voidedAt: string | null }>(rows: readonly Item[]) =>
  rows.filter((row) => row.voidedAt === null);

describe("the sample ledger", () => {
  it("is a ledger document of the present version", () => {
    expect(ledgerDocument.parse(document)).toEqual(document);
  });

  it("is the same every time", () => {
    expect(sampleDocument()).toEqual(document);
    expect(sampleDocument()).not.toBe(document);
  });

  it("names every row once, in words", () => {
    const ids = tableNames.flatMap((table) => tables[table].map((row) => row.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^sample-[a-z0-9-]+$/i.test(id))).toEqual([]);
  });

  it("points only at rows it has", () => {
    const missing = tableNames.flatMap((table) =>
      tables[table].flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) => {
          const parent = referenceColumns[column];
          if (parent === undefined || value === null) return [];
          return tables[parent].some(({ id }) => id === value) ? [] : [`${table}.${column} = ${value}`];
        }),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("knows every column that names another row", () => {
    const columns = new Set(tableNames.flatMap((table) => tables[table].flatMap((row) => Object.keys(row))));
    const naming = [...columns].filter((column) => column.endsWith("Id") && column !== "sellerTaxId");
    expect(naming.filter((column) => !(column in referenceColumns)).toSorted()).toEqual([
      "buyerTaxId",
      "payeeTaxId",
    ]);
  });

  it("carries credit codes whose check character is right", () => {
    const codes = [...tables.ownUnit, ...tables.vendor].map((row) => row.creditCode ?? "");
    expect(codes.map((code) => [code, checkCreditCode(code).kind])).toEqual(
      codes.map((code) => [code, "valid"]),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("the project", () => {
  it("is what the office handed in", () => {
    expect(tables.project[0]).toMatchObject({
      code: "SQZL-2022",
      name: "社区综合治理",
      category: "经常性项目",
      startDate: "2022-01-01",
      endDate: "2022-12-31",
      overallGoal: "",
    });
    expect(tables.project[0]?.annualGoal).not.toContain("<p>");
    expect(tables.narrativeSection.map(({ heading }) => heading)).toEqual([
      "项目概述",
      "立项依据",
      "实施主体",
      "实施方案",
      "实施周期",
      "年度预算安排",
      "绩效目标",
    ]);
    expect(tables.narrativeSection[4]?.body).toBe("说明项目实施的周期，具体见表格。");
    expect(tables.policyBasis.map(({ documentNo }) => documentNo)).toEqual([
      "沪松府办〔2020〕89号",
      "沪松府办〔2021〕9号",
      "沪松社治联指〔2018〕6号",
      "沪松网格中心〔2019〕5号",
      "",
    ]);
  });

  it("has the sixteen indicators of the 填报表 with their values as written", () => {
    expect(tables.indicator.map(({ level2, name, valueText }) => `${level2} ${name} ${valueText}`)).toEqual([
      "数量指标 工作服覆盖率 =100%",
      "数量指标 “12345”热线现行联系率 =100%",
      "数量指标 工作服制作数量 >=30套",
      "数量指标 巡查记录仪使用数量 >=26台",
      "数量指标 对讲机、巡查用手机使用数量 >=100部",
      "质量指标 服装验收通过率 =100%",
      "质量指标 网格平台案件结案质量 保持街镇前列",
      "质量指标 设备利用率 =100%",
      "时效指标 “多格合一”联勤联动快速、高效处置及时率 =100%",
      "时效指标 “12345”热线工单规定工作日内结案及时率 =100%",
      "时效指标 网格平台案件规定期限内结案及时率 =100%",
      "社会效益指标 公共设施受损案件数 下降",
      "社会效益指标 受助对象重复投诉率 下降",
      "生态效益指标 绿化缺失、绿化受损率 下降",
      "可持续影响指标 落实基层网格化队伍建设，奖惩机制到位 健全",
      "服务对象满意度指标 群众安全感、获得感、满意度 提升",
    ]);
  });

  it("plans 430,000.00 元, line by line and contract by contract", () => {
    expect(sumCents(tables.budgetLine.map((line) => line.amountCents))).toBe(43_000_000);
    expect(sumCents(tables.contract.flatMap(({ amountCents }) => amountCents ?? []))).toBe(43_000_000);
    const funds = Object.fromEntries(
      tables.fundingSource.map((fund) => [`${fund.scope}-${fund.kind}`, fund.amountCents]),
    );
    expect(funds).toEqual({
      "total-sum": 43_000_000,
      "total-fiscal": 43_000_000,
      "total-other": 0,
      "annual-sum": 43_000_000,
      "annual-currentAppropriation": 43_000_000,
      "annual-carryOver": 0,
      "annual-other": 0,
    });
  });

  it("states amounts that are quantity × price × periods", () => {
    const counted = tables.budgetLine.filter((line) => line.quantity !== null);
    expect(counted.length).toBe(5);
    for (const { quantity, unitPrice, periods, amountCents } of counted) {
      const one = decimal("1");
      expect(multiplyToCents(quantity ?? one, unitPrice ?? one, periods ?? one)).toBe(amountCents);
    }
  });

  it("books every line and payment under a code of the table", () => {
    const codes = new Set(tables.economicCode.map(({ code }) => code));
    const used = [...tables.budgetLine, ...tables.payment].map(({ economicCode }) => economicCode);
    expect(used.filter((code) => !codes.has(code))).toEqual([]);
  });

  it("marks what is invented", () => {
    expect(tables.budgetLine.every(({ note }) => note.includes("示例"))).toBe(true);
    expect(tables.vendor.every(({ name }) => name.includes("示例"))).toBe(true);
  });
});

describe("the half year", () => {
  it("plans instalments that add up to their contract", () => {
    const planned = tables.contract.filter(({ kind }) => kind !== "asNeeded");
    expect(planned.map(({ contractNo }) => contractNo)).toHaveLength(5);
    for (const contract of planned) {
      const parts = tables.instalment.filter(({ contractId }) => contractId === contract.id);
      expect(sumCents(parts.map((part) => part.amountCents))).toBe(contract.amountCents);
    }
    expect(tables.instalment).toHaveLength(4 + 1 + 3 * 12);
  });

  it("states invoices that add up, lines and sums", () => {
    for (const invoice of tables.invoice) {
      const lines = tables.invoiceLine.filter(({ invoiceId }) => invoiceId === invoice.id);
      expect(lines.length).toBeGreaterThan(0);
      expect(sumCents(lines.map((line) => line.grossCents))).toBe(invoice.grossCents);
      expect(sumCents([invoice.netCents, invoice.taxCents])).toBe(invoice.grossCents);
    }
    expect(new Set(tables.invoice.map(({ number }) => number)).size).toBe(tables.invoice.length);
  });

  it("counts its import batches", () => {
    for (const batch of tables.importBatch) {
      const invoices = tables.invoice.filter(({ batchId }) => batchId === batch.id);
      expect(batch.newCount).toBe(invoices.length);
      expect(tables.importRow.filter(({ batchId }) => batchId === batch.id)).toHaveLength(invoices.length);
    }
  });

  it("keeps approved and paid payments within their invoices and instalments", () => {
    const binding = new Set(
      live(tables.payment)
        .filter(({ state }) => state === "approved" || state === "paid")
        .map(({ id }) => id),
    );
    const settled = (column: "invoiceId" | "instalmentId", id: string) =>
      sumCents(
        tables.allocation
          .filter((row) => row[column] === id && binding.has(row.paymentId))
          .map((row) => row.amountCents),
      );
    for (const invoice of tables.invoice) {
      expect(settled("invoiceId", invoice.id)).toBeLessThanOrEqual(Math.abs(invoice.grossCents));
    }
    for (const { id, amountCents, deductionCents } of tables.instalment) {
      expect(settled("instalmentId", id)).toBeLessThanOrEqual(amountCents - deductionCents);
    }
  });

  it("hands out no more of a payment than it is", () => {
    for (const { id, amountCents } of tables.payment) {
      const shares = tables.allocation.filter(({ paymentId }) => paymentId === id);
      expect(sumCents(shares.map((share) => share.amountCents))).toBeLessThanOrEqual(amountCents);
    }
  });

  it("ends before the sample's day", () => {
    const days = [
      ...tables.payment.flatMap(({ requestedOn, paidOn }) => [requestedOn, paidOn ?? requestedOn]),
      ...tables.invoice.map(({ issueDate }) => issueDate),
      ...tables.acceptance.map(({ acceptedOn }) => acceptedOn),
    ];
    expect(days.filter((day) => day > sampleToday || day < "2022-01-01")).toEqual([]);
  });

  it("has payments in every state, one of them void", () => {
    expect(new Set(tables.payment.map(({ state }) => state))).toEqual(
      new Set(["draft", "pending", "approved", "paid"]),
    );
    expect(tables.payment.filter(({ voidedAt }) => voidedAt !== null)).toHaveLength(1);
    expect(
      sumCents(tables.payment.filter(({ state }) => state === "paid").map((row) => row.amountCents)),
    ).toBe(12_683_500);
  });
});
