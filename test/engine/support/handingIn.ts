import { projectId } from "#engine/sample/project.ts";
import { isBlocking } from "#shared/filings/checkup.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { EngineDesk } from "./engineDesk.ts";

type Engine = Pick<EngineDesk, "ask" | "grant" | "folder">;

/** Accepts what keeps the sample's papers from being handed in, one by one. */
export async function acceptBlocking({ ask }: Pick<Engine, "ask">): Promise<void> {
  const { checkup } = await ask("filings.submitPreview", { projectId });
  for (const finding of checkup.groups.flatMap(({ findings }) => findings))
    if (isBlocking(finding))
      await ask("checks.decide", {
        findingKey: finding.key,
        action: "accept",
        reason: "区里同意照此报送",
        by: "李主任",
      });
}

/** Freezes a paper of the sample. */
export const freeze = async ({ ask }: Pick<Engine, "ask">): Promise<Id> =>
  (await ask("filings.freeze", { projectId, form: "budget" })).versionId;

/** Hands in one paper of the sample, into the test's folder. */
export async function handIn(engine: Engine) {
  await acceptBlocking(engine);
  return engine.ask("filings.package", packing(engine));
}

export const packing = ({ grant, folder }: Pick<Engine, "grant" | "folder">) => ({
  projectId,
  forms: ["budget" as const],
  title: "2022年度申报材料",
  folder: grant(folder),
});
