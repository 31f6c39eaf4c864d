import path from "node:path";
import type { BroughtDetail, BroughtRow } from "#shared/api/bring.ts";
import type { Scope } from "#shared/api/fields.ts";
import { broughtOf, type ReadPaper } from "#shared/filings/brought.ts";
import { movedPaper } from "#shared/filings/movedPaper.ts";
import { type Held, type Offer, offersOf } from "#shared/filings/offers.ts";
import { documentOfText, type SourceLine } from "#shared/filings/source.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../../context.ts";
import { writeFileWhole } from "../../files/writeFile.ts";
import { projectsInScope } from "../../scope.ts";
import { broughtPapersOf, findBroughtPaper } from "../../store/brought.ts";
import { found, live, notThere } from "../../store/found.ts";
import { voidRow } from "../../store/rows.ts";
import { keptBytes } from "../versionFiles.ts";
import { heldBy } from "./heldBy.ts";

type Kept = Row<"broughtPaper">;

/** Every paper that was brought in for a year's projects, or for one of them, the latest first. */
export async function broughtPapers(context: Context, scope: Scope): Promise<readonly BroughtRow[]> {
  const facts = await context.facts();
  const projectIds = [...projectsInScope(facts, scope)];
  const held = new Map(projectIds.map((id) => [id, heldBy(facts, id)]));
  const rows = await broughtPapersOf(context.ledger, projectIds);
  return rows.map((row) => {
    const project = projectOf(facts, row);
    const paper = broughtOf(row.paperJson);
    return rowOf(project, row, paper, offersFor(paper, held.get(project.id)));
  });
}

/** One of them whole: its lines, what was read of them, and what the project says of the same now. */
export async function broughtPaper(context: Context, { id }: Readonly<{ id: Id }>): Promise<BroughtDetail> {
  const row = found(await findBroughtPaper(context.ledger, id), "broughtPaper", id);
  const facts = await context.facts();
  const project = projectOf(facts, row);
  const read = broughtOf(row.paperJson);
  const paper = read && movedPaper(read, -read.fromLine);
  const lines = documentOfText(row.paperText).lines.map(
    ({ cells }, index): SourceLine => ({ place: `第${(read?.fromLine ?? 0) + index + 1}行`, cells }),
  );
  const offers = offersFor(paper, heldBy(facts, project.id));
  return { ...rowOf(project, row, paper, offers), lines, paper: paper ?? null, offers };
}

function projectOf(facts: Facts, { projectId }: Kept): Project {
  const project = projectId === null ? undefined : facts.projects.get(projectId);
  if (project === undefined) throw notThere("这份带入的材料");
  return project;
}

/** None of a paper that cannot be read any more. */
const offersFor = (paper: ReadPaper | undefined, held: Held = new Map()): readonly Offer[] =>
  paper === undefined ? [] : offersOf([paper], held);

function rowOf(
  project: Project,
  row: Kept,
  paper: ReadPaper | undefined,
  offers: readonly Offer[],
): BroughtRow {
  const { id, kind, title, fileName, broughtAt, broughtBy, contentId, voidReason } = row;
  return {
    ...{ id, kind, title, fileName, broughtAt, broughtBy, voidReason },
    projectId: project.id,
    projectName: project.name,
    fiscalYear: paper?.fiscalYear ?? null,
    hasFile: contentId !== null,
    differs: offers.filter(({ differs }) => differs).length,
    unsure: offers.filter(({ candidates }) =>
      candidates.some(({ remarks }) => remarks.some((remark) => remark.kind === "unsure")),
    ).length,
    unused: paper?.unused.length ?? 0,
  };
}

/** Writes the file that a paper came in where it is wanted, byte for byte. */
export async function saveBroughtFile(
  { ledger }: Context,
  { id, path: target }: Readonly<{ id: Id; path: string }>,
): Promise<Readonly<{ fileName: string }>> {
  const { contentId, title } = found(await findBroughtPaper(ledger, id), "broughtPaper", id);
  if (contentId === null) {
    throw new UserError({
      code: "not-found",
      message: `《${title}》是粘贴带入的，没有原文件。`,
      hint: "带入的文字可以在材料里整份查看。",
    });
  }
  await writeFileWhole(target, await keptBytes(ledger, contentId, `《${title}》的原文件`));
  return { fileName: path.basename(target) };
}

/** Takes a paper out of every comparison; the project keeps what was taken over from it. Answers with the paper. */
export async function voidBrought(
  context: Context,
  { id, reason }: Readonly<{ id: Id; reason: string }>,
): Promise<Readonly<{ id: Id }>> {
  return context.write("作废带入的材料", async (tx) => {
    live(await findBroughtPaper(tx, id), "这份带入的材料");
    await voidRow(tx, "broughtPaper", id, reason);
    return { id };
  });
}
