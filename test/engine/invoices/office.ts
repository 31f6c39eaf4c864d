import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ImportContext } from "#engine/invoices/importContext.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import {
  type TaxExportInvoice,
  type TaxExportLine,
  type TaxExportOptions,
  writeTaxExport,
} from "#engine/sample/taxExport.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import { type Cents, cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { clock, testFolder, testLedger, write } from "#test/engine/store/testLedger.ts";

export const buyer = {
  buyerTaxId: "12310117MB00000000",
  buyerName: "上海市松江区广富林街道城市运行管理中心",
};
export const oldBuyerName = "上海市松江区广富林街道城市网格化综合管理中心";
export const numberOf = (last: number): string => `223120000000000${String(last).padStart(5, "0")}`;

/** A line of `net` 元 at 6 %. */
export const lineOf = (net: number, more: Partial<TaxExportLine> = {}): TaxExportLine => ({
  goodsName: "*物联网服务*服务费",
  taxCategoryCode: "3040502020200000000",
  unitName: "台",
  quantity: "2",
  unitPrice: "50",
  taxRate: "6%",
  netCents: cents(net * 100),
  taxCents: cents(net * 6),
  ...more,
});

/** A 数电 invoice of 106.00 元 with this number's end. */
export const invoiceOf = (last: number, more: Partial<TaxExportInvoice> = {}): TaxExportInvoice => ({
  digitalNumber: numberOf(last),
  sellerTaxId: "91310117MA1J000060",
  sellerName: "上海示例服务有限公司",
  ...buyer,
  issuedAt: "2022-03-31 10:12:00",
  lines: [lineOf(100)],
  ...more,
});

export const contextOf = (ledger: Ledger, more: Partial<ImportContext> = {}): ImportContext => ({
  ledger,
  clock,
  officer: "王经办",
  signal: new AbortController().signal,
  progress: () => undefined,
  write: (action, work) => ledger.write({ actor: "王经办", action }, work),
  ...more,
});

/** A ledger with the office's units and one vendor. */
export async function office(): Promise<Readonly<{ ledger: Ledger; context: ImportContext; vendorId: Id }>> {
  const ledger = await testLedger();
  const [unit, vendorId] = [newId(), newId()];
  await write(ledger, async (tx) => {
    await insertRow(tx, "ownUnit", {
      id: unit,
      kind: "unit",
      nature: "institution",
      creditCode: buyer.buyerTaxId,
      note: "",
    });
    for (const [name, validFrom, validTo] of [
      [oldBuyerName, null, isoDate("2021-12-31")],
      [buyer.buyerName, isoDate("2022-01-01"), null],
    ] as const) {
      await insertRow(tx, "ownUnitName", { id: newId(), ownUnitId: unit, name, validFrom, validTo });
    }
    await insertRow(tx, "vendor", {
      id: vendorId,
      name: "上海示例服务有限公司",
      creditCode: "91310117MA1J000060",
      isSmallOrMedium: null,
      note: "",
    });
  });
  return { ledger, context: contextOf(ledger), vendorId };
}

/** Writes an export to a folder of its own. */
export async function exportOf(
  invoices: Iterable<TaxExportInvoice>,
  options: Omit<TaxExportOptions, "invoices"> = {},
  name = "全量发票查询导出结果.xlsx",
): Promise<string> {
  const path = join(testFolder(), name);
  await writeTaxExport(path, { invoices, ...options });
  return path;
}

export const importOf = async (context: ImportContext, ...invoices: readonly TaxExportInvoice[]) =>
  importInvoices(context, { path: await exportOf(invoices) });

export const previewOf = async (context: ImportContext, ...invoices: readonly TaxExportInvoice[]) =>
  (await previewImport(context, await exportOf(invoices))).preview;

/** A paid payment that uses an invoice. */
export async function pay(
  ledger: Ledger,
  invoiceNumber: string,
  amountCents: Cents,
  paymentNo = "FK-001",
): Promise<Id> {
  const invoice = await ledger.read
    .selectFrom("invoice")
    .select("id")
    .where("number", "=", invoiceNumber)
    .where("voidedAt", "is", null)
    .executeTakeFirstOrThrow();
  const [projectId, paymentId] = [newId(), newId()];
  await write(ledger, async (tx) => {
    await insertRow(tx, "project", {
      id: projectId,
      code: `P-${paymentNo}`,
      name: "社区综合治理",
      fiscalYear: 2022,
      category: "经常性项目",
      nature: "",
      departmentUnitId: null,
      implementingUnitId: null,
      startDate: isoDate("2022-01-01"),
      endDate: isoDate("2022-12-31"),
      functionCode: "",
      overallGoal: "",
      annualGoal: "",
      template: "sh-2022",
      note: "",
      previousProjectId: null,
    });
    await insertRow(tx, "payment", {
      id: paymentId,
      paymentNo,
      state: "paid",
      projectId,
      budgetLineId: null,
      contractId: null,
      vendorId: null,
      payerUnitId: null,
      payeeName: "上海示例服务有限公司",
      payeeTaxId: "",
      payeeAccountNo: "",
      purpose: "服务费",
      amountCents,
      isAdvance: 0,
      refundOfId: null,
      capitalText: "",
      batchId: null,
      periodFrom: null,
      periodTo: null,
      requestedOn: isoDate("2022-04-10"),
      paidOn: isoDate("2022-04-12"),
      method: "transfer",
      economicCode: "30227",
      handledBy: "王经办",
      reviewedBy: "",
      approvedBy: "",
      voucherNo: "",
      note: "",
    });
    await insertRow(tx, "allocation", {
      id: newId(),
      paymentId,
      instalmentId: null,
      invoiceId: invoice.id,
      amountCents,
    });
  });
  return paymentId;
}

/** All that counts in a ledger: live rows and their parts, without batches, their rows and the log. */
export async function liveRows(ledger: Ledger): Promise<unknown> {
  const dead = new Set(
    (await ledger.read.selectFrom("invoice").select("id").where("voidedAt", "is not", null).execute()).map(
      ({ id }) => id,
    ),
  );
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of tableNames.filter(
    (name) => !["changeLog", "importBatch", "importRow"].includes(name),
  )) {
    const rows = await ledger.read.selectFrom(table).selectAll().orderBy("id").execute();
    tables[table] = rows.filter(
      (row) =>
        !("voidedAt" in row && row.voidedAt !== null) &&
        !("invoiceId" in row && row.invoiceId !== null && dead.has(row.invoiceId)),
    );
  }
  return tables;
}

/** The same without ids and the batch: what an officer would call the same ledger. */
export async function invoiceFigures(ledger: Ledger): Promise<unknown> {
  const invoices = await ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("voidedAt", "is", null)
    .orderBy("number")
    .execute();
  const lines = await ledger.read
    .selectFrom("invoiceLine")
    .selectAll()
    .orderBy("invoiceId")
    .orderBy("seq")
    .execute();
  return invoices.map(({ id, batchId: _, ...invoice }) => ({
    ...invoice,
    lines: lines
      .filter(({ invoiceId }) => invoiceId === id)
      .map(({ id: _id, invoiceId: _invoice, ...line }) => line),
  }));
}

export const closeAfter = (ledger: Ledger): void => onTestFinished(() => ledger.close());
