import { fundingTotal } from "../../budget/funding.ts";
import { broughtOf } from "../../filings/brought.ts";
import { type BroughtFact, paperOfBrought } from "../../filings/paperOfBrought.ts";
import type { FormId } from "../../forms/formKinds.ts";
import { compareText } from "../../kernel/compareText.ts";
import { type IsoDate, isoDate } from "../../kernel/dates.ts";
import type { BroughtPaper, FilingVersion } from "../../model/filing.ts";
import type {
  Indicator,
  IndicatorActual,
  Monitoring,
  NarrativeSection,
  PolicyBasis,
  Project,
  SelfEvaluation,
} from "../../model/project.ts";
import { evaluationOfForm, type HandedInEvaluation } from "../../text/evaluationOfForm.ts";
import { projectNamesIn, responsibleIn } from "../../text/namesIn.ts";
import type { Paper, PaperField } from "../../text/paper.ts";
import { plainHeading } from "../../text/paper.ts";
import { paperOfForm } from "../../text/paperOfForm.ts";
import type { FactRows } from "../factRows.ts";
import { groupBy, indexBy, lazy } from "../indexing.ts";
import type { OwnUnits } from "../partyNames.ts";
import { remembering } from "../remembering.ts";

/** What a project says of itself: its texts and indicators, and the papers made of them. Kept papers are long: each is read when it is first asked for. */
export type TextFacts = Readonly<{
  sectionsOf: (projectId: Project["id"]) => readonly NarrativeSection[];
  policiesOf: (projectId: Project["id"]) => readonly PolicyBasis[];
  indicatorsOf: (projectId: Project["id"]) => readonly Indicator[];
  actualsOf: (indicatorId: Indicator["id"]) => readonly IndicatorActual[];
  evaluationOf: (projectId: Project["id"]) => SelfEvaluation | undefined;
  monitoringsOf: (projectId: Project["id"]) => readonly Monitoring[];
  /** Somebody began to write goals, indicators or the narrative. */
  isBegun: (project: Project) => boolean;
  /** As the ledger would print them now. */
  targetsOf: (project: Project) => Paper;
  narrativeOf: (project: Project) => Paper;
  contractsOf: (project: Project) => readonly Paper[];
  /** The latest version handed in of each target sheet. */
  handedInOf: (project: Project) => readonly Paper[];
  /** The latest 绩效自评表 handed in, with its name in messages. */
  evaluationsHandedInOf: (projectId: Project["id"]) => readonly NamedEvaluation[];
  /** What was brought in for it, in the order in which it was. */
  broughtOf: (project: Project) => readonly KeptBrought[];
}>;

type NamedEvaluation = HandedInEvaluation & Readonly<{ name: string }>;

/** A paper that was brought in, and which row of the ledger keeps it. */
export type KeptBrought = BroughtFact & Readonly<{ id: BroughtPaper["id"] }>;

/** Names on papers are those of the day on which the project begins. */
export const paperDay = (project: Project): IsoDate =>
  project.startDate ?? isoDate(`${project.fiscalYear}-01-01`);

