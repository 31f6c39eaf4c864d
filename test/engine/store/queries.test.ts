import { beforeAll, describe, expect, it } from "vitest";
import { fillLedger } from "#engine/ledger/loadLedger.ts";
import { batchesOfFile, findBatch, importRowsOf, listBatches } from "#engine/store/batches.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { decidedFindings, findRuleSetting, listRuleSettings } from "#engine/store/checks.ts";
import {
  findContract,
  findContractByNo,
  listAcceptances,
  listContracts,
  listInstalments,
  rentalSegmentsOf,
  rentalsOf,
  supplementsOf,
} from "#engine/store/contracts.ts";
import { factRows } from "#engine/store/facts.ts";
import { found } from "#engine/store/found.ts";
import {
  findInvoice,
  findInvoiceByNumber,
  invoiceLinesOf,
  invoicesByNumbers,
  invoicesOfBatch,
  listInvoices,
} from "#engine/store/invoices.ts";
import {
  findFiscalYear,
  findSetting,
  listFiscalYears,
  listOwnUnitNames,
  listOwnUnits,
  listSettings,
} from "#engine/store/office.ts";
import {
  allocationsOf,
  allocationsOfInstalments,
  allocationsOfInvoices,
  findPayment,
  findPaymentByNo,
  listApprovals,
  listPayments,
} from "#engine/store/payments.ts";
import {
  findProject,
  findProjectByCode,
  indicatorsOf,
  listProjects,
  narrativeSectionsOf,
  policyBasesOf,
} from "#engine/store/projects.ts";
import type { Ledger } from "#engine/store/types.ts";
import { findVendor, listVendorAccounts, listVendorNames, listVendors } from "#engine/store/vendors.ts";
import { asId } from "#shared/kernel/id.ts";
import { factTables } from "#shared/rules/factRows.ts";
import { everyTable } from "./everyTable.ts";
import { failureOf, lastingLedger } from "./testLedger.ts";

let ledger: Ledger;

beforeAll(async () => {
  ledger = await lastingLedger();
  await fillLedger(ledger, everyTable());
});

const idsOf = async (rows: Promise<readonly { id: string }[]>) => (await rows).map(({ id }) => id);
const idOf = async (row: Promise<{ id: string } | undefined>) => (await row)?.id;
const id = asId;

describe("lists leave void rows out, unless asked", () => {
  it.each([
    ["projects", () => listProjects(ledger), ["project-1", "project-2"]],
    ["projects of a year", () => listProjects(ledger, { fiscalYear: 2023 }), ["project-2"]],
    [
      "projects with the void",
      () => listProjects(ledger, { fiscalYear: 2022, withVoided: true }),
      ["project-1", "project-void"],
    ],
    ["vendors", () => listVendors(ledger), ["vendor-1"]],
    ["contracts by number", () => listContracts(ledger), ["contract-0", "contract-1"]],
    ["contracts of another project", () => listContracts(ledger, { projectId: id("project-2") }), []],
    ["invoices", () => listInvoices(ledger), ["invoice-1", "invoice-red"]],
    ["invoices of a year", () => listInvoices(ledger, { fiscalYear: 2023 }), []],
    [
      "invoices with the void",
      () => listInvoices(ledger, { fiscalYear: 2022, withVoided: true }),
      ["invoice-1", "invoice-void", "invoice-red"],
    ],
    ["payments", () => listPayments(ledger), ["payment-1"]],
    [
      "payments with the void",
      () => listPayments(ledger, { projectId: id("project-1"), withVoided: true }),
      ["payment-1", "payment-void"],
    ],
    ["instalments", () => listInstalments(ledger), ["instalment-1", "instalment-2"]],
    ["batches", () => listBatches(ledger), ["batch-1"]],
  ])("%s", async (_name, ask, expected) => {
    expect(await idsOf(ask())).toEqual(expected);
  });
});

describe("one row is found", () => {
  it.each([
    ["project by id, also void", () => findProject(ledger, id("project-void")), "project-void"],
    ["project by code", () => findProjectByCode(ledger, "P-2022-01"), "project-1"],
    ["vendor", () => findVendor(ledger, id("vendor-void")), "vendor-void"],
    ["contract", () => findContract(ledger, id("contract-1")), "contract-1"],
    ["contract by number", () => findContractByNo(ledger, "HT-2022-00"), "contract-0"],
    ["invoice", () => findInvoice(ledger, id("invoice-void")), "invoice-void"],
    ["invoice by number", () => findInvoiceByNumber(ledger, "22312000000000000001"), "invoice-1"],
    ["payment", () => findPayment(ledger, id("payment-void")), "payment-void"],
    ["payment by number", () => findPaymentByNo(ledger, "FK-2022-001"), "payment-1"],
    ["batch", () => findBatch(ledger, id("batch-1")), "batch-1"],
    ["year", () => findFiscalYear(ledger, 2022), "year-2022"],
    ["setting", () => findSetting(ledger, "office.name"), "setting-1"],
    ["rule setting", () => findRuleSetting(ledger, "PAY-03"), "rule-1"],
    ["nothing", () => findProjectByCode(ledger, "没有"), undefined],
  ])("%s", async (_name, ask, expected) => {
    expect(await idOf(ask())).toBe(expected);
  });

  it("or the reader is told that it is not there", async () => {
    const missing = async () => found(await findContractByNo(ledger, "HT-9"), "contract", "HT-9");
    expect(await failureOf(missing)).toMatchObject({ code: "not-found", message: "找不到合同 HT-9。" });
    expect(found(await findContractByNo(ledger, "HT-2022-01"), "contract", "").id).toBe("contract-1");
  });
});

