import type { Brought } from "#shared/api/bring.ts";
import type { ReadPaper } from "#shared/filings/brought.ts";
import type { OfferKey } from "#shared/filings/offers.ts";
import { textOfDocument } from "#shared/filings/source.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { BroughtPaper } from "#shared/model/filing.ts";
import { keepContent } from "../../attachments/addAttachments.ts";
import type { Context } from "../../context.ts";
import { ensureFiscalYear } from "../../office/fiscalYears.ts";
import { newId } from "../../store/newId.ts";
import { insertRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";
import { type Previewed, previewBring } from "./previewBring.ts";
import type { GivenSource } from "./readSource.ts";
import { takeOver } from "./takeOver.ts";

export type BringTarget =
  | Readonly<{ projectId: Id }>
  | Readonly<{ code: string; fiscalYear: number; template: string }>;

export type BringRequest = Readonly<{
  source: GivenSource;
  /** As the preview said; null takes whatever is there now. */
  seen: string | null;
  target: BringTarget;
  choices: readonly Readonly<{ key: string; paper: number | null }>[];
}>;

/**
 * Makes a project of what was read, or fills one, and keeps the papers with the file they came in. Fails with `conflict`
 * when the file is no longer what was shown, or the code of the new project is taken; `bad-request` when there is nothing
 * to be brought in.
 */
export async function bringIn(context: Context, request: BringRequest): Promise<Brought> {
  const { source, target, seen, choices } = request;
  const projectId = "projectId" in target ? target.projectId : null;
  const previewed = await previewBring(context, { source, projectId });
  const { preview } = previewed;
  if (seen !== null && seen !== preview.seen) {
    throw new UserError({
      code: "conflict",
      message: "文件的内容与预览时不同，没有带入。",
      hint: "请重新打开这个文件，看过之后再带入。",
    });
  }
  if (preview.offers.length === 0) {
    throw new UserError({
      code: "bad-request",
      message: "没有读出申报表、填报表或情况说明的内容，没有带入。",
      hint: "请确认材料里有表名（例如“绩效目标申报表”）或“一、项目概述”这样的标题。",
    });
  }
  const chosen = chosenFrom(previewed, choices);
  if ("code" in target) await assertFree(context, target.code);
  const { templates } = await context.facts();
  return context.write("带入材料", async (tx) => {
    const id = "code" in target ? await newProject(tx, target, templates) : target.projectId;
    const done = await takeOver(tx, { projectId: id, preview, chosen });
    const papers = await keepPapers(tx, { context, previewed, projectId: id });
    const project = await tx.read
      .selectFrom("project")
      .select("code")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { projectId: id, projectCode: project.code, papers, ...done };
  });
}

/** Which paper's say is taken, by key: what was chosen, else what the preview proposed. */
function chosenFrom({ preview }: Previewed, choices: BringRequest["choices"]): ReadonlyMap<OfferKey, number> {
  const said = new Map(choices.map(({ key, paper }) => [key, paper]));
  const pairs = preview.offers.map(({ key, candidates, proposed }) => {
    const paper = said.has(key) ? (said.get(key) ?? null) : proposed;
    if (paper !== null && !candidates.some((candidate) => candidate.paper === paper)) {
      throw new UserError({
        code: "bad-request",
        message: `第 ${paper + 1} 份材料没有写这一项（${key}）。`,
        hint: "请改选写了这一项的材料。",
      });
    }
    return [key, paper] as const;
  });
  return new Map(pairs.flatMap(([key, paper]) => (paper === null ? [] : [[key, paper]])));
}

async function assertFree(context: Context, code: string): Promise<void> {
  const { rows } = await context.facts();
  if (!rows.project.some((project) => project.code === code)) return;
  throw new UserError({
    code: "conflict",
    message: `已有编码为“${code}”的项目，没有带入。`,
    hint: "请换一个编码，或带入到已有的项目。",
  });
}

async function newProject(
  tx: WritableLedger,
  { code, fiscalYear, template }: Extract<BringTarget, { code: string }>,
  templates: readonly Template[],
): Promise<Id> {
  const { headings } = templateOf(template, templates).narrative;
  await ensureFiscalYear(tx, fiscalYear);
  const { id } = await insertRow(tx, "project", {
    id: newId(),
    code,
    // Until what was read takes its place.
    name: code,
    fiscalYear,
    template,
    category: "",
    nature: "",
    departmentUnitId: null,
    implementingUnitId: null,
    startDate: null,
    endDate: null,
    functionCode: "",
    overallGoal: "",
    annualGoal: "",
    note: "",
    previousProjectId: null,
  });
  for (const [index, { heading }] of headings.entries()) {
    const section = { id: newId(), projectId: id, seq: index + 1, heading, body: "" };
    await insertRow(tx, "narrativeSection", section);
  }
  return id;
}

const keptKinds: Readonly<Record<ReadPaper["kind"], BroughtPaper["kind"]>> = {
  targets: "targets",
  targetsFill: "targets",
  narrative: "narrative",
  other: "other",
};

type Keeping = Readonly<{ context: Context; previewed: Previewed; projectId: Id }>;

/** Each paper with the lines that are its own: together they are the whole document. */
async function keepPapers(
  tx: WritableLedger,
  { context, previewed: { preview, read }, projectId }: Keeping,
): Promise<readonly Id[]> {
  const contentId = read.paper === null ? null : await keepContent(tx, read.paper);
  const ids: Id[] = [];
  for (const paper of preview.papers) {
    const lines = preview.lines.slice(paper.fromLine, paper.toLine + 1);
    const { id } = await insertRow(tx, "broughtPaper", {
      id: newId(),
      projectId,
      kind: keptKinds[paper.kind],
      title: paper.name,
      fileName: preview.fileName,
      contentId,
      paperText: textOfDocument({ lines }),
      paperJson: canonicalJson(paper),
      broughtAt: context.clock.now(),
      broughtBy: context.officer,
      note: "",
    });
    ids.push(id);
  }
  return ids;
}
