import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { findingsOf, theFinding } from "../checking.ts";
import { setting } from "../hits/hit.ts";
import { payment } from "../hits/paymentHits.ts";
import { adding, attachmentOf, changing, rightRows } from "../sampleRows.ts";

const about = (rows: FactRows): readonly string[] =>
  findingsOf(rows)
    .filter(({ ruleId, subjects }) => ruleId === "PAY-10" && subjects[0]?.id === "payment-1")
    .map(({ message }) => message);

const bare: FactRows = {
  ...payment({ approvedBy: "" }),
  filedPaper: [],
  acceptance: [],
  allocation: rightRows.allocation.map((row) =>
    row.paymentId === "payment-1" ? { ...row, invoiceId: null } : row,
  ),
};

const approvalOf = (changes: Partial<Row<"approval">>): Row<"approval"> => ({
  id: asId("approval"),
  kind: "approvalForm",
  documentNo: "",
  title: "付款审批单",
  approvedOn: isoDate("2022-04-10"),
  projectId: null,
  contractId: null,
  paymentId: asId("payment-1"),
  content: "",
  voidedAt: null,
  voidReason: null,
  ...changes,
});

describe("PAY-10 附件不全", () => {
  it("lists what is missing, in the order of the checklist", () => {
    expect(theFinding(bare, "PAY-10")).toMatchObject({
      severity: "warn",
      message: "缺少附件：发票、验收单、审批单。",
      figures: { missing: "发票、验收单、审批单", missingCount: 3 },
    });
    expect(about(rightRows)).toEqual([]);
    expect(about(payment({ approvedBy: "王五" }, bare))).toEqual(["缺少附件：发票、验收单。"]);
  });

  it.each([
    ["发票、验收单", attachmentOf("approval", { paymentId: "payment-1" })],
    ["验收单、审批单", attachmentOf("invoice", { paymentId: "payment-1" })],
    ["发票、审批单", attachmentOf("acceptance", { paymentId: "payment-1" })],
    ["发票、验收单、审批单", attachmentOf("other", { paymentId: "payment-1" })],
  ])("misses %s once a scan is there", (missing, scan) => {
    expect(about(adding(bare, "filedPaper", scan))).toEqual([`缺少附件：${missing}。`]);
  });

  it("takes a record for a paper, on its day", () => {
    const approved = adding(bare, "approval", approvalOf({}));
    expect(about(approved)).toEqual(["缺少附件：发票、验收单。"]);
    const later = adding(bare, "approval", approvalOf({ approvedOn: isoDate("2022-05-01") }));
    expect(about(later)).toEqual(["缺少附件：发票、验收单、审批单。"]);
    const minutes = adding(bare, "approval", approvalOf({ kind: "minutes" }));
    expect(about(minutes)).toHaveLength(1);
  });

  it("asks for no form before the approval, no acceptance that nobody agreed, nothing of a refund", () => {
    expect(about(payment({ state: "pending", paidOn: null }, bare))).toEqual(["缺少附件：发票、验收单。"]);
    const unaccepted = changing(bare, "contract", "contract-1", { acceptanceRequired: 0 });
    expect(about(unaccepted)).toEqual(["缺少附件：发票、审批单。"]);
    expect(about(payment({ amountCents: cents(-1) }, bare))).toEqual([]);
  });

  it("has a list for each type of payment", () => {
    expect(about(payment({ isAdvance: 1 }, bare))).toEqual(["缺少附件：审批单。"]);
    const free = {
      ...payment({ contractId: null }, bare),
      allocation: bare.allocation.filter((row) => row.paymentId !== "payment-1"),
    };
    expect(about(free)).toEqual(["缺少附件：发票、审批单。"]);
  });

  it("goes by the office's own list", () => {
    const own = (list: string, rows = rightRows) => about(setting("PAY-10", { contractPapers: list }, rows));
    expect(own("销货清单，会议纪要; 别的")).toEqual(["缺少附件：销货清单、会议纪要。"]);
    expect(own("")).toEqual([]);
    const list = adding(rightRows, "filedPaper", attachmentOf("goodsList", { invoiceId: "invoice-1" }));
    expect(own("清单", list)).toEqual([]);
    const minutes = approvalOf({ kind: "minutes", paymentId: null, projectId: asId("project-1") });
    expect(own("会议纪要", adding(rightRows, "approval", minutes))).toEqual([]);
    const scanned = attachmentOf("minutes", { contractId: "contract-1" });
    expect(own("会议纪要", adding(rightRows, "filedPaper", scanned))).toEqual([]);
  });
});
