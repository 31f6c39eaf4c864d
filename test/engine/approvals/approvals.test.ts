import { describe, expect, it } from "vitest";
import { listApprovals, saveApproval, voidApproval } from "#engine/approvals/approvals.ts";
import { addAttachments } from "#engine/attachments/addAttachments.ts";
import { voidContract } from "#engine/contracts/voidContract.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { pdf, put } from "#test/engine/attachments/files.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Draft = ApiParsed<"approvals.save">;

const draft = (changes: Partial<Draft> = {}): Draft => ({
  id: null,
  kind: "minutes",
  documentNo: "〔2022〕9号",
  title: "关于保洁服务采购的会议纪要",
  approvedOn: isoDate("2022-06-01"),
  projectId: null,
  contractId: null,
  paymentId: null,
  content: "同意。",
  ...changes,
});

const reason = "登记错了";

describe("an approval", () => {
  it("is saved for a contract, changed and voided with its papers", async () => {
    const { context, sign, ledger } = await smallOffice();
    const { contract } = await sign();
    const owner = { contractId: contract.id };
    const { id } = await saveApproval(await context(), draft(owner));
    await saveApproval(await context(), draft({ ...owner, id, title: "会议纪要（第9次）" }));
    expect(await listApprovals(await context(), owner)).toMatchObject([{ id, title: "会议纪要（第9次）" }]);
    const paths = [put(testFolder(), "纪要.pdf", pdf())];
    await addAttachments(await context(), { owner: { approvalId: id }, kind: "minutes", paths });
    await voidApproval(await context(), { id, reason });
    expect(await listApprovals(await context(), owner)).toEqual([]);
    const papers = await ledger.read.selectFrom("attachment").select("voidReason").execute();
    expect(papers).toEqual([{ voidReason: reason }]);
  });

  it("is of a day that has come, and about something", async () => {
    const { context } = await smallOffice();
    const later = draft({ approvedOn: isoDate("2022-07-09"), projectId: asId("x") });
    expect((await failureOf(async () => saveApproval(await context(), later))).message).toContain("晚于今天");
    expect((await failureOf(async () => saveApproval(await context(), draft()))).message).toBe(
      "没有写明审批的是哪个项目、合同或付款。",
    );
  });

  it("of a contract alone goes with it; one that also decided on a project stays with that", async () => {
    const { context, sign, projectId } = await smallOffice();
    const { contract } = await sign();
    await saveApproval(await context(), draft({ contractId: contract.id, title: "单独" }));
    await saveApproval(await context(), draft({ contractId: contract.id, projectId, title: "一并" }));
    await voidContract(await context(), { id: contract.id, reason });
    expect(await listApprovals(await context(), { contractId: contract.id })).toEqual([]);
    expect(await listApprovals(await context(), { projectId })).toMatchObject([
      { title: "一并", contractId: null },
    ]);
  });

  it("and papers of a payment do not keep it from being voided", async () => {
    const { context, ledger } = await sampleDesk(testClock());
    const id = paymentId("trade-1");
    await saveApproval(await context(), draft({ paymentId: id, kind: "approvalForm" }));
    await saveApproval(await context(), draft({ paymentId: id, projectId }));
    await voidPayment(await context(), { id, reason });
    expect(await listApprovals(await context(), { paymentId: id })).toEqual([]);
    const papers = await ledger.read
      .selectFrom("attachment")
      .select(["kind", "voidReason"])
      .where("paymentId", "=", id)
      .execute();
    expect(papers).toEqual([{ kind: "approval", voidReason: reason }]);
  });
});
