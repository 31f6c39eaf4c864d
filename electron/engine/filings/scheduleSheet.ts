import type { FindingView } from "#shared/api/checks.ts";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { CheckLine } from "#shared/forms/builders/checkLine.ts";
import type { ScheduleGroup, ScheduleLine, ScheduleSheet } from "#shared/forms/builders/schedule.ts";
import { type Cents, formatYuan, subtractCents, sumCents } from "#shared/kernel/cents.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { contractView, instalmentView } from "../contracts/views.ts";
import { type Place, placeFindings } from "./placeFindings.ts";
import { projectPaper } from "./projectPaper.ts";

type Placed = ReadonlyMap<Place, readonly CheckLine[]>;

/** The payment plan of a project as it stood on the day of the facts, with every finding at what it is about. */
export function scheduleSheet(
  facts: Facts,
  project: Project,
  findings: readonly FindingView[],
): ScheduleSheet {
  const contracts = facts.contracts.filter(({ row }) => row.projectId === project.id);
  const withoutContract = facts.payments.filter(
    ({ row, contract }) => row.projectId === project.id && contract === undefined,
  );
  const placed = placeFindings(findings, facts, contracts, withoutContract);
  return {
    project,
    implementingName: projectPaper(facts, project).implementingName,
    asOf: facts.asOf,
    groups: [
      ...contracts.map((contract) => contractGroup(facts, contract, placed)),
      ...noContractGroup(withoutContract, placed),
    ],
    otherFindings: placed.get("other") ?? [],
  };
}

function contractGroup(facts: Facts, contract: ContractFact, placed: Placed): ScheduleGroup {
  const instalments = contract.instalments.map((instalment) => instalmentView(facts, instalment));
  const view = contractView(facts, contract, instalments);
  const total = view.totalCents === null ? "未约定（据实支付）" : formatYuan(view.totalCents);
  return {
    heading: [`合同 ${view.contractNo}`, view.name, `乙方：${view.vendorName}`, `合同金额：${total}`],
    lines: [
      ...instalments.map((instalment) => instalmentLine(instalment, placed)),
      ...outsideLine(instalments, view),
    ],
    findings: placed.get(contract.row.id) ?? [],
  };
}

const instalmentLine = (instalment: InstalmentView, placed: Placed): ScheduleLine => ({
  label: instalment.label === "" ? `第${instalment.seq}期` : instalment.label,
  period: formatPeriodText(instalment.periodFrom, instalment.periodTo),
  earliestDate: instalment.earliestDate,
  dueDate: instalment.dueDate,
  planned: { amountCents: instalment.amountCents, deductionCents: instalment.deductionCents },
  invoicedCents: instalment.invoicedCents,
  paidCents: instalment.paidCents,
  status: instalment.status,
  findings: placed.get(instalment.id) ?? [],
});

/** What was invoiced or paid under a contract and on none of its instalments: so that the sheet adds up to the ledger. */
function outsideLine(
  instalments: readonly InstalmentView[],
  contract: Readonly<{ invoicedCents: Cents; paidCents: Cents }>,
): readonly ScheduleLine[] {
  const invoicedCents = subtractCents(
    contract.invoicedCents,
    sumCents(instalments.map((instalment) => instalment.invoicedCents)),
  );
  const paidCents = subtractCents(
    contract.paidCents,
    sumCents(instalments.map((instalment) => instalment.paidCents)),
  );
  if (invoicedCents === 0 && paidCents === 0) return [];
  return [{ ...unplanned, label: "其他", period: "未对应期次", invoicedCents, paidCents, findings: [] }];
}

const unplanned = { earliestDate: null, dueDate: null, planned: null, status: null } as const;

function noContractGroup(payments: readonly PaymentFact[], placed: Placed): readonly ScheduleGroup[] {
  if (payments.length === 0) return [];
  return [
    {
      heading: ["未关联合同的付款"],
      lines: payments.map((payment) => paymentLine(payment, placed.get(payment.row.id) ?? [])),
      findings: [],
    },
  ];
}

function paymentLine(
  { row, allocations, isPaid }: PaymentFact,
  findings: readonly CheckLine[],
): ScheduleLine {
  const { periodFrom, periodTo, paymentNo, payeeName, amountCents } = row;
  const period =
    periodFrom === null || periodTo === null ? payeeName : formatPeriodText(periodFrom, periodTo);
  return {
    ...unplanned,
    label: paymentNo,
    period,
    invoicedCents: sumCents(
      allocations.filter(({ invoiceId }) => invoiceId !== null).map((link) => link.amountCents),
    ),
    paidCents: isPaid ? amountCents : subtractCents(amountCents, amountCents),
    findings,
  };
}
