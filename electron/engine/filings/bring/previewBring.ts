import { createHash } from "node:crypto";
import type { BringPreview } from "#shared/api/bring.ts";
import { fundingAmount } from "#shared/budget/funding.ts";
import { type Held, indicatorText, type OfferKey, offersOf } from "#shared/filings/offers.ts";
import { readFiling } from "#shared/filings/readFiling.ts";
import { textOfDocument } from "#shared/filings/source.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { paperDay } from "#shared/rules/performance/textFacts.ts";
import type { Context } from "../../context.ts";
import { notThere } from "../../store/found.ts";
import { type GivenSource, type ReadSource, readSource } from "./readSource.ts";

export type PreviewRequest = Readonly<{ source: GivenSource; projectId: Id | null }>;

/** A preview, and the file it was made of. */
export type Previewed = Readonly<{ preview: BringPreview; read: ReadSource }>;

/** Reads a document and says what a project could take over from it. Writes nothing. */
export async function previewBring(
  context: Context,
  { source, projectId }: PreviewRequest,
): Promise<Previewed> {
  const read = await readSource(source, context.signal);
  const papers = readFiling(read.document);
  const held = projectId === null ? new Map() : heldBy(await context.facts(), projectId);
  const years = papers.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  return {
    read,
    preview: {
      fileName: read.fileName,
      format: read.document.format,
      seen: createHash("sha256").update(textOfDocument(read.document)).digest("hex"),
      lines: read.document.lines,
      papers,
      offers: offersOf(papers, held),
      fiscalYear: years[0] ?? null,
    },
  };
}

/** What a project says now of all that a paper could offer, in the same words. */
function heldBy(facts: Facts, projectId: Id): Held {
  const project = facts.projects.get(projectId);
  if (project === undefined) throw notThere("这个项目");
  const { texts, ownUnits, budget } = facts;
  const unit = (id: Id | null): string => (id === null ? "" : ownUnits.nameOn(id, paperDay(project)));
  const held: readonly (readonly [OfferKey, string])[] = [
    ["name", project.name],
    ["category", project.category],
    ["nature", project.nature],
    ["departmentName", unit(project.departmentUnitId)],
    ["implementingName", unit(project.implementingUnitId)],
    ["startDate", project.startDate ?? ""],
    ["endDate", project.endDate ?? ""],
    ["overallGoal", project.overallGoal],
    ["annualGoal", project.annualGoal],
    ["funding", fundingText(budget.fundingOf(projectId))],
    ["indicators", texts.indicatorsOf(projectId).map(indicatorText).join("\n")],
    [
      "policies",
      texts
        .policiesOf(projectId)
        .map(({ title, documentNo }) => `${title} ${documentNo}`.trim())
        .join("\n"),
    ],
    ...texts.sectionsOf(projectId).map(({ heading, body }) => [`section:${heading}`, body] as const),
  ];
  return new Map(held.filter(([, text]) => text.trim() !== ""));
}

const fundingLabels = [
  ["total", "sum", "项目资金总额"],
  ["annual", "sum", "年度资金申请总额"],
  ["total", "fiscal", "其中：财政资金"],
  ["annual", "currentAppropriation", "其中：当年财政拨款"],
  ["annual", "carryOver", "上年结转资金"],
  ["total", "other", "其他资金"],
  ["annual", "other", "其他资金"],
] as const;

const fundingText = (sources: Parameters<typeof fundingAmount>[0]): string =>
  fundingLabels
    .flatMap(([scope, kind, label]) => {
      const stated = fundingAmount(sources, scope, kind);
      return stated === undefined ? [] : [`${label}${formatYuan(stated)}`];
    })
    .join("，");
