import type { Frozen } from "#shared/api/submissions.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { loadFonts } from "../pdf/fonts.ts";
import { lastChange } from "../store/changeLog.ts";
import { versionsOfProject } from "../store/filings.ts";
import { currentPaper, liveProject } from "./currentPapers.ts";
import { drawPapers, withFormats } from "./drawPapers.ts";
import { keepVersions, refuseChanged } from "./keepVersions.ts";

type Freezing = Readonly<{ projectId: Id; form: FormId; note: string; allowMissing?: boolean }>;

/**
 * 定稿: keeps one paper as it reads now, for good, with its files. One that reads as its latest version makes no new one.
 */
export async function freezePaper(
  context: Context,
  { projectId, form, note, allowMissing = false }: Freezing,
): Promise<Frozen> {
  const { ledger, clock, officer } = context;
  const project = await liveProject(context, projectId);
  const seen = await lastChange(ledger);
  const paper = await currentPaper(context, project, form);
  const known = await versionsOfProject(ledger, projectId);
  const at = clock.now();
  const together = { writtenAt: at, author: officer, fonts: await loadFonts(), allowMissing };
  const drawn = await drawPapers(context, project, [withFormats(paper)], known, together);
  const [frozen] = drawn.every(({ same }) => same !== undefined)
    ? await keepNothing(drawn)
    : await context.write(`定稿《${paper.title}》`, async (tx) => {
        await refuseChanged(tx, seen);
        return keepVersions(tx, drawn, { projectId, submissionId: null, by: officer, at, note });
      });
  if (frozen === undefined) throw new RangeError("one paper gives one version");
  return frozen;
}

/** Nothing changed since: no transaction, and no line in the change log. */
const keepNothing = async (drawn: Awaited<ReturnType<typeof drawPapers>>): Promise<readonly Frozen[]> =>
  drawn.flatMap(({ form, title, versionNo, same }) =>
    same === undefined ? [] : [{ form, title, versionId: same.id, versionNo, isNew: false }],
  );
