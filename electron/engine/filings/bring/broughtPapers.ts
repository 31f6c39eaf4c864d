import type { BroughtView } from "#shared/api/bring.ts";
import { broughtOf } from "#shared/filings/brought.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../../context.ts";
import { broughtPapersOf } from "../../store/brought.ts";
import { live } from "../../store/found.ts";
import { voidRow } from "../../store/rows.ts";

/** What was brought in for a project, as it was read. */
export async function broughtPapers(
  { ledger }: Pick<Context, "ledger">,
  projectId: Id,
): Promise<readonly BroughtView[]> {
  const rows = await broughtPapersOf(ledger, projectId);
  return rows.map(
    ({ id, kind, title, fileName, broughtAt, broughtBy, contentId, paperJson, projectId: owner }) => ({
      ...{ id, projectId: owner, kind, title, fileName, broughtAt, broughtBy },
      hasFile: contentId !== null,
      paper: broughtOf(paperJson) ?? null,
    }),
  );
}

/** Takes a paper out of every comparison; the project keeps what was taken over from it. Answers with its project. */
export async function voidBrought(
  context: Context,
  { id, reason }: Readonly<{ id: Id; reason: string }>,
): Promise<Id> {
  return context.write("作废带入的材料", async (tx) => {
    const row = await tx.read.selectFrom("broughtPaper").selectAll().where("id", "=", id).executeTakeFirst();
    const { projectId } = live(row, "这份带入的材料");
    await voidRow(tx, "broughtPaper", id, reason);
    if (projectId === null) throw new Error("a brought paper without a project");
    return projectId;
  });
}
