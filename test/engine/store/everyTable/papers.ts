import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { allocationRow, invoiceRow, paymentRow } from "../rowsOf.ts";
import { contractId, dead, instant, live, pdfHash } from "./common.ts";

export const papersTables = () =>
  ({
    importBatch: [
      {
        id: asId("batch-1"),
        kind: "invoices",
        source: "全量发票查询",
        fileName: "全量发票查询导出结果.xlsx",
        fileHash: "ab",
        sheetsJson: "[]",
        rowCount: 2,
        newCount: 1,
        unchangedCount: 0,
        changedCount: 0,
        conflictCount: 0,
        rejectedCount: 1,
        importedAt: instant,
        importedBy: "王经办",
        ...live,
      },
    ],
    invoice: [
      invoiceRow({
        batchId: asId("batch-1"),
        vendorId: asId("vendor-1"),
        entry: "import",
        status: "redPartial",
      }),
      invoiceRow({
        id: asId("invoice-red"),
        number: "22312000000000000002",
        isRed: 1,
        blueNumber: "22312000000000000001",
        netCents: cents(-943_396),
        taxCents: cents(-56_604),
        grossCents: cents(-1_000_000),
      }),
      invoiceRow({ id: asId("invoice-void"), ...dead }),
    ],
    invoiceLine: [
      {
        id: asId("invoiceLine-1"),
        invoiceId: asId("invoice-1"),
        seq: 1,
        taxCategoryCode: "3040000000000000000",
        goodsName: "*企业管理服务*物业服务",
        spec: "",
        unitName: "季",
        quantity: decimal("1"),
        unitPrice: decimal("56603.773584905660"),
        netCents: cents(5_660_377),
        taxRate: "6%",
        taxCents: cents(339_623),
        grossCents: cents(6_000_000),
      },
    ],
    importRow: [
      {
        id: asId("importRow-1"),
        batchId: asId("batch-1"),
        sheet: "发票基础信息",
        rowNo: 2,
        number: "22312000000000000001",
        result: "new",
        message: "",
        invoiceId: asId("invoice-1"),
        beforeJson: null,
        cellsJson: '{"序号":"1"}',
        paymentId: null,
      },
    ],
    payment: [
      paymentRow({ state: "paid", paidOn: isoDate("2022-04-20"), amountCents: cents(5_000_000) }),
      paymentRow({ id: asId("payment-void"), ...dead }),
    ],
    paymentStep: [
      {
        id: asId("step-1"),
        paymentId: asId("payment-1"),
        seq: 1,
        action: "submit",
        by: "王经办",
        at: instant,
        opinion: "",
        findingsJson: null,
      },
    ],
    attachmentContent: [{ id: asId("content-1"), sha256: pdfHash, base64: "JVBERi0=" }],
    attachment: [
      {
        id: asId("attachment-1"),
        contentId: asId("content-1"),
        kind: "contractScan",
        fileName: "合同.pdf",
        mediaType: "application/pdf",
        sizeBytes: 5,
        projectId: null,
        contractId,
        supplementId: null,
        acceptanceId: null,
        invoiceId: null,
        approvalId: null,
        paymentId: null,
        addedAt: instant,
        addedBy: "王经办",
        note: "",
        invoiceNumber: "24312000000012345678",
        ...live,
      },
    ],
    approval: [
      {
        id: asId("approval-1"),
        kind: "minutes",
        documentNo: "〔2022〕1号",
        title: "三重一大会议纪要",
        approvedOn: isoDate("2022-01-03"),
        projectId: null,
        contractId,
        paymentId: asId("payment-1"),
        content: "",
        ...live,
      },
    ],
    allocation: [
      // More than the payment until the red one is there as well.
      allocationRow({ amountCents: cents(6_000_000) }),
      allocationRow({
        id: asId("allocation-2"),
        instalmentId: null,
        invoiceId: asId("invoice-red"),
        amountCents: cents(-1_000_000),
      }),
      allocationRow({ id: asId("allocation-void"), paymentId: asId("payment-void") }),
    ],
  }) satisfies Partial<LedgerDocument["tables"]>;
