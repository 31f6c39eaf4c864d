import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { listContracts } from "#engine/contracts/listContracts.ts";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { voidContract } from "#engine/contracts/voidContract.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { listApprovals } from "#engine/store/payments.ts";
import { insertRow } from "#engine/store/rows.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const reason = "合同重新签订";

describe("voiding a contract", () => {
  it("takes its plan, rentals and acceptances with it, each with the reason", async () => {
    const { context, ledger } = await sampleDesk(testClock());
    const id = contractId("intercoms");
    for (const payment of (await (await context()).facts()).payments.filter(
      (row) => row.contract?.row.id === id,
    ))
      await voidPayment(await context(), { id: payment.row.id, reason });
    const before = (await listInstalments(await context(), {})).length;
    await voidContract(await context(), { id, reason });
    expect(await failureOf(async () => getContract(await context(), id))).toMatchObject({
      code: "not-found",
      message: "找不到这份合同。",
    });
    expect(await listInstalments(await context(), {})).toHaveLength(before - 12);
    expect((await listContracts(await context(), {})).map((row) => row.id)).not.toContain(id);
    const facts = await (await context()).facts();
    expect(facts.rows.acceptance.filter((row) => row.contractId === id)).toEqual([]);
    expect(facts.rows.rental.filter((row) => row.contractId === id)).toEqual([]);
    const voided = (await listChanges(ledger, { limit: 500 })).filter(
      ({ action, entity }) => action === "作废合同" && entity !== "attachment",
    );
    const count = (entity: string) => voided.filter((row) => row.entity === entity).length;
    expect(["instalment", "acceptance", "rental", "contract"].map(count)).toEqual([12, 6, 1, 1]);
    expect(voided.every(({ afterJson }) => afterJson?.includes(reason))).toBe(true);
  });

  it("is refused while payments hang on it, and then nothing of it is void", async () => {
    const { context } = await sampleDesk(testClock());
    const id = contractId("recorders");
    const before = await getContract(await context(), id);
    const failure = await failureOf(async () => voidContract(await context(), { id, reason }));
    expect(failure).toMatchObject({ code: "refused", message: expect.stringMatching(/付款 FK-2022-\d{4}/) });
    expect(await getContract(await context(), id)).toEqual(before);
  });

  it("leaves minutes that decided on more, and takes those on it alone", async () => {
    const { context, ledger, sign, projectId } = await smallOffice();
    const { contract } = await sign();
    const minutes = {
      kind: "minutes",
      documentNo: "",
      approvedOn: isoDate("2021-12-01"),
      content: "",
    } as const;
    await ledger.write({ actor: "王经办", action: "登记审批" }, async (tx) => {
      const both = { ...minutes, projectId, contractId: contract.id, paymentId: null };
      await insertRow(tx, "approval", { ...both, id: asId("both"), title: "项目和合同" });
      await insertRow(tx, "approval", { ...both, id: asId("own"), title: "合同", projectId: null });
    });
    await voidContract(await context(), { id: contract.id, reason });
    expect(await listApprovals(ledger)).toMatchObject([{ id: "both", projectId, contractId: null }]);
  });

  it("is refused while another contract is its successor, or a second time", async () => {
    const { context, sign } = await smallOffice();
    const { contract } = await sign();
    await sign({ contractNo: "HT-2", parentContractId: contract.id });
    const work = async () => voidContract(await context(), { id: contract.id, reason });
    expect((await failureOf(work)).message).toContain("合同 HT-2");
    const { id } =
      (await listContracts(await context(), {})).find((row) => row.contractNo === "HT-2") ?? contract;
    await voidContract(await context(), { id, reason });
    await work();
    expect((await failureOf(work)).code).toBe("not-found");
  });
});
