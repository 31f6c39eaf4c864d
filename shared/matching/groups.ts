import { type Cents, minCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import type { Period } from "../schedule/periods.ts";
import { contractFits, type Fit, fitText, runFits } from "./fits.ts";
import {
  type Lane,
  lanesOf,
  type OpenInstalment,
  type Overlay,
  openInstalments,
  type Run,
} from "./openInstalments.ts";
import type { Paper } from "./paper.ts";
import { points, type Reason, scoreOfSum } from "./score.ts";

/** Instalments that a paper may be for, together. */
export type Group = Readonly<{
  parts: readonly Readonly<{ instalment: InstalmentFact; amountCents: Cents }>[];
  score: number;
  /** The paper names just their period. */
  namesPeriod: boolean;
  /** A payment without a usable invoice asked for them already. */
  isClaimed: boolean;
  /** Why, in words: written only for what is shown. */
  reasons: () => readonly Reason[];
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

/** A contract with what is open of it: one by one, and in lanes. */
export type OpenContract = Readonly<{
  contract: ContractFact;
  singles: readonly Run[];
  lanes: readonly Lane[];
}>;

export const openContracts = (
  facts: Facts,
  contracts: readonly ContractFact[],
  overlay?: Overlay,
): readonly OpenContract[] =>
  contracts
    .map((contract) => ({
      contract,
      singles: openInstalments(facts, contract, overlay).map((one): Run => [one]),
    }))
    .filter(({ singles }) => singles.length > 0)
    .map((entry) => ({ ...entry, lanes: lanesOf(entry.singles) }));

type Choice = Readonly<{ run: Run; own: readonly Fit[]; base: readonly Fit[]; score: number }>;

/** The same for who asks for many papers of one vendor, and looks once what is open. */
export function groupsAmong(
  open: readonly OpenContract[],
  paper: Paper,
  partyReason: Reason,
): readonly Group[] {
  const choices: Choice[] = [];
  for (const contract of open) {
    const base = contractFits(contract.contract, open.length, paper);
    const basePoints = partyReason.points + pointsOf(base);
    const firstOpen = contract.singles[0]?.[0];
    for (const run of runsFor(contract, paper)) {
      const own = runFits(run, paper, firstOpen);
      choices.push({ run, own, base, score: scoreOfSum(basePoints + pointsOf(own)) });
    }
  }
  return choices
    .sort((a, b) => b.score - a.score || compareText(startOf(a), startOf(b)))
    .slice(0, mostGroups)
    .map((choice) => groupOf(choice, paper, partyReason));
}

function pointsOf(fits: readonly Fit[]): number {
  let sum = 0;
  for (const fit of fits) sum += points[fit];
  return sum;
}

const startOf = ({ run }: Choice): IsoDate => run[0].instalment.row.periodFrom;

const groupOf = ({ run, own, base, score }: Choice, paper: Paper, partyReason: Reason): Group => ({
  parts: partsOf(run, paper.amountCents),
  score,
  namesPeriod: own.includes("period"),
  isClaimed: own.includes("claimed"),
  reasons: () => [
    partyReason,
    ...[...base, ...own].map((fit) => ({ text: fitText(fit, run, paper), points: points[fit] })),
  ],
});

/** Runs of instalments that add up to the amount, those of the period the paper names, and every single one. */
function runsFor({ singles, lanes }: OpenContract, paper: Paper): readonly Run[] {
  const runs: Run[] = [];
  const keep = (run: Run) => {
    const isKnown = run.length === 1 ? runs.includes(run) : runs.some((known) => isSame(known, run));
    if (!isKnown) runs.push(run);
  };
  for (const lane of lanes) {
    for (const run of runsOfSum(lane, paper.amountCents)) keep(run);
    const said = paper.period && within(lane, paper.period);
    if (said !== undefined) keep(said);
  }
  for (const single of singles) keep(single);
  return runs;
}

const isSame = (a: Run, b: Run): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** A single one stays the run that it is, by which it is known again. */
function joined([first, ...others]: readonly Run[]): Run | undefined {
  return first === undefined || others.length === 0 ? first : [...first, ...others.flat()];
}

function runsOfSum(lane: Lane, amount: Cents): readonly Run[] {
  const sums = lane.map((run) => sumCents(run.map((one) => one.freeCents)));
  const runs: Run[] = [];
  for (let start = 0; start < lane.length; start += 1) {
    let sum = 0;
    for (let length = 1; length <= longestRun && start + length <= lane.length && sum < amount; length += 1) {
      sum += sums[start + length - 1] ?? 0;
      const run = sum === amount ? joined(lane.slice(start, start + length)) : undefined;
      if (run !== undefined) runs.push(run);
    }
  }
  return runs;
}

/** Those of one entry of a lane are all of one period, but may be of several kinds. */
const within = (lane: Lane, { from, to }: Period): Run | undefined =>
  joined(
    lane
      .filter(([{ instalment }]) => instalment.row.periodFrom >= from && instalment.row.periodTo <= to)
      .flatMap((run) => (run.every(isRegular) ? [run] : run.filter(isRegular).map((one): Run => [one]))),
  );

const isRegular = ({ instalment }: OpenInstalment): boolean => instalment.row.kind === "regular";

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
