import { type Cents, minCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import { daysBetween, formatPeriodText, type IsoDate, maxDate, minDate } from "../kernel/dates.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import { instalmentName } from "../rules/words.ts";
import type { Period } from "../schedule/periods.ts";
import { claimReasons } from "./claims.ts";
import { type Lane, lanesOf, type OpenInstalment, type Overlay, openInstalments } from "./openInstalments.ts";
import { points, type Reason, scoreOf } from "./score.ts";

/** What a paper says about itself, whether it is an invoice or a payment. */
export type Paper = Readonly<{
  amountCents: Cents;
  day: IsoDate;
  /** Its words: the period is read from them and contract numbers are looked for. */
  text: string;
  period: Period | undefined;
}>;

/** Instalments that a paper may be for, together. */
export type Group = Readonly<{
  parts: readonly Readonly<{ instalment: InstalmentFact; amountCents: Cents }>[];
  score: number;
  reasons: readonly Reason[];
}>;

/** No paper covers more periods than a year has months. */
const longestRun = 12;
const mostGroups = 6;

/** The choices for a paper among the open instalments of some contracts, the best first, then the earliest. */
export const groupsFor = (
  facts: Facts,
  contracts: readonly ContractFact[],
  paper: Paper,
  partyReason: Reason,
  overlay?: Overlay,
): readonly Group[] => groupsAmong(openContracts(facts, contracts, overlay), paper, partyReason);

/** A contract with what is open of it. */
export type OpenContract = Readonly<{ contract: ContractFact; open: readonly OpenInstalment[] }>;

export const openContracts = (
  facts: Facts,
  contracts: readonly ContractFact[],
  overlay?: Overlay,
): readonly OpenContract[] =>
  contracts
    .map((contract) => ({ contract, open: openInstalments(facts, contract, overlay) }))
    .filter((entry) => entry.open.length > 0);

/** The same for who asks for many papers of one vendor, and looks once what is open. */
export function groupsAmong(
  open: readonly OpenContract[],
  paper: Paper,
  partyReason: Reason,
): readonly Group[] {
  const groups = open.flatMap(({ contract, open: instalments }) => {
    const base = [partyReason, ...contractReasons(contract, open.length, paper)];
    const first = instalments[0]?.instalment;
    return runsFor(instalments, paper).map((run) => {
      const reasons = [
        ...base,
        ...periodReasons(run, paper, first),
        amountReason(run, paper),
        ...claimReasons(run.flatMap(({ claims }) => claims)),
      ];
      return { parts: partsOf(run, paper.amountCents), score: scoreOf(reasons), reasons };
    });
  });
  return groups.toSorted((a, b) => b.score - a.score || compareStart(a, b)).slice(0, mostGroups);
}

const compareStart = (a: Group, b: Group): number => {
  const [left, right] = [a.parts[0]?.instalment.row, b.parts[0]?.instalment.row];
  if (left === undefined || right === undefined) return 0;
  return left.periodFrom < right.periodFrom ? -1 : left.periodFrom > right.periodFrom ? 1 : 0;
};

type Run = readonly OpenInstalment[];

/** Runs of instalments that add up to the amount, those of the period the paper names, and every single one. */
function runsFor(open: readonly OpenInstalment[], paper: Paper): readonly Run[] {
  const runs = new Map<string, Run>();
  const keep = (run: Run) => {
    if (run.length > 0) runs.set(run.map(({ instalment }) => instalment.row.id).join("|"), run);
  };
  for (const lane of lanesOf(open)) {
    for (const run of runsOfSum(lane, paper.amountCents)) keep(run);
    if (paper.period !== undefined) keep(within(lane, paper.period));
  }
  for (const one of open) keep([one]);
  return [...runs.values()];
}

function runsOfSum(lane: Lane, amount: Cents): readonly Run[] {
  const runs: Run[] = [];
  for (const [start] of lane.entries()) {
    let sum = 0;
    for (let length = 1; length <= longestRun && start + length <= lane.length && sum < amount; length += 1) {
      const last = lane[start + length - 1] ?? [];
      sum += sumCents(last.map((one) => one.freeCents));
      if (sum === amount) runs.push(lane.slice(start, start + length).flat());
    }
  }
  return runs;
}

const within = (lane: Lane, period: Period): Run =>
  lane
    .flat()
    .filter(
      ({ instalment: { row } }) =>
        row.kind === "regular" && row.periodFrom >= period.from && row.periodTo <= period.to,
    );

function contractReasons(contract: ContractFact, contractCount: number, paper: Paper): readonly Reason[] {
  const { contractNo } = contract.row;
  return [
    ...(contractCount === 1
      ? [{ text: `只有合同${contractNo}有未付期次`, points: points.onlyContract }]
      : []),
    ...(paper.text.includes(contractNo)
      ? [{ text: `写明合同编号${contractNo}`, points: points.namedContract }]
      : []),
  ];
}

function spanOf([first, ...others]: Run): Period | undefined {
  if (first === undefined) return undefined;
  let { periodFrom: from, periodTo: to } = first.instalment.row;
  for (const { instalment } of others) {
    from = minDate(from, instalment.row.periodFrom);
    to = maxDate(to, instalment.row.periodTo);
  }
  return { from, to };
}

function periodReasons(run: Run, paper: Paper, firstOpen: InstalmentFact | undefined): readonly Reason[] {
  const span = spanOf(run);
  if (span === undefined) return [];
  if (paper.period !== undefined) {
    const said = formatPeriodText(paper.period.from, paper.period.to);
    if (span.from === paper.period.from && span.to === paper.period.to)
      return [{ text: `写明${said}`, points: points.period }];
    const touches = span.from <= paper.period.to && span.to >= paper.period.from;
    return touches
      ? [{ text: `写明${said}，包含或涉及该期`, points: points.periodTouches }]
      : [{ text: `写明${said}，不是该期`, points: points.periodDiffers }];
  }
  const isFirst = run.some(({ instalment }) => instalment === firstOpen);
  const near = nearness(run, span, paper.day);
  return [
    ...(near === undefined ? [] : [near]),
    ...(isFirst ? [{ text: "最早的未付期次", points: points.firstOpen }] : []),
  ];
}

/** How near the paper's day is to the day from which such papers are to be expected. */
function nearness(run: Run, span: Period, day: IsoDate): Reason | undefined {
  const atStart = run[0]?.instalment.contract.row.payTiming === "periodStart";
  const days = Math.abs(daysBetween(atStart ? span.from : span.to, day));
  const text = `日期与该期${atStart ? "开始" : "结束"}相差${days}天`;
  if (days <= 15) return { text, points: points.near };
  if (days <= 31) return { text, points: points.month };
  return days <= 62 ? { text, points: points.season } : undefined;
}

function amountReason(run: Run, paper: Paper): Reason {
  const free = sumCents(run.map((one) => one.freeCents));
  const [first] = run;
  const name = first === undefined ? "" : instalmentName(first.instalment.row);
  if (free === paper.amountCents) {
    return run.length === 1
      ? { text: `金额与${name}未付余额一致`, points: points.amount }
      : { text: `金额等于${run.length}期未付余额合计`, points: points.sum };
  }
  return paper.amountCents < free
    ? { text: "金额小于未付余额，按部分付款", points: points.part }
    : { text: "金额大于未付余额", points: points.amountDiffers };
}

function partsOf(run: Run, amount: Cents): Group["parts"] {
  let left = amount;
  return run
    .map(({ instalment, freeCents }) => {
      const amountCents = minCents(left, freeCents);
      left = subtractCents(left, amountCents);
      return { instalment, amountCents };
    })
    .filter((part) => part.amountCents > zeroCents);
}
