import { yearOf } from "../../kernel/dates.ts";
import type { Id } from "../../kernel/id.ts";
import type { Vendor } from "../../model/contract.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Payment } from "../../model/payment.ts";
import type { BudgetLine, Project } from "../../model/project.ts";
import type { ContractFact } from "../../rules/contractFacts.ts";
import type { Facts } from "../../rules/facts.ts";
import { indexBy } from "../../rules/indexing.ts";
import { plainName } from "../../text/plainName.ts";
import type { PaymentRow } from "./readRow.ts";

/** What a row names, found in the ledger. */
export type Resolved = Readonly<{
  project: Project;
  contract: ContractFact | undefined;
  line: BudgetLine | undefined;
  vendor: Vendor | undefined;
  invoices: readonly Invoice[];
  /** The payment that a refund gives back. */
  original: Payment | undefined;
}>;

export type Resolution =
  | Readonly<{ kind: "found"; found: Resolved }>
  | Readonly<{ kind: "missing"; message: string }>;

const missing = (message: string): Resolution => ({ kind: "missing", message });

export type Resolver = (row: PaymentRow) => Resolution;

/**
 * Finds contract, invoices, line and project of a row by what the office calls them. Nothing is guessed. `chosen` is the
 * project of rows that say nothing of one.
 */
export function resolver(facts: Facts, chosen: Id | null): Resolver {
  const contracts = indexBy(facts.contracts, (contract) => contract.row.contractNo);
  const payments = indexBy(facts.rows.payment, (payment) => payment.paymentNo);
  return (row) => {
    const contract = contracts.get(row.contractNo);
    const original = payments.get(row.refundOf);
    const fault = whatIsMissing(facts, row, { contract, original });
    if (fault !== undefined) return missing(fault);
    const projects = candidates(facts, row, { contract, original, chosen });
    if (typeof projects === "string") return missing(projects);
    const lines = linesNamed(facts, row.budgetLine, projects);
    if (row.budgetLine !== "" && lines.length !== 1) return missing(lineFault(row, lines));
    const line =
      lines[0] ?? lineAmong(projects, lineOf(facts, original?.budgetLineId ?? contract?.row.budgetLineId));
    const [only, second] = projects;
    const project = line !== undefined ? facts.projects.get(line.projectId) : second ? undefined : only;
    if (project === undefined) return missing("不知道属于哪个项目，请填写“项目”“预算项”或“合同编号”。");
    if (facts.years.get(project.fiscalYear)?.state === "closed")
      return missing(`${project.fiscalYear}年度已关账，不能再登记付款。`);
    const invoices = row.invoices.flatMap((number) => facts.invoices.withNumber(number) ?? []);
    const vendor =
      facts.vendorNames.find(row.payeeTaxId, row.payeeName, row.day) ?? contractVendor(contract, row);
    return { kind: "found", found: { project, contract, line, vendor, invoices, original } };
  };
}

type Named = Readonly<{ contract: ContractFact | undefined; original: Payment | undefined }>;

function whatIsMissing(facts: Facts, row: PaymentRow, { contract, original }: Named): string | undefined {
  if (row.contractNo !== "" && contract === undefined)
    return `没有编号为“${row.contractNo}”的合同，请先登记合同或核对编号。`;
  const unknown = row.invoices.find((number) => facts.invoices.withNumber(number) === undefined);
  if (unknown !== undefined) return `发票${unknown}不在账本里，请先导入发票或核对号码。`;
  if (row.refundOf !== "" && original === undefined)
    return `原付款${row.refundOf}不在账本里，请先导入原付款。`;
  return row.amountCents < 0 && original === undefined
    ? "是退款（金额为负），请填写“原付款编号”。"
    : undefined;
}

const lineFault = ({ budgetLine }: PaymentRow, lines: readonly BudgetLine[]): string =>
  lines.length === 0
    ? `找不到预算项“${budgetLine}”，请按预算明细的名称填写。`
    : `有${lines.length}个预算项叫“${budgetLine}”，请填写“项目”一列。`;

type Given = Named & Readonly<{ chosen: Id | null }>;

/** The projects a row may belong to, the most telling first: named, of its contract, chosen for the file, of its year. */
function candidates(facts: Facts, row: PaymentRow, given: Given): readonly Project[] | string {
  const all = [...facts.projects.values()];
  if (row.project !== "") {
    const name = plainName(row.project);
    const named = all.filter((each) => each.code === row.project || plainName(each.name) === name);
    const ofYear = named.filter((each) => each.fiscalYear === yearOf(row.day));
    return named.length === 0
      ? `没有叫“${row.project}”的项目，请填写项目的名称或编码。`
      : ofYear.length > 0
        ? ofYear
        : named;
  }
  const ownId = given.original?.projectId ?? openProject(facts, given) ?? given.chosen;
  if (ownId !== null) return all.filter((each) => each.id === ownId);
  return all.filter((each) => each.fiscalYear === yearOf(row.day));
}

/** The project of a contract, unless its year is closed and something else was chosen. */
function openProject(facts: Facts, { contract, chosen }: Given): Id | undefined {
  const project = contract === undefined ? undefined : facts.projects.get(contract.row.projectId);
  if (project === undefined) return undefined;
  return chosen !== null && facts.years.get(project.fiscalYear)?.state === "closed" ? undefined : project.id;
}

function linesNamed(facts: Facts, text: string, projects: readonly Project[]): readonly BudgetLine[] {
  if (text === "") return [];
  const ids = new Set(projects.map(({ id }) => id));
  const name = plainName(text);
  return [...facts.budgetLines.values()].filter(
    (line) => ids.has(line.projectId) && plainName(line.name) === name,
  );
}

/** What a contract of a closed year still owes is booked on a line of the project that pays it, which nobody named. */
const lineAmong = (projects: readonly Project[], line: BudgetLine | undefined): BudgetLine | undefined =>
  projects.some(({ id }) => id === line?.projectId) ? line : undefined;

const lineOf = (facts: Facts, id: Id | null | undefined): BudgetLine | undefined =>
  id === null || id === undefined ? undefined : facts.budgetLines.get(id);

const contractVendor = (contract: ContractFact | undefined, row: PaymentRow): Vendor | undefined =>
  contract?.vendor !== undefined && plainName(contract.vendor.name) === plainName(row.payeeName)
    ? contract.vendor
    : undefined;
