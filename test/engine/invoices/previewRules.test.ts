import { describe, expect, it } from "vitest";
import { commitImport } from "#engine/invoices/commitImport.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { factRows } from "#engine/store/facts.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { rules } from "#shared/rules/registry.ts";
import { rightRows } from "#test/shared/rules/sampleRows.ts";
import { clock, write } from "../store/testLedger.ts";
import { exportOf, importOf, invoiceOf, lineOf, numberOf, office, pay } from "./office.ts";

type Case = Readonly<{
  /** What is in the ledger before. */
  before?: readonly TaxExportInvoice[];
  setUp?: (ledger: Ledger) => Promise<unknown>;
  file: readonly TaxExportInvoice[];
}>;

const redOf = (last: number, net: number, more: Partial<TaxExportInvoice> = {}): TaxExportInvoice =>
  invoiceOf(last, {
    lines: [lineOf(-net, { quantity: "-2" })],
    issuedAt: "2022-04-20 10:00:00",
    remark: `被红冲蓝字数电发票号码：${numberOf(1)} 红字发票信息确认单编号：1`,
    ...more,
  });

/** A payment with a contract that was signed after the invoice, about something else. */
async function payUnderContract(ledger: Ledger): Promise<void> {
  const paymentId = await pay(ledger, numberOf(1), cents(10_600));
  const { projectId } = await ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  const [contract] = rightRows.contract;
  const [line] = rightRows.budgetLine;
  if (contract === undefined || line === undefined) throw new Error("nothing to copy");
  const [id, budgetLineId] = [newId(), newId()];
  const { id: vendorId } = await ledger.read.selectFrom("vendor").select("id").executeTakeFirstOrThrow();
  await write(ledger, async (tx) => {
    await insertRow(tx, "budgetLine", { ...line, id: budgetLineId, projectId });
    const named = { name: "道路保洁合同", subject: "道路保洁", signedOn: isoDate("2022-05-01") };
    await insertRow(tx, "contract", { ...contract, ...named, id, projectId, budgetLineId, vendorId });
    await updateRow(tx, "payment", paymentId, { contractId: id });
  });
}

/** A draft on an invoice that is paid in full already. */
async function payTwice(ledger: Ledger): Promise<void> {
  await pay(ledger, numberOf(1), cents(10_600));
  const paymentId = await pay(ledger, numberOf(2), cents(5_600), "FK-002");
  const invoice = await ledger.read
    .selectFrom("invoice")
    .select("id")
    .where("number", "=", numberOf(1))
    .executeTakeFirstOrThrow();
  await write(ledger, async (tx) => {
    await updateRow(tx, "payment", paymentId, { state: "draft", paidOn: null, amountCents: cents(10_600) });
    const part = { id: newId(), paymentId, instalmentId: null, invoiceId: invoice.id };
    await insertRow(tx, "allocation", { ...part, amountCents: cents(5_000) });
  });
}

async function payFromAnotherUnit(ledger: Ledger): Promise<void> {
  const paymentId = await pay(ledger, numberOf(1), cents(10_600));
  const unit = newId();
  await write(ledger, async (tx) => {
    await insertRow(tx, "ownUnit", {
      id: unit,
      kind: "unit",
      nature: "institution",
      creditCode: null,
      note: "",
    });
    await insertRow(tx, "ownUnitName", {
      id: newId(),
      ownUnitId: unit,
      name: "社区中心",
      validFrom: null,
      validTo: null,
    });
    await updateRow(tx, "payment", paymentId, { payerUnitId: unit });
  });
}

const paid = (ledger: Ledger) => pay(ledger, numberOf(1), cents(10_600));
const noted = invoiceOf(1, { remark: "第一季度" });

