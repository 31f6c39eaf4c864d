import { budgetLineId } from "#engine/sample/budget.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { instalmentOf } from "#engine/sample/instalments.ts";
import { projectId } from "#engine/sample/project.ts";
import { vendorId } from "#engine/sample/vendors.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { bondDraft, measurementDraft, priceDraft, supplementDraft } from "../agreementDrafts.ts";
import { acceptanceDraft, contractDraft, vendorDraft } from "../drafts.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { idOf } from "../smallOffice.ts";
import { found, fresh, nothing, type Requests, reason, year } from "./common.ts";

const joint = { projectId, budgetLineId: budgetLineId("joint"), vendorId: vendorId("joint") } as const;

const plan = { contractId: contractId("joint"), shape: { kind: "equal" as const } };

const account = {
  vendorId: vendorId("print"),
  accountName: "上海示例图文制作有限公司",
  bank: "示例银行",
  accountNo: "6222000011112222",
  validFrom: null,
};

/** A contract of its own. */
async function signed({ ask }: EngineDesk, changes: Parameters<typeof contractDraft>[1] = {}) {
  const terms = contractDraft(joint, { contractNo: fresh("HT"), ...changes });
  return { terms, id: (await ask("contracts.save", terms)).contract.id };
}

async function changedTerms(engine: EngineDesk) {
  const { terms, id } = await signed(engine);
  return { ...terms, id, amountCents: cents(200) };
}

async function supplementIn(engine: EngineDesk) {
  const { id } = await signed(engine);
  return idOf((await engine.ask("contracts.saveSupplement", supplementDraft(id))).supplements[0]);
}

async function milestonesFor(engine: EngineDesk) {
  const { id } = await signed(engine, { kind: "milestone" });
  return {
    contractId: id,
    milestones: [
      { name: "交货", dueOn: isoDate("2022-03-31"), amountCents: cents(12_000_000) },
      { name: "终验", dueOn: isoDate("2022-09-30"), amountCents: cents(12_000_000) },
    ],
  };
}

async function measurementFor(engine: EngineDesk) {
  const { id } = await signed(engine, { kind: "asNeeded" });
  const { prices } = await engine.ask("contracts.savePrice", priceDraft(id));
  return measurementDraft(id, idOf(prices[0]));
}

export const contractRequests = {
  "contracts.list": async () => year,
  "contracts.get": async () => ({ id: contractId("joint") }),
  "contracts.save": async () => contractDraft(joint, { contractNo: fresh("HT") }),
  "contracts.void": async (engine) => ({ id: (await signed(engine)).id, reason }),
  "contracts.previewPlan": async () => plan,
  "contracts.applyPlan": async (engine) => {
    const terms = await changedTerms(engine);
    await engine.ask("contracts.save", terms);
    return { ...plan, contractId: terms.id };
  },
  "contracts.saveInstalment": async () => {
    const { id, label, amountCents, earliestDate, dueDate } = instalmentOf("joint", 3);
    return { id, label, amountCents, earliestDate, dueDate, deductionCents: cents(100) };
  },
  "contracts.saveAcceptance": async () => acceptanceDraft(contractId("joint")),
  "contracts.voidAcceptance": async ({ ask }) => ({
    id: (await ask("contracts.get", { id: contractId("joint") })).acceptances[0]?.id ?? "",
    reason,
  }),
  "contracts.previewSave": changedTerms,
  "contracts.saveAndPlan": changedTerms,
  "contracts.previewSupplement": async () => ({
    ...supplementDraft(contractId("joint")),
    deltaCents: null,
    partCents: null,
  }),
  "contracts.saveSupplement": async () => supplementDraft(contractId("joint")),
  "contracts.previewVoidSupplement": async (engine) => ({ id: await supplementIn(engine) }),
  "contracts.voidSupplement": async (engine) => ({ id: await supplementIn(engine), reason }),
  "contracts.previewMilestones": milestonesFor,
  "contracts.saveMilestones": milestonesFor,
  "contracts.savePrice": async () => priceDraft(contractId("supplies")),
  "contracts.removePrice": async (engine) => {
    const { id } = await signed(engine, { kind: "asNeeded" });
    return { id: idOf((await engine.ask("contracts.savePrice", priceDraft(id))).prices[0]) };
  },
  "contracts.saveMeasurement": measurementFor,
  "contracts.voidMeasurement": async (engine) => {
    const { measured } = await engine.ask("contracts.saveMeasurement", await measurementFor(engine));
    return { id: measured.at(-1)?.instalmentId ?? "", reason };
  },
  "contracts.saveBond": async () => bondDraft(contractId("joint")),
  "contracts.voidBond": async ({ ask }) => ({
    id: idOf((await ask("contracts.saveBond", bondDraft(contractId("joint")))).bonds[0]),
    reason,
  }),
  "contracts.proposeNext": async () => ({ id: contractId("joint"), kind: "renewal" }),
  "contracts.renew": async ({ ask }) => ({
    fromId: contractId("recorders"),
    contract: await ask("contracts.proposeNext", { id: contractId("recorders"), kind: "renewal" }),
  }),
  "schedule.list": async () => year,
  "vendors.list": nothing,
  "vendors.save": async () => vendorDraft({ name: fresh("供应商"), creditCode: null }),
  "vendors.get": async () => ({ id: vendorId("joint") }),
  "vendors.void": async ({ ask }) => {
    const draft = vendorDraft({ name: fresh("供应商"), creditCode: null });
    const vendors = await ask("vendors.save", draft);
    return { id: found(vendors.find(({ name }) => name === draft.name)).id, reason };
  },
  "vendors.rename": async () => ({
    id: vendorId("trade"),
    name: "上海示例贸易",
    from: isoDate("2022-07-01"),
  }),
  "vendors.saveName": async () => ({
    id: null,
    vendorId: vendorId("trade"),
    name: "示例商贸行",
    validFrom: null,
    validTo: isoDate("2021-12-31"),
  }),
  "vendors.removeName": async ({ ask }) => ({
    id: (await ask("vendors.get", { id: vendorId("recorders") })).names[0]?.id ?? "",
  }),
  "vendors.addAccount": async () => account,
  "vendors.endAccount": async ({ ask }) => ({
    id: (await ask("vendors.get", { id: vendorId("print") })).accounts[0]?.id ?? "",
    validTo: isoDate("2022-07-01"),
  }),
  "vendors.removeAccount": async ({ ask }) => ({
    id:
      (await ask("vendors.addAccount", account)).accounts.find(
        ({ accountNo }) => accountNo === account.accountNo,
      )?.id ?? "",
  }),
} satisfies Partial<Requests>;
