import { formatBp, formatYuan, ratioBp, sumCents } from "../../kernel/cents.ts";
import { type IsoDate, isoDate } from "../../kernel/dates.ts";
import { type Decimal, decimal } from "../../kernel/decimal.ts";
import type { Indicator, Project } from "../../model/project.ts";
import { isDue, personDue } from "../../needs/personDue.ts";
import { needMatter } from "../../needs/sameNeed.ts";
import type { ContractFact } from "../../rules/contractFacts.ts";
import type { Facts } from "../../rules/facts.ts";
import { likeness } from "../../text/likeness.ts";
import { divideRounded } from "../divide.ts";
import type { Count } from "./counts.ts";

/** A share in percent with two decimals at most. */
type Share = Count;

const hundred = decimal("100");

const percentOf = (part: number, whole: number): Decimal =>
  divideRounded([decimal(String(part)), hundred], decimal(String(whole)), 2);

const firstOf = ({ fiscalYear }: Project): IsoDate => isoDate(`${fiscalYear}-01-01`);

/** Contracts that an indicator is about: those of its line, else those with a name like its own, else the project's. */
function contractsAbout(facts: Facts, project: Project, indicator: Indicator): readonly ContractFact[] {
  const own = facts.contracts.filter(({ row }) => row.projectId === project.id && row.state !== "draft");
  const ofLine = own.filter(({ row }) => row.budgetLineId === indicator.budgetLineId);
  if (indicator.budgetLineId !== null && ofLine.length > 0) return ofLine;
  const near = own.map((contract) => ({
    contract,
    like: Math.max(
      likeness(contract.row.name, indicator.name),
      likeness(facts.budgetLines.get(contract.row.budgetLineId)?.name ?? "", indicator.name),
    ),
  }));
  const alike = near.filter(({ like }) => like >= 0.5);
  return alike.length > 0 ? alike.map(({ contract }) => contract) : own;
}

/** 验收合格率: of the acceptances of the year so far. */
export function acceptedShare(
  facts: Facts,
  project: Project,
  indicator: Indicator,
  day: IsoDate,
): Share | undefined {
  const contracts = contractsAbout(facts, project, indicator);
  const done = contracts.flatMap(({ acceptances }) =>
    acceptances.filter(({ acceptedOn }) => acceptedOn >= firstOf(project) && acceptedOn <= day),
  );
  if (done.length === 0) return undefined;
  const passed = done.filter(({ result }) => result === "pass").length;
  const mended = done.filter(({ result }) => result === "conditional").length;
  const also = mended === 0 ? "" : `，整改后合格 ${mended} 份`;
  const names = contracts
    .filter(({ acceptances }) => acceptances.some((one) => done.includes(one)))
    .map(({ row }) => row.contractNo)
    .join("、");
  return {
    quantity: percentOf(passed, done.length),
    source: `验收（考核）单 ${firstOf(project)} 到 ${day} 共 ${done.length} 份，合格 ${passed} 份${also}（合同 ${names}）`,
  };
}

/** 支付及时率: instalments whose last day has come, and how many were paid in full by then. */
export function paidInTime(facts: Facts, project: Project, day: IsoDate): Share | undefined {
  const due = facts.contracts
    .filter(({ row }) => row.projectId === project.id && row.state !== "draft")
    .flatMap(({ instalments }) => instalments)
    .filter(
      ({ row, payableCents }) =>
        row.dueDate !== null && row.dueDate >= firstOf(project) && row.dueDate <= day && payableCents > 0,
    );
  if (due.length === 0) return undefined;
  const inTime = due.filter((instalment) => {
    const uses = facts.usesOfInstalment
      .of(instalment)
      .filter(({ payment }) => payment.isPaid && payment.payDate <= (instalment.row.dueDate ?? day));
    return sumCents(uses.map(({ use }) => use.cents)) >= instalment.payableCents;
  }).length;
  return {
    quantity: percentOf(inTime, due.length),
    source: `付款期次到 ${day} 应付 ${due.length} 期，按期付清 ${inTime} 期`,
  };
}

/** What was paid of a project, or of one line, up to a day. */
export const paidCentsBy = (
  facts: Facts,
  project: Project,
  day: IsoDate,
  lineId: Indicator["budgetLineId"] = null,
) =>
  sumCents(
    facts.payments
      .filter(
        ({ row, isPaid, payDate, lineUse }) =>
          isPaid &&
          payDate <= day &&
          row.projectId === project.id &&
          (lineId === null || lineUse?.of.id === lineId),
      )
      .map(({ row }) => row.amountCents),
  );

export function executedShare(facts: Facts, project: Project, day: IsoDate): Share | undefined {
  const [paid, annual] = [paidCentsBy(facts, project, day), facts.budget.annualCents(project.id)];
  const bp = ratioBp(paid, annual);
  if (bp === undefined) return undefined;
  return {
    quantity: divideRounded([decimal(String(bp))], hundred, 2),
    source: `到 ${day} 已付 ${formatYuan(paid)} 元，占年度预算 ${formatYuan(annual)} 元的 ${formatBp(bp)}`,
  };
}

/** 覆盖率: of those on the list who are to have something, how many have it. */
export function coveredShare(
  facts: Facts,
  project: Project,
  indicator: Indicator,
  day: IsoDate,
): Share | undefined {
  const need = facts.rows.need
    .filter(({ projectId, perPerson }) => projectId === project.id && perPerson !== null)
    .map((row) => ({ row, like: likeness(row.name, indicator.name) }))
    .toSorted((a, b) => b.like - a.like)
    .find(({ like }) => like >= 0.3)?.row;
  if (need === undefined) return undefined;
  const matter = new Set(
    facts.rows.need.filter((row) => needMatter(row) === needMatter(need)).map(({ id }) => id),
  );
  const issues = facts.rows.needIssue.filter((row) => matter.has(row.needId) && row.issuedOn <= day);
  const people = facts.rows.staff.flatMap((person) => {
    if (person.joinedOn !== null && person.joinedOn > day) return [];
    const own = issues.filter(({ staffId }) => staffId === person.id);
    const due = personDue(need, person, own, { fiscalYear: project.fiscalYear, asOf: day });
    return due === undefined || due.state === "left" ? [] : [due];
  });
  if (people.length === 0) return undefined;
  const covered = people.filter((due) => !isDue(due)).length;
  return {
    quantity: percentOf(covered, people.length),
    source: `人员名册 ${day} 在岗 ${people.length} 人，“${need.name}”已发或未到更换年限 ${covered} 人`,
  };
}