describe("parts of a whole", () => {
  it.each([
    ["sections", () => narrativeSectionsOf(ledger, id("project-1")), ["section-1"]],
    ["bases", () => policyBasesOf(ledger, id("project-1")), ["basis-1"]],
    ["indicators", () => indicatorsOf(ledger, id("project-1")), ["indicator-1"]],
    ["names of all vendors", () => listVendorNames(ledger), ["vendorName-1", "vendorName-2"]],
    ["names of a vendor", () => listVendorNames(ledger, id("vendor-1")), ["vendorName-1"]],
    ["accounts", () => listVendorAccounts(ledger, id("vendor-1")), ["account-1"]],
    ["supplements", () => supplementsOf(ledger, id("contract-1")), ["supplement-1"]],
    ["rentals", () => rentalsOf(ledger, id("contract-1")), ["rental-1"]],
    ["segments", () => rentalSegmentsOf(ledger, id("contract-1")), ["segment-1"]],
    ["instalments", () => listInstalments(ledger, id("contract-0")), []],
    ["acceptances", () => listAcceptances(ledger, id("contract-1")), ["acceptance-1"]],
    ["all approvals", () => listApprovals(ledger), ["approval-1"]],
    ["invoice lines", () => invoiceLinesOf(ledger, [id("invoice-1")]), ["invoiceLine-1"]],
    ["invoices of a batch", () => invoicesOfBatch(ledger, id("batch-1")), ["invoice-1"]],
    ["rows of a batch", () => importRowsOf(ledger, id("batch-1")), ["importRow-1"]],
    ["batches of a file", () => batchesOfFile(ledger, "ab"), ["batch-1"]],
    ["allocations of a void payment", () => allocationsOf(ledger, id("payment-void")), ["allocation-void"]],
    ["allocations of an invoice", () => allocationsOfInvoices(ledger, [id("invoice-1")]), ["allocation-1"]],
    [
      "allocations of an instalment",
      () => allocationsOfInstalments(ledger, [id("instalment-1")]),
      ["allocation-1"],
    ],
    ["units", () => listOwnUnits(ledger), ["unit-1"]],
    ["unit names", () => listOwnUnitNames(ledger), ["name-1"]],
    ["years", () => listFiscalYears(ledger), ["year-2022", "year-2023"]],
    ["settings", () => listSettings(ledger), ["setting-1"]],
    ["rule settings", () => listRuleSettings(ledger), ["rule-1", "rule-2"]],
    ["changes", () => listChanges(ledger, { entity: "vendor", limit: 1 }), ["log-8"]],
    ["no changes", () => listChanges(ledger, { entity: "vendor", entityId: "x", limit: 9 }), []],
  ])("%s", async (_name, ask, expected) => {
    expect(await idsOf(ask())).toEqual(expected);
  });

  it("any count of numbers, in chunks", async () => {
    const numbers = Array.from({ length: 25_000 }, (_, index) => `none-${index}`);
    const asked = invoicesByNumbers(ledger, [...numbers, "22312000000000000002", "22312000000000000001"]);
    expect((await idsOf(asked)).sort()).toEqual(["invoice-1", "invoice-red"]);
    expect(await invoicesByNumbers(ledger, [])).toEqual([]);
  });

  it("all decisions with the findings they were made on", async () => {
    const { findings, decisions } = await decidedFindings(ledger);
    expect(findings.map((row) => row.id).sort()).toEqual(["finding-1", "finding-2"]);
    expect(decisions.map((row) => row.id).sort()).toEqual(["decision-1", "decision-2", "decision-3"]);
  });
});

describe("factRows", () => {
  it("has all that counts and nothing that is void or belongs to it", async () => {
    const facts = await factRows(ledger);
    const { tables } = everyTable();
    const gone = new Set(["vendorName-2", "allocation-void"]);
    for (const table of factTables) {
      const expected = tables[table].filter(
        (row) => !gone.has(row.id) && !("voidedAt" in row && row.voidedAt !== null),
      );
      const sorted = [...facts[table]].sort((left, right) => (left.id < right.id ? -1 : 1));
      const inOrder = [...expected].sort((left, right) => (left.id < right.id ? -1 : 1));
      expect({ [table]: sorted }).toEqual({ [table]: inOrder });
    }
    expect(Object.keys(facts).sort()).toEqual(
      [...factTables, "broughtPaper", "filedPaper", "importConflict", "invoiceGoods"].sort(),
    );
    const papers = tables.attachment.filter(({ voidedAt }) => voidedAt === null);
    expect(facts.filedPaper.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort());
    for (const paper of facts.filedPaper)
      expect(papers.find(({ id }) => id === paper.id)).toMatchObject({ ...paper });
  });
});
