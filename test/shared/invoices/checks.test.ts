import { describe, expect, it } from "vitest";
import { invoiceFaults } from "#shared/invoices/checks.ts";
import { firstIssueDay } from "#shared/invoices/issueDateFault.ts";
import { buyerFault } from "#shared/invoices/partyFaults.ts";
import { paidStatusFault } from "#shared/invoices/stateFaults.ts";
import { toInvoice } from "#shared/invoices/toInvoice.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { ownUnitsOf } from "#shared/rules/partyNames.ts";
import { invoicesSheet, parse } from "./lists.ts";

const [draft] = parse({ 发票基础信息: invoicesSheet({}) }).invoices;
if (draft === undefined) throw new Error("the usual invoice does not parse");
const usual = toInvoice(draft, { id: asId("i"), batchId: null, vendorId: null });
const invoice = (change: Partial<Invoice>): Invoice => ({ ...usual, ...change });

const centre = {
  id: asId("u"),
  kind: "unit",
  nature: "institution",
  creditCode: "12310117MB00000000",
  note: "",
} as const;
const named = (id: string, name: string, validFrom: string | null, validTo: string | null) => ({
  id: asId(id),
  ownUnitId: centre.id,
  name,
  validFrom: validFrom === null ? null : isoDate(validFrom),
  validTo: validTo === null ? null : isoDate(validTo),
});
const ownUnits = ownUnitsOf(
  [centre],
  [
    named("a", "上海市松江区广富林街道城市网格化综合管理中心", null, "2021-12-31"),
    named("b", "上海市松江区广富林街道城市运行管理中心", "2022-01-01", null),
  ],
);
const context = {
  ownUnits,
  today: isoDate("2022-07-08"),
  firstDay: firstIssueDay(isoDate("2022-01-01"), 90),
  isKnown: () => false,
};
const rulesOf = (change: Partial<Invoice>) =>
  invoiceFaults(invoice(change), context).map(
    ({ ruleId, severity, field }) => `${ruleId} ${severity} ${field}`,
  );

describe("what an invoice tells by itself", () => {
  it("is nothing when all is right", () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each<[Partial<Invoice>, string[]]>([
    [{ status: "void" }, ["INV-03 warn status"]],
    [{ status: "redFull" }, ["INV-03 warn status"]],
    [{ status: "redPartial" }, []],
    [{ riskLevel: "abnormal" }, ["INV-06 block risk"]],
    [{ riskLevel: "suspect" }, ["INV-06 warn risk"]],
    [
      { buyerName: "上海市松江区示例街道办事处", buyerTaxId: "11310117000000019T" },
      ["INV-07 block buyerName"],
    ],
    [{ buyerName: "上海市松江区广富林街道城市网格化综合管理中心" }, ["INV-07 warn buyerName"]],
    [
      {
        buyerName: "上海市松江区广富林街道城市网格化综合管理中心",
        issueDate: isoDate("2021-12-31"),
        number: "21312000000000000017",
      },
      [],
    ],
    [{ buyerTaxId: "" }, []],
    [{ buyerName: "" }, []],
    [{ buyerName: "", buyerTaxId: "" }, []],
    [{ sellerTaxId: "91330106589876543T" }, ["INV-09 warn sellerTaxId"]],
    [{ sellerTaxId: "310117000000000" }, []],
    [{ number: "22312000000045600000" }, ["INV-10 warn digitalNumber"]],
    [{ number: "03100220011112300000" }, []],
    [{ number: "23312000000000000017" }, ["INV-11 warn digitalNumber"]],
    [{ number: "03100220011100345678" }, []],
    [{ number: "3100221130-00345678" }, []],
    [{ issueDate: isoDate("2022-07-09") }, ["INV-14 warn issueDate"]],
    [
      { issueDate: isoDate("2021-10-02"), number: "21312000000000000017", buyerName: "" },
      ["INV-14 warn issueDate"],
    ],
    [{ issueDate: isoDate("2021-10-03"), number: "21312000000000000017", buyerName: "" }, []],
    [{ isRed: 1 }, ["INV-18 warn remark"]],
    [{ isRed: 1, blueNumber: "22312000000000000016" }, ["INV-18 warn remark"]],
    [{ isRed: 1, riskLevel: "abnormal", status: "void" }, ["INV-03 warn status"]],
  ])("%j", (change, rules) => {
    expect(rulesOf(change)).toEqual(rules);
  });

  it("does not ask whose a dead or red invoice is", () => {
    const foreign = { buyerName: "别的单位", buyerTaxId: "" };
    expect(rulesOf({ ...foreign, status: "void" })).toEqual(["INV-03 warn status"]);
    expect(
      invoiceFaults(invoice({ ...foreign, isRed: 1, blueNumber: "1" }), {
        ...context,
        isKnown: () => true,
      }),
    ).toEqual([]);
  });

  it("says it in the words of the rules", () => {
    const say = (change: Partial<Invoice>) =>
      invoiceFaults(invoice(change), context).map(({ message }) => message);
    expect([
      ...say({ status: "void" }),
      ...say({ riskLevel: "suspect" }),
      ...say({ sellerTaxId: "91330106589876543T" }),
      ...say({ isRed: 1 }),
      paidStatusFault(invoice({ status: "redFull" })).message,
    ]).toEqual([
      "发票22312000000000000017状态为“已作废”，不得作为付款依据。",
      "发票22312000000000000017风险等级为“疑点发票”。",
      "销方税号91330106589876543T校验位不正确，可能录入有误。",
      "红字发票22312000000000000017（106.00元）未找到对应蓝字发票，没有写明蓝字号码。",
      "已付款发票22312000000000000017状态变为“已红冲-全额”，请追回款项或换票。",
    ]);
  });

  it("keeps quiet about buyers while the office has not told its units", () => {
    expect(buyerFault(ownUnitsOf([], []), invoice({ buyerName: "别的单位" }))).toBeUndefined();
  });
});
