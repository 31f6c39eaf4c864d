import { describe, expect, it } from "vitest";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { proposePayment } from "#engine/payments/proposePayment.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { budgetLineId } from "#engine/sample/budget.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { instalmentId } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { centreUnitId } from "#engine/sample/office.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import { companies } from "#engine/sample/vendors.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { settle } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { importing } from "./import/desk.ts";

/** The sample with its export imported, and proposals in it. */
async function imported() {
  const { context, exportPath } = await sampleDesk(testClock());
  await importInvoices(await context(), { path: exportPath });
  const listed = await listInvoiceViews(await context(), { fiscalYear: null });
  const { rows } = await (await context()).facts();
  const invoices = rows.invoice.map((row) => ({
    ...row,
    goods: listed.find(({ id }) => id === row.id)?.goods ?? "",
  }));
  const propose = async (input: Partial<{ invoiceId: Id; instalmentId: Id; projectId: Id }>) =>
    proposePayment(await context(), { projectId, invoiceId: null, instalmentId: null, ...input });
  return {
    context,
    propose,
    forInvoice: async (isIt: (invoice: (typeof invoices)[number]) => boolean) => {
      const found = invoices.filter(isIt);
      expect(found).toHaveLength(1);
      return propose({ invoiceId: asId(found[0]?.id ?? "") });
    },
  };
}
const blocking = ({ findings }: Awaited<ReturnType<typeof proposePayment>>) =>
  findings.filter((finding) => finding.severity === "block").map((finding) => finding.ruleId);

