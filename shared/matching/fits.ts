import { type Cents, cents } from "../kernel/cents.ts";
import { daysBetween, formatPeriodText, type IsoDate, maxDate, minDate } from "../kernel/dates.ts";
import type { ContractFact } from "../rules/contractFacts.ts";
import { instalmentName } from "../rules/words.ts";
import type { Period } from "../schedule/periods.ts";
import { claimText } from "./claims.ts";
import type { OpenInstalment, Run } from "./openInstalments.ts";
import type { Paper } from "./paper.ts";
import type { points } from "./score.ts";

/** A way in which a paper fits instalments, by the name of the points that it gives. */
export type Fit = Exclude<keyof typeof points, "taxId" | "known" | "name" | "inTurn">;

/** What speaks for all instalments of a contract alike. */
export function contractFits({ row }: ContractFact, openContractCount: number, paper: Paper): readonly Fit[] {
  const fits: Fit[] = [];
  if (openContractCount === 1) fits.push("onlyContract");
  if (paper.text.includes(row.contractNo)) fits.push("namedContract");
  return fits;
}

/** What speaks for and against a run. Not a word of it yet: most runs that are weighed are never shown. */
export function runFits(run: Run, paper: Paper, firstOpen: OpenInstalment | undefined): readonly Fit[] {
  const fits: Fit[] = [];
  if (paper.period !== undefined) fits.push(periodFit(spanOf(run), paper.period));
  else {
    const near = nearFit(daysApart(run, paper.day));
    if (near !== undefined) fits.push(near);
    if (firstOpen !== undefined && run.includes(firstOpen)) fits.push("firstOpen");
  }
  fits.push(amountFit(run, paper.amountCents));
  if (run.some(({ claims }) => claims.length > 0)) fits.push("claimed");
  return fits;
}

function periodFit(span: Period, said: Period): Fit {
  if (span.from === said.from && span.to === said.to) return "period";
  return span.from <= said.to && span.to >= said.from ? "periodTouches" : "periodDiffers";
}

function nearFit(days: number): Fit | undefined {
  if (days <= 15) return "near";
  if (days <= 31) return "month";
  return days <= 62 ? "season" : undefined;
}

function amountFit(run: Run, amount: Cents): Fit {
  const free = freeOfRun(run);
  if (free === amount) return run.length === 1 ? "amount" : "sum";
  return amount < free ? "part" : "amountDiffers";
}

/** The sentence for a fit. */
export function fitText(fit: Fit, run: Run, paper: Paper): string {
  const { row, contract } = run[0].instalment;
  switch (fit) {
    case "onlyContract":
      return `只有合同${contract.row.contractNo}有未付期次`;
    case "namedContract":
      return `写明合同编号${contract.row.contractNo}`;
    case "period":
      return `写明${saidPeriod(paper)}`;
    case "periodTouches":
      return `写明${saidPeriod(paper)}，包含或涉及该期`;
    case "periodDiffers":
      return `写明${saidPeriod(paper)}，不是该期`;
    case "near":
    case "month":
    case "season":
      return `日期与该期${isPaidAtStart(run) ? "开始" : "结束"}相差${daysApart(run, paper.day)}天`;
    case "firstOpen":
      return "最早的未付期次";
    case "amount":
      return `金额与${instalmentName(row)}未付余额一致`;
    case "sum":
      return `金额等于${run.length}期未付余额合计`;
    case "part":
      return "金额小于未付余额，按部分付款";
    case "amountDiffers":
      return "金额大于未付余额";
    case "claimed":
      return claimText(run.flatMap(({ claims }) => claims));
  }
}

const saidPeriod = ({ period }: Paper): string =>
  period === undefined ? "" : formatPeriodText(period.from, period.to);

const isPaidAtStart = ([{ instalment }]: Run): boolean => instalment.contract.row.payTiming === "periodStart";

/** Days between the paper and the day from which such papers are to be expected. */
function daysApart(run: Run, day: IsoDate): number {
  const span = spanOf(run);
  return Math.abs(daysBetween(isPaidAtStart(run) ? span.from : span.to, day));
}

function spanOf([first, ...others]: Run): Period {
  let { periodFrom: from, periodTo: to } = first.instalment.row;
  for (const { instalment } of others) {
    from = minDate(from, instalment.row.periodFrom);
    to = maxDate(to, instalment.row.periodTo);
  }
  return { from, to };
}

function freeOfRun(run: Run): Cents {
  let free = 0;
  for (const { freeCents } of run) free += freeCents;
  return cents(free);
}