/** A file that sets off each rule that a file and the ledger can set off. */
const cases: Readonly<Record<string, Case>> = {
  "INV-02": { before: [invoiceOf(1), invoiceOf(2)], setUp: payTwice, file: [noted] },
  "INV-03": {
    before: [invoiceOf(1)],
    setUp: async (ledger) => {
      const id = await paid(ledger);
      await write(ledger, (tx) => updateRow(tx, "payment", id, { state: "draft", paidOn: null }));
    },
    file: [invoiceOf(1, { status: "已作废" })],
  },
  "INV-04": {
    before: [invoiceOf(1)],
    setUp: paid,
    file: [invoiceOf(1, { status: "已红冲-部分" }), redOf(2, 20)],
  },
  "INV-05": { before: [invoiceOf(1)], setUp: paid, file: [invoiceOf(1, { status: "已红冲-全额" })] },
  "INV-06": { file: [invoiceOf(1, { risk: "疑点发票" })] },
  "INV-07": { file: [invoiceOf(1, { buyerName: "别的单位", buyerTaxId: "91310117MA1J000060" })] },
  "INV-08": { before: [invoiceOf(1)], setUp: payFromAnotherUnit, file: [noted] },
  "INV-09": { file: [invoiceOf(1, { sellerTaxId: "91310117MA1J000061" })] },
  "INV-10": { file: [invoiceOf(1, { digitalNumber: "22312000000000100000" })] },
  "INV-11": { file: [invoiceOf(1, { issuedAt: "2021-12-31 10:00:00" })] },
  "INV-14": {
    before: [invoiceOf(1, { issuedAt: "2022-04-30 10:00:00" })],
    setUp: paid,
    file: [invoiceOf(1, { issuedAt: "2022-04-30 10:00:00", remark: "第一季度" })],
  },
  "INV-15": { before: [invoiceOf(1)], setUp: payUnderContract, file: [noted] },
  "INV-16": { before: [invoiceOf(1)], setUp: payUnderContract, file: [noted] },
  "INV-17": {
    before: [invoiceOf(1)],
    setUp: paid,
    file: [invoiceOf(1, { remark: "补", lines: [lineOf(100, { goodsName: "*办公用品*办公用品" })] })],
  },
  "INV-18": { file: [redOf(2, 20)] },
  "INV-19": { before: [invoiceOf(1)], file: [invoiceOf(2)] },
};

/** What a file can never set off as a finding of the ledger, since nothing of it is taken in. */
const refused: Readonly<Record<string, readonly TaxExportInvoice[]>> = {
  "INV-01": [invoiceOf(1, { sellerName: "别的公司" })],
  "INV-12": [invoiceOf(2, { lines: [lineOf(100, { grossCents: cents(1) })] })],
  "INV-13": [invoiceOf(2, { header: { grossCents: cents(10_700), netCents: cents(10_100) } })],
};

const told = ({ ruleId, severity, message }: Pick<ImportIssue, "ruleId" | "severity" | "message">): string =>
  `${ruleId} ${severity} ${message}`;

async function found(ledger: Ledger): Promise<readonly string[]> {
  const findings = checkLedger(buildFacts(await factRows(ledger), clock.today()));
  return findings.filter(({ ruleId }) => ruleId.startsWith("INV-")).map(told);
}

async function run(
  { before = [], setUp, file }: Case,
  setting?: Readonly<{ ruleId: string; severity: "off" | "hint" }>,
) {
  const { context, ledger } = await office();
  if (before.length > 0) await importOf(context, ...before);
  await setUp?.(ledger);
  if (setting !== undefined)
    await write(ledger, (tx) => insertRow(tx, "ruleSetting", { id: newId(), ...setting, paramsJson: "{}" }));
  const prepared = await previewImport(context, await exportOf(file));
  const shown = prepared.preview.issues.filter(({ ruleId }) => ruleId.startsWith("INV-"));
  await commitImport(context, prepared);
  return { shown, after: await found(ledger) };
}

describe("what the rules say after an import the preview says before", () => {
  it("for every rule of invoices", () => {
    const all = rules.map(({ id }) => id).filter((id) => id.startsWith("INV-"));
    expect([...Object.keys(cases), ...Object.keys(refused)].toSorted()).toEqual(all.toSorted());
  });

  it.each(Object.entries(cases))("%s", async (ruleId, scene) => {
    const { shown, after } = await run(scene);
    const [before, now] = [shown.map(told), after];
    expect(now.filter((line) => line.startsWith(ruleId))).not.toEqual([]);
    for (const line of now) expect(before).toContain(line);
  });

  it.each(["INV-04", "INV-06", "INV-19"])("%s as the office set it", async (ruleId) => {
    const scene = cases[ruleId];
    if (scene === undefined) throw new Error("no such case");
    const off = await run(scene, { ruleId, severity: "off" });
    expect([...off.shown.map(told), ...off.after].filter((line) => line.startsWith(ruleId))).toEqual([]);
    const mild = await run(scene, { ruleId, severity: "hint" });
    const severities = mild.shown.filter((issue) => issue.ruleId === ruleId).map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set(["hint"]));
  });

  it.each(Object.entries(refused))("%s is told, and nothing of it is taken in", async (ruleId, file) => {
    const { context } = await office();
    await importOf(context, invoiceOf(1));
    const { preview } = await previewImport(context, await exportOf(file));
    expect(
      preview.issues.filter((issue) => issue.ruleId === ruleId).map(({ severity }) => severity),
    ).toContain("block");
    expect(preview.counts).toMatchObject({ new: 0, changed: 0 });
  });
});