export function textFactsOf(rows: FactRows, units: OwnUnits): TextFacts {
  const bySeq = <Item extends { seq: number }, Key>(items: readonly Item[], keyOf: (item: Item) => Key) =>
    lazy(() =>
      groupBy(
        items.toSorted((a, b) => a.seq - b.seq),
        keyOf,
      ),
    );
  const sections = bySeq(rows.narrativeSection, (row) => row.projectId);
  const policies = bySeq(rows.policyBasis, (row) => row.projectId);
  const indicators = bySeq(rows.indicator, (row) => row.projectId);
  const actuals = lazy(() => groupBy(rows.indicatorActual, (row) => row.indicatorId));
  const evaluations = lazy(() => indexBy(rows.selfEvaluation, (row) => row.projectId));
  const monitorings = lazy(() => groupBy(rows.monitoring, (row) => row.projectId));
  const funding = lazy(() => groupBy(rows.fundingSource, (row) => row.projectId));
  const contracts = lazy(() => groupBy(rows.contract, (row) => row.projectId));
  const handedIn = lazy(() => versionsOf(rows, "targets"));
  const evaluationsHandedIn = lazy(() => versionsOf(rows, "selfEvaluation"));
  const brought = lazy(() => broughtInTurn(rows));
  const unitField = (key: PaperField["key"], id: Project["departmentUnitId"], day: IsoDate) =>
    id === null ? [] : [{ key, text: units.nameOn(id, day) }];

  return {
    sectionsOf: (id) => sections().of(id),
    policiesOf: (id) => policies().of(id),
    indicatorsOf: (id) => indicators().of(id),
    actualsOf: (id) => actuals().of(id),
    evaluationOf: (id) => evaluations().get(id),
    monitoringsOf: (id) => monitorings().of(id),
    isBegun: (project) =>
      project.overallGoal.trim() !== "" ||
      project.annualGoal.trim() !== "" ||
      indicators().of(project.id).length > 0 ||
      sections()
        .of(project.id)
        .some(({ body }) => body.trim() !== ""),
    targetsOf: (project) => {
      const day = paperDay(project);
      const sources = funding().of(project.id);
      return {
        name: "绩效目标申报表",
        title: null,
        fiscalYear: project.fiscalYear,
        day,
        fields: [
          { key: "projectName", text: project.name },
          ...unitField("departmentName", project.departmentUnitId, day),
          ...unitField("implementingName", project.implementingUnitId, day),
        ],
        sections: [
          { heading: "项目总目标", text: project.overallGoal },
          { heading: "年度总目标", text: project.annualGoal },
        ],
        indicators: indicators().of(project.id),
        amounts:
          sources.length === 0
            ? []
            : (["annual", "total"] as const).map((key) => ({ key, cents: fundingTotal(sources, key) })),
      };
    },
    narrativeOf: (project) => narrativePaper(project, sections().of(project.id)),
    contractsOf: (project) =>
      contracts()
        .of(project.id)
        .map(({ contractNo, ownUnitId, signedOn, startDate }) => ({
          name: `合同 ${contractNo}`,
          title: null,
          fiscalYear: null,
          day: signedOn ?? startDate,
          fields: unitField("partyName", ownUnitId, signedOn ?? startDate),
          sections: [],
          indicators: null,
          amounts: [],
        })),
    handedInOf: remembering((project) =>
      handedIn()
        .of(project.id)
        .map(({ version }) => paperOfVersion(version, paperDay(project))),
    ),
    evaluationsHandedInOf: remembering((projectId) =>
      evaluationsHandedIn()
        .of(projectId)
        .flatMap(({ version }) => evaluationOfVersion(version)),
    ),
    broughtOf: remembering((project) =>
      distinctNames(
        brought()
          .of(project.id)
          .flatMap((row) => paperOfRow(row, paperDay(project))),
      ),
    ),
  };
}

function narrativePaper(project: Project, rows: readonly NarrativeSection[]): Paper {
  const texts = rows.map(({ body }) => body);
  const carriers = rows.filter(({ heading }) => plainHeading(heading) === "实施主体").map(({ body }) => body);
  return {
    name: "情况说明",
    title: null,
    fiscalYear: null,
    day: paperDay(project),
    fields: [
      ...texts.flatMap(projectNamesIn).map((text) => ({ key: "projectName" as const, text })),
      ...carriers.flatMap(responsibleIn).map((text) => ({ key: "implementingName" as const, text })),
    ],
    sections: rows.map(({ heading, body }) => ({ heading, text: body })),
    indicators: null,
    amounts: [],
  };
}

/** The latest version of a paper, by project. */
function versionsOf(rows: FactRows, form: FormId) {
  const filings = indexBy(rows.filing, (row) => row.id);
  const known = rows.filingVersion.flatMap((version) => {
    const filing = filings.get(version.filingId);
    return filing?.form === form ? [{ projectId: filing.projectId, version }] : [];
  });
  return groupBy(known, ({ projectId }) => projectId);
}

function paperOfVersion({ versionNo, formJson }: FilingVersion, day: IsoDate): Paper {
  const name = `已定稿的绩效目标申报表（第${versionNo}版）`;
  const unread = { title: null, fiscalYear: null, fields: [], sections: [], indicators: null, amounts: [] };
  return paperOfForm(formJson, { name, day }) ?? { name, day, ...unread };
}

function evaluationOfVersion({ versionNo, formJson }: FilingVersion): readonly NamedEvaluation[] {
  const read = evaluationOfForm(formJson);
  return read === undefined ? [] : [{ ...read, name: `已定稿的绩效自评表（第${versionNo}版）` }];
}

const broughtInTurn = ({ broughtPaper }: FactRows) =>
  groupBy(
    broughtPaper.toSorted((a, b) => compareText(a.broughtAt, b.broughtAt) || compareText(a.id, b.id)),
    ({ projectId }) => projectId,
  );

function paperOfRow(
  { id, paperJson }: Pick<BroughtPaper, "id" | "paperJson">,
  day: IsoDate,
): readonly KeptBrought[] {
  const paper = broughtOf(paperJson);
  return paper === undefined ? [] : [{ ...paperOfBrought(paper, day), id }];
}

/** Messages tell papers apart by their names. */
const distinctNames = (papers: readonly KeptBrought[]): readonly KeptBrought[] =>
  papers.map((paper, index) => {
    const before = papers.slice(0, index).filter(({ name }) => name === paper.name).length;
    return before === 0 ? paper : { ...paper, name: `${paper.name}第${before + 1}份` };
  });
