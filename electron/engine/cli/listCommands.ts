import { type IsoDate, isIsoDate } from "#shared/kernel/dates.ts";
import { statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { paymentWords } from "#shared/words/words.ts";
import { listContracts } from "../contracts/listContracts.ts";
import { listInstalments } from "../contracts/listInstalments.ts";
import { listBatches } from "../invoices/listBatches.ts";
import { listInvoices } from "../invoices/listInvoices.ts";
import { listPayments } from "../payments/listPayments.ts";
import { listProjects } from "../projects/listProjects.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

/** `--as-of` as a day; bad use when it is none. */
export function asOfOption(args: Arguments): IsoDate | undefined {
  const text = args.text("as-of");
  if (text === undefined || isIsoDate(text)) return text;
  throw badUse(`--as-of 应为日期，例如 2022-07-08，现为 ${text}`);
}

const asOfShape = { words: [], options: { "as-of": "text" } } as const;

const listCommand = (props: Omit<Command, "usage"> & { usage?: string }): Command => ({
  usage: `${props.name} [--as-of 日期] --db 账本`,
  ...props,
});

export const listCommands: readonly Command[] = [
  listCommand({
    name: "list projects",
    summary: "项目清单",
    shape: asOfShape,
    run: async ({ args, withLedger }) => {
      const asOf = asOfOption(args);
      const projects = await withLedger((context) => listProjects(context, { fiscalYear: null }, asOf));
      return {
        data: projects.map((row) => ({
          code: row.code,
          name: row.name,
          fiscalYear: row.fiscalYear,
          category: row.category,
          department: row.departmentName,
          implementingUnit: row.implementingName,
          startDate: row.startDate,
          endDate: row.endDate,
          annualCents: row.annualCents,
          paidCents: row.paidCents,
          committedCents: row.committedCents,
        })),
        text: textTable(projects, [
          { title: "编码", value: (row) => row.code },
          { title: "项目", value: (row) => row.name },
          { title: "年度", value: (row) => String(row.fiscalYear) },
          { title: "年度资金（元）", value: (row) => ({ cents: row.annualCents }) },
          { title: "已付（元）", value: (row) => ({ cents: row.paidCents }) },
        ]),
      };
    },
  }),
  listCommand({
    name: "list contracts",
    summary: "合同清单",
    shape: asOfShape,
    run: async ({ args, withLedger }) => {
      const asOf = asOfOption(args);
      const contracts = await withLedger((context) => listContracts(context, {}, asOf));
      return {
        data: contracts.map((row) => ({
          contractNo: row.contractNo,
          name: row.name,
          kind: row.kind,
          project: row.projectName,
          vendorName: row.vendorName,
          signedOn: row.signedOn,
          startDate: row.startDate,
          endDate: row.endDate,
          amountCents: row.totalCents,
          plannedCents: row.plannedCents,
          invoicedCents: row.invoicedCents,
          paidCents: row.paidCents,
          state: row.state,
        })),
        text: textTable(contracts, [
          { title: "合同编号", value: (row) => row.contractNo },
          { title: "名称", value: (row) => row.name },
          { title: "乙方", value: (row) => row.vendorName },
          {
            title: "合同金额（元）",
            value: (row) => (row.totalCents === null ? "据实" : { cents: row.totalCents }),
          },
          { title: "已付（元）", value: (row) => ({ cents: row.paidCents }) },
        ]),
      };
    },
  }),
  listCommand({
    name: "list schedule",
    summary: "付款期次",
    shape: asOfShape,
    run: async ({ args, withLedger }) => {
      const asOf = asOfOption(args);
      const rows = await withLedger((context) => listInstalments(context, {}, asOf));
      return {
        data: rows.map((row) => ({
          contractNo: row.contractNo,
          seq: row.seq,
          label: row.label,
          periodFrom: row.periodFrom,
          periodTo: row.periodTo,
          earliestDate: row.earliestDate,
          dueDate: row.dueDate,
          amountCents: row.amountCents,
          deductionCents: row.deductionCents,
          invoicedCents: row.invoicedCents,
          paidCents: row.paidCents,
          status: row.status,
        })),
        text: textTable(rows, [
          { title: "合同编号", value: (row) => row.contractNo },
          { title: "期次", value: (row) => row.label },
          { title: "最早付款日", value: (row) => row.earliestDate ?? "" },
          { title: "最迟付款日", value: (row) => row.dueDate ?? "" },
          { title: "应付（元）", value: (row) => ({ cents: row.payableCents }) },
          { title: "已付（元）", value: (row) => ({ cents: row.paidCents }) },
          { title: "状态", value: (row) => statusLabels[row.status] },
        ]),
      };
    },
  }),
  listCommand({
    name: "list invoices",
    usage: "list invoices --db 账本",
    summary: "发票清单",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => {
      const invoices = await withLedger(({ ledger }) => listInvoices(ledger));
      return {
        data: invoices,
        text: textTable(invoices, [
          { title: "发票号码", value: (row) => row.number },
          { title: "销方", value: (row) => row.sellerName },
          { title: "开票日期", value: (row) => row.issueDate },
          { title: "价税合计（元）", value: (row) => ({ cents: row.grossCents }) },
        ]),
      };
    },
  }),
  listCommand({
    name: "list payments",
    summary: "付款清单",
    shape: asOfShape,
    run: async ({ args, withLedger }) => {
      const asOf = asOfOption(args);
      const payments = await withLedger((context) => listPayments(context, {}, asOf));
      return {
        data: payments.map((row) => ({
          paymentNo: row.paymentNo,
          state: row.state,
          payeeName: row.payeeName,
          contractNo: row.contractNo,
          purpose: row.purpose,
          amountCents: row.amountCents,
          allocatedCents: row.allocatedCents,
          requestedOn: row.requestedOn,
          paidOn: row.paidOn,
          invoiceNumbers: row.invoiceNumbers,
        })),
        text: textTable(payments, [
          { title: "付款编号", value: (row) => row.paymentNo },
          { title: "收款方", value: (row) => row.payeeName },
          { title: "事由", value: (row) => row.purpose },
          { title: "金额（元）", value: (row) => ({ cents: row.amountCents }) },
          { title: "状态", value: (row) => paymentWords[row.state] },
        ]),
      };
    },
  }),
  listCommand({
    name: "list batches",
    usage: "list batches --db 账本",
    summary: "导入批次",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => {
      const batches = await withLedger(({ ledger }) => listBatches(ledger));
      return {
        data: batches.map((row) => ({
          batch: row.id,
          fileName: row.fileName,
          source: row.source,
          importedAt: row.importedAt,
          importedBy: row.importedBy,
          counts: {
            rows: row.rowCount,
            new: row.newCount,
            unchanged: row.unchangedCount,
            changed: row.changedCount,
            conflict: row.conflictCount,
            rejected: row.rejectedCount,
          },
          undone: row.voidedAt !== null,
        })),
        text: textTable(batches, [
          { title: "批次", value: (row) => row.id },
          { title: "文件", value: (row) => row.fileName },
          { title: "新增", value: (row) => String(row.newCount) },
          { title: "变更", value: (row) => String(row.changedCount) },
          { title: "拒绝", value: (row) => String(row.rejectedCount) },
          { title: "状态", value: (row) => (row.voidedAt === null ? "有效" : "已撤销") },
        ]),
      };
    },
  }),
];