describe("a payment proposed for an invoice", () => {
  it("is laid out wholly where the instalment is sure", async () => {
    const { forInvoice } = await imported();
    const proposal = await forInvoice(
      ({ remark, issueDate }) => remark.includes("GFL-2022-001") && issueDate > "2022-07-01",
    );
    expect(proposal.suggestions[0]?.band).toBe("sure");
    expect(proposal.draft.payment).toMatchObject({
      id: null,
      projectId,
      contractId: contractId("joint"),
      budgetLineId: budgetLineId("joint"),
      payerUnitId: centreUnitId,
      payeeName: companies.joint.name,
      payeeTaxId: companies.joint.creditCode,
      payeeAccountNo: companies.joint.accountNo,
      amountCents: 5_880_000,
      periodFrom: "2022-04-01",
      periodTo: "2022-06-30",
      purpose: "2022年第2季度广富林街道大联动综合整治服务合同",
      requestedOn: "2022-07-08",
      handledBy: "沈经办",
    });
    expect(proposal.draft.allocations).toMatchObject([
      { instalmentId: instalmentId("joint", 2), amountCents: 5_880_000 },
    ]);
    expect(blocking(proposal)).toEqual([]);
  });

  it("covers several months of one invoice", async () => {
    const { forInvoice } = await imported();
    const { draft } = await forInvoice(({ remark }) => remark === "2022年5月至6月对讲机月租");
    expect(draft.allocations.map((row) => [row.instalmentId, row.amountCents])).toEqual([
      [instalmentId("intercoms", 5), 162_000],
      [instalmentId("intercoms", 6), 162_000],
    ]);
    expect(draft.payment).toMatchObject({
      periodFrom: "2022-05-01",
      periodTo: "2022-06-30",
      amountCents: 324_000,
    });
  });

  it("asks where a payment with a dead invoice claims the month already", async () => {
    const { forInvoice, context } = await imported();
    const isNew = ({ remark, status }: { remark: string; status: string }) =>
      remark === "2022年4月对讲机月租" && status === "normal";
    const proposal = await forInvoice(isNew);
    expect(proposal.suggestions[0]).toMatchObject({
      instalmentId: instalmentId("intercoms", 4),
      band: "ask",
    });
    expect(proposal.suggestions[0]?.reasons.map(({ text }) => text).join()).toMatch(
      /付款单FK-2022-\d{4}已申请该期/,
    );
    // The invoice alone is laid in: which instalment is the officer's to say.
    expect(proposal.draft.allocations).toMatchObject([{ instalmentId: null, amountCents: 162_000 }]);
    await voidPayment(await context(), { id: paymentId("intercoms-4"), reason: "发票已红冲" });
    const after = await forInvoice(isNew);
    expect(after.suggestions[0]?.band).toBe("sure");
    expect(blocking(after)).toEqual([]);
  });

  it("finds the only contract that is paid as needed", async () => {
    const { forInvoice } = await imported();
    const proposal = await forInvoice(
      ({ goods, sellerName }) => goods.includes("垃圾分类宣传单") && sellerName !== "",
    );
    expect(proposal.draft.payment).toMatchObject({
      contractId: contractId("publicity"),
      budgetLineId: budgetLineId("publicity"),
      amountCents: 126_000,
      periodFrom: null,
    });
    expect(proposal.draft.allocations).toMatchObject([{ instalmentId: null, amountCents: 126_000 }]);
    // Only the budget line has too little left, as too much was asked for before.
    expect(blocking(proposal)).toEqual(["BUD-01"]);
  });

  it("says what its goods are where there is no contract", async () => {
    const { propose } = await imported();
    const { draft } = await propose({ invoiceId: invoiceId("trade-2") });
    expect(draft.payment).toMatchObject({
      contractId: null,
      budgetLineId: null,
      payeeName: companies.trade.name,
      periodFrom: null,
    });
    expect(draft.payment.purpose).not.toBe("");
  });

  it("is for what is left of it; of one used up for all of it, and the check says so", async () => {
    const { propose, context } = await imported();
    await voidPayment(await context(), { id: paymentId("supplies-3-again"), reason: "重复" });
    await voidPayment(await context(), { id: paymentId("supplies-3b"), reason: "试验" });
    const rest = await propose({ invoiceId: invoiceId("supplies-3") });
    expect(rest.draft.payment.amountCents).toBe(626_000);
    expect(rest.draft.allocations).toMatchObject([{ amountCents: 626_000 }]);
    expect(blocking(rest)).not.toContain("INV-02");
    const used = await propose({ invoiceId: invoiceId("supplies-1") });
    expect(used).toMatchObject({ suggestions: [], draft: { payment: { amountCents: 864_000 } } });
    expect(blocking(used)).toContain("INV-02");
    expect(blocking(await propose({ invoiceId: invoiceId("intercoms-4") }))).toContain("INV-03");
  });
});

describe("a payment proposed for an instalment", () => {
  it("has its invoice where that is sure", async () => {
    const { propose } = await imported();
    const { draft, suggestions } = await propose({ instalmentId: instalmentId("recorders", 6) });
    expect(suggestions[0]?.band).toBe("sure");
    expect(draft.payment).toMatchObject({ amountCents: 221_000, purpose: "2022年6月城运巡查记录仪租赁合同" });
    expect(draft.allocations).toMatchObject([
      { instalmentId: instalmentId("recorders", 6), invoiceId: suggestions[0]?.invoiceId },
    ]);
  });

  it("has the instalment alone where no invoice is surely for it", async () => {
    const { propose } = await imported();
    const proposal = await propose({ instalmentId: instalmentId("joint", 3) });
    expect(proposal.draft.allocations).toEqual([
      { instalmentId: instalmentId("joint", 3), invoiceId: null, amountCents: 6_000_000 },
    ]);
    // The invoice of the second quarter, which fits that one better.
    expect(proposal.suggestions).toMatchObject([{ band: "ask", amountCents: 5_880_000 }]);
    expect(blocking(proposal)).toContain("PAY-11");
  });

  it("that is paid already says so", async () => {
    const { propose } = await imported();
    const proposal = await propose({ instalmentId: instalmentId("phones", 1) });
    expect(proposal.draft.payment.amountCents).toBe(401_200);
    expect(blocking(proposal)).toEqual(expect.arrayContaining(["PAY-02", "PAY-06"]));
  });
});

