import type { FindingView } from "#shared/api/checks.ts";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { CheckLine } from "#shared/forms/builders/checkLine.ts";
import type { ScheduleGroup, ScheduleLine, ScheduleSheet } from "#shared/forms/builders/schedule.ts";
import { type Cents, formatYuan, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { paymentWords } from "#shared/words/words.ts";
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
  const payments = [...contracts.flatMap((contract) => paymentsAside(facts, contract)), ...withoutContract];
  const placed = placeFindings(findings, facts, contracts, payments);
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

/** Payments under a contract that settle none of its instalments, as with 据实支付. */
const paymentsAside = (facts: Facts, contract: ContractFact): readonly PaymentFact[] =>
  facts.paymentsOfContract.of(contract).filter(({ instalmentUses }) => instalmentUses.length === 0);

function contractGroup(facts: Facts, contract: ContractFact, placed: Placed): ScheduleGroup {
  const instalments = contract.instalments.map((instalment) => instalmentView(facts, instalment));
  const view = contractView(facts, contract, instalments);
  const total = view.totalCents === null ? "未约定（据实支付）" : formatYuan(view.totalCents);
  const lines = [
    ...instalments.map((instalment) => instalmentLine(instalment, placed)),
    ...paymentsAside(facts, contract).map((payment) => paymentLine(payment, placed)),
  ];
  return {
    heading: [`合同 ${view.contractNo}`, view.name, `乙方：${view.vendorName}`, `合同金额：${total}`],
    lines: [...lines, ...restLine(lines, view)],
    findings: placed.get(contract.row.id) ?? [],
  };
}

function instalmentLine(instalment: InstalmentView, placed: Placed): ScheduleLine {
  const period = formatPeriodText(instalment.periodFrom, instalment.periodTo);
  const named = instalment.label !== "" && instalment.label !== period;
  return {
    label: named ? instalment.label : `第${instalment.seq}期`,
    period,
    earliestDate: instalment.earliestDate,
    dueDate: instalment.dueDate,
    planned: { amountCents: instalment.amountCents, deductionCents: instalment.deductionCents },
    invoicedCents: instalment.invoicedCents,
    paidCents: instalment.paidCents,
    status: statusLabels[instalment.status],
    overdue: instalment.status === "overdue",
    findings: placed.get(instalment.id) ?? [],
  };
}

/** What was paid without an instalment was due by itself, so that 应付 − 扣款 − 已付 = 未付 holds in every total. */
const asPaid = (amountCents: Cents) => ({ amountCents, deductionCents: zeroCents });

const unplanned = { earliestDate: null, dueDate: null, planned: null, overdue: false } as const;

/** What is left of the contract's payments, so that the sheet adds up to the ledger. */
function restLine(
  lines: readonly ScheduleLine[],
  contract: Readonly<{ invoicedCents: Cents; paidCents: Cents }>,
): readonly ScheduleLine[] {
  const rest = (of: "invoicedCents" | "paidCents"): Cents =>
    subtractCents(contract[of], sumCents(lines.map((line) => line[of])));
  const [invoicedCents, paidCents] = [rest("invoicedCents"), rest("paidCents")];
  if (invoicedCents === 0 && paidCents === 0) return [];
  return [
    {
      ...unplanned,
      label: "其他",
      period: "未对应期次",
      planned: asPaid(paidCents),
      status: "",
      invoicedCents,
      paidCents,
      findings: [],
    },
  ];
}

function noContractGroup(payments: readonly PaymentFact[], placed: Placed): readonly ScheduleGroup[] {
  if (payments.length === 0) return [];
  const lines = payments.map((payment) => paymentLine(payment, placed));
  return [{ heading: ["未关联合同的付款"], lines, findings: [] }];
}

function paymentLine(
  { row, allocations, contract, state, payDate, isPaid }: PaymentFact,
  placed: Placed,
): ScheduleLine {
  const { id, periodFrom, periodTo, paymentNo, payeeName, requestedOn, amountCents } = row;
  const payee = payeeName === contract?.vendor?.name ? [] : [payeeName];
  const period = periodFrom === null || periodTo === null ? [] : [formatPeriodText(periodFrom, periodTo)];
  const day = isPaid ? `${payDate}支付` : `${requestedOn}申请`;
  return {
    ...unplanned,
    label: "付款",
    period: [paymentNo, ...payee, ...period, day].join("\n"),
    invoicedCents: sumCents(
      allocations.filter(({ invoiceId }) => invoiceId !== null).map((link) => link.amountCents),
    ),
    planned: isPaid ? asPaid(amountCents) : null,
    paidCents: isPaid ? amountCents : zeroCents,
    status: paymentWords[state],
    findings: placed.get(id) ?? [],
  };
}
