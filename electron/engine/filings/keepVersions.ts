import type { Frozen } from "#shared/api/submissions.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { keepContent } from "../attachments/addAttachments.ts";
import { lastChange } from "../store/changeLog.ts";
import { filingOf } from "../store/filings.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import type { DrawnPaper } from "./drawPapers.ts";
import { sha256 } from "./versionFiles.ts";

type Keeping = Readonly<{
  projectId: Id;
  submissionId: Id | null;
  by: string;
  at: string;
  note: string;
  /** The id a new version is to have, where it was said before. */
  idOf?: (paper: DrawnPaper) => Id | undefined;
}>;

/** Keeps papers as frozen versions with their files; one that says the same as its latest version makes no new one. */
export async function keepVersions(
  tx: WritableLedger,
  papers: readonly DrawnPaper[],
  keeping: Keeping,
): Promise<readonly Frozen[]> {
  const kept: Frozen[] = [];
  for (const paper of papers) kept.push(await keepVersion(tx, paper, keeping));
  return kept;
}

async function keepVersion(tx: WritableLedger, drawn: DrawnPaper, keeping: Keeping): Promise<Frozen> {
  const { form, title, versionNo, same } = drawn;
  if (same !== undefined) return { form, title, versionId: same.id, versionNo, isNew: false };
  const { projectId } = keeping;
  const filing =
    (await filingOf(tx, projectId, form)) ??
    (await insertRow(tx, "filing", { id: newId(), projectId, form, title }));
  const version = await insertRow(tx, "filingVersion", {
    id: keeping.idOf?.(drawn) ?? newId(),
    filingId: filing.id,
    versionNo,
    template: drawn.paper.template,
    formJson: canonicalJson(drawn.paper),
    contentHash: drawn.hash,
    frozenAt: keeping.at,
    frozenBy: keeping.by,
    note: keeping.note,
    submissionId: keeping.submissionId,
  });
  for (const { format, fileName, bytes } of drawn.files) {
    const contentId = await keepContent(tx, { sha256: sha256(bytes), bytes });
    await insertRow(tx, "filingFile", {
      id: newId(),
      filingVersionId: version.id,
      format,
      fileName,
      contentId,
      sizeBytes: bytes.length,
    });
  }
  return { form, title, versionId: version.id, versionNo, isNew: true };
}

/** Fails with `conflict` when the ledger was written to since the papers were drawn: they would not be what it says. */
export async function refuseChanged(tx: WritableLedger, seenSeq: number): Promise<void> {
  if ((await lastChange(tx)) === seenSeq) return;
  throw new UserError({
    code: "conflict",
    message: "生成材料时账本又有改动，没有留存版本。",
    hint: "请再报送一次。",
  });
}
