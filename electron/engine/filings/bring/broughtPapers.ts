import path from "node:path";
import type { BroughtDetail, BroughtRow } from "#shared/api/bring.ts";
import type { Scope } from "#shared/api/fields.ts";
import { broughtOf, type ReadPaper } from "#shared/filings/brought.ts";
import { movedPaper } from "#shared/filings/movedPaper.ts";
import { type Offer, offersOf } from "#shared/filings/offers.ts";
import { documentOfText, type SourceLine } from "#shared/filings/source.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
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
  const rows = await broughtPapersOf(context.ledger, [...projectsInScope(facts, scope)]);
  return rows.map((row) => rowOf(facts, row));
}

/** One of them whole: its lines, what was read of them, and what the project says of the same now. */
export async function broughtPaper(context: Context, { id }: Readonly<{ id: Id }>): Promise<BroughtDetail> {
  const row = found(await findBroughtPaper(context.ledger, id), "broughtPaper", id);
  const facts = await context.facts();
  const read = broughtOf(row.paperJson);
  const paper = read === undefined ? null : movedPaper(read, -read.fromLine);
  const lines = documentOfText(row.paperText).lines.map(
    ({ cells }, index): SourceLine => ({ place: `第${(read?.fromLine ?? 0) + index + 1}行`, cells }),
  );
  return { ...rowOf(facts, row), lines, paper, offers: offersFor(facts, row, paper ?? undefined) };
}

function rowOf(facts: Facts, row: Kept): BroughtRow {
  const { id, projectId, kind, title, fileName, broughtAt, broughtBy, contentId, voidReason } = row;
  const project = projectId === null ? undefined : facts.projects.get(projectId);
  if (projectId === null || project === undefined) throw notThere("这份带入的材料");
  const paper = broughtOf(row.paperJson);
  const offers = offersFor(facts, row, paper);
  return {
    ...{ id, projectId, kind, title, fileName, broughtAt, broughtBy, voidReason },
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

const offersFor = (facts: Facts, { projectId }: Kept, paper: ReadPaper | undefined): readonly Offer[] =>
  projectId === null || paper === undefined ? [] : offersOf([paper], heldBy(facts, projectId));

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
