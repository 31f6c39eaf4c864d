import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { contractRow, instalmentRow, vendorRow } from "../rowsOf.ts";
import { contractId, dead, live, projectId } from "./common.ts";

export const contractsTables = () =>
  ({
    vendor: [vendorRow(), vendorRow({ id: asId("vendor-void"), ...dead })],
    vendorName: [
      {
        id: asId("vendorName-1"),
        vendorId: asId("vendor-1"),
        name: "旧名",
        validFrom: null,
        validTo: isoDate("2021-12-31"),
        source: "manual",
      },
      {
        id: asId("vendorName-2"),
        vendorId: asId("vendor-void"),
        name: "作废供应商的旧名",
        validFrom: null,
        validTo: null,
        source: "learned",
      },
    ],
    vendorAccount: [
      {
        id: asId("account-1"),
        vendorId: asId("vendor-1"),
        accountName: "户名",
        bank: "某银行",
        accountNo: "0001",
        validFrom: null,
        validTo: null,
      },
    ],
    contract: [
      // Comes before the contract that it continues.
      contractRow({ id: asId("contract-0"), contractNo: "HT-2022-00", parentContractId: contractId }),
      contractRow({ ownUnitId: asId("unit-1"), amountCents: null }),
    ],
    supplement: [
      {
        id: asId("supplement-1"),
        contractId,
        supplementNo: "BC-1",
        signedOn: isoDate("2022-03-01"),
        effectiveOn: isoDate("2022-04-01"),
        kind: "amount",
        deltaCents: cents(-1),
        newEndDate: null,
        description: "",
        ...live,
      },
    ],
    contractPrice: [
      {
        id: asId("price-1"),
        contractId,
        name: "巡查处置",
        unitName: "次",
        unitPrice: decimal("120.5"),
        validFrom: null,
        validTo: null,
      },
    ],
    milestone: [
      {
        id: asId("milestone-1"),
        contractId,
        seq: 1,
        name: "交货",
        dueOn: isoDate("2022-05-31"),
        amountCents: cents(100),
      },
    ],
    bondMovement: [
      {
        id: asId("bond-1"),
        contractId,
        kind: "receive",
        movedOn: isoDate("2022-01-10"),
        amountCents: cents(1_000_000),
        instrument: "guarantee",
        documentNo: "BH-1",
        note: "",
        ...live,
      },
    ],
    device: [
      {
        id: asId("device-1"),
        rentalId: asId("rental-1"),
        deviceNo: "DJ-001",
        model: "",
        holder: "张网格",
        inOn: isoDate("2022-01-01"),
        outOn: null,
        note: "",
        ...live,
      },
    ],
    measuredItem: [
      {
        id: asId("measured-1"),
        instalmentId: asId("instalment-1"),
        contractPriceId: asId("price-1"),
        name: "巡查处置",
        unitName: "次",
        quantity: decimal("2"),
        unitPrice: decimal("120.5"),
        amountCents: cents(24_100),
      },
    ],
    rental: [
      {
        id: asId("rental-1"),
        contractId,
        name: "对讲机",
        unitName: "部",
        proration: "daily",
        note: "",
        ...live,
      },
    ],
    rentalSegment: [
      {
        id: asId("segment-1"),
        rentalId: asId("rental-1"),
        validFrom: isoDate("2022-01-01"),
        validTo: null,
        quantity: decimal("36"),
        unitPrice: decimal("45.5"),
        free: 0,
        note: "",
      },
    ],
    instalment: [
      instalmentRow(),
      instalmentRow({ id: asId("instalment-2"), seq: 2, rentalId: asId("rental-1") }),
      instalmentRow({ id: asId("instalment-void"), seq: 2, ...dead }),
    ],
    acceptance: [
      {
        id: asId("acceptance-1"),
        contractId,
        instalmentId: asId("instalment-1"),
        documentNo: "YS-1",
        acceptedOn: isoDate("2022-04-01"),
        periodFrom: isoDate("2022-01-01"),
        periodTo: isoDate("2022-03-31"),
        result: "conditional",
        score: decimal("92.5"),
        deductionCents: cents(0),
        acceptedBy: "",
        note: "",
        ...live,
      },
    ],
    need: [
      {
        id: asId("need-1"),
        projectId,
        budgetLineId: asId("line-1"),
        kind: "uniform",
        name: "网格专职人员工作服",
        unitName: "套",
        unitPrice: decimal("1180"),
        quantity: null,
        perPerson: decimal("1"),
        replaceYears: 2,
        note: "",
        ...live,
      },
    ],
    needIssue: [
      {
        id: asId("issue-1"),
        needId: asId("need-1"),
        staffId: asId("staff-1"),
        issuedOn: isoDate("2022-06-01"),
        quantity: decimal("1"),
        paymentId: asId("payment-1"),
        note: "",
        ...live,
      },
    ],
  }) satisfies Partial<LedgerDocument["tables"]>;
