import path from "node:path";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveContract } from "#engine/contracts/saveContract.ts";
import { startOffice } from "#engine/ledger/startOffice.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { saveVendor } from "#engine/vendors/saveVendor.ts";
import { listVendors } from "#engine/vendors/views.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { ContractDetail } from "#shared/api/contracts.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import type { Id } from "#shared/kernel/id.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { contractDraft, lineDraft, projectDraft, vendorDraft } from "./drafts.ts";
import { deskOn, type TestDesk } from "./sampleDesk.ts";
import { testClock } from "./testClock.ts";

/** A ledger as an office gets it at its first start. */
export async function emptyOffice(clock: Clock = testClock()): Promise<TestDesk> {
  const file = path.join(testFolder(), "office.jingfei");
  await startOffice({
    path: file,
    clock,
    officer: "王经办",
    officeName: "示例街道",
    fiscalYear: 2022,
  });
  return deskOn(file, clock);
}

export type SmallOffice = TestDesk &
  Readonly<{
    projectId: Id;
    lineId: Id;
    vendorId: Id;
    sign: (changes?: Partial<ApiParsed<"contracts.save">>) => Promise<ContractDetail>;
  }>;

/** An office with one project, one budget line and one vendor, all entered as the screens do. */
export async function smallOffice(clock: Clock = testClock()): Promise<SmallOffice> {
  const desk = await emptyOffice(clock);
  const context = await desk.context();
  const projectId = await saveProject(context, projectDraft());
  await saveBudgetLine(context, lineDraft(projectId));
  await saveVendor(context, vendorDraft());
  const lineId = idOf((await getProject(context, projectId)).budgetLines[0]);
  const vendorId = idOf((await listVendors(context))[0]);
  return {
    ...desk,
    projectId,
    lineId,
    vendorId,
    sign: async (changes) => {
      const draft = contractDraft({ projectId, budgetLineId: lineId, vendorId }, changes);
      return getContract(context, await saveContract(context, draft));
    },
  };
}

/** The id of a row that must be there. */
export function idOf(row: Readonly<{ id: Id }> | undefined): Id {
  if (row === undefined) throw new Error("the row is not there");
  return row.id;
}