describe("a payment proposed for what a closed year still owes", () => {
  async function nextYear() {
    const office = await smallOffice(testClock());
    const { contract, instalments } = await office.sign({
      ...{ retentionBp: 500, releaseDate: isoDate("2022-07-01") },
    });
    const kept = instalments.find(({ kind }) => kind === "retention") ?? expect.fail("no retention");
    const context = await office.context();
    await context.write("关账", async (tx) => {
      const { id } = await tx.read
        .selectFrom("fiscalYear")
        .select("id")
        .where("year", "=", 2022)
        .executeTakeFirstOrThrow();
      await updateRow(tx, "fiscalYear", id, { state: "closed" });
      const row = { id: newId(), year: 2023, state: "open", paymentCutoff: null, stateReason: "" } as const;
      await insertRow(tx, "fiscalYear", row);
    });
    const dates = { startDate: isoDate("2023-01-01"), endDate: isoDate("2023-12-31") };
    const next = await saveProject(context, projectDraft({ code: "ZH-2023", fiscalYear: 2023, ...dates }));
    await saveBudgetLine(context, lineDraft(next));
    const lineId = (await getProject(context, next)).budgetLines[0]?.id ?? expect.fail("no line");
    return { office, context, contract, kept, next, lineId };
  }

  it("is of the project at hand, and the officer chooses its line", async () => {
    const { context, contract, kept, next, lineId } = await nextYear();
    const { draft, findings } = await proposePayment(context, {
      ...{ projectId: next, invoiceId: null, instalmentId: kept.id },
    });
    expect(draft.payment).toMatchObject({
      ...{ projectId: next, budgetLineId: null, economicCode: "", contractId: contract.id },
      ...{ vendorId: contract.vendorId, amountCents: kept.payableCents },
    });
    expect(draft.allocations).toMatchObject([{ instalmentId: kept.id }]);
    // It does not burden the line of the closed year either.
    expect(findings.filter(({ ruleId }) => ruleId === "BUD-01").map(({ message }) => message)).toEqual([
      expect.stringContaining("没有对应的预算明细"),
    ]);
    const id = await savePayment(context, { ...draft, payment: { ...draft.payment, budgetLineId: lineId } });
    await settle(context, id, context.clock.today());
    const { budget } = await context.facts();
    expect(budget.linePaidCents(lineId)).toBe(kept.payableCents);
  });

  it("is imported on the project that was chosen for the file", async () => {
    const { office, contract, next } = await nextYear();
    const { told } = importing(office);
    const row = {
      ...{ 日期: "2022-07-05", 收款方: "上海示例保洁有限公司", 合同编号: contract.contractNo },
      金额: "100.00",
    };
    expect(await told([row])).toEqual(["rejected：2022年度已关账，不能再登记付款。"]);
    expect(await told([row], { projectId: next })).toEqual([expect.stringMatching(/^new：/)]);
  });
});

describe("a payment proposed for nothing", () => {
  it("knows the project, the payer and who writes it", async () => {
    const { propose } = await imported();
    const { draft, suggestions } = await propose({});
    expect(draft).toMatchObject({
      payment: { projectId, payerUnitId: centreUnitId, amountCents: 0, handledBy: "沈经办", payeeName: "" },
      allocations: [],
    });
    expect(suggestions).toEqual([]);
  });

  it.each([
    [{ invoiceId: asId("none") }, "找不到这张发票。"],
    [{ instalmentId: asId("none") }, "找不到这个付款期次。"],
    [{ projectId: asId("none") }, "找不到付款所属的项目。"],
  ])("must not be for what is not there: %j", async (input, message) => {
    const { propose } = await imported();
    expect(await failureOf(() => propose(input))).toMatchObject({ code: "not-found", message });
  });
});
