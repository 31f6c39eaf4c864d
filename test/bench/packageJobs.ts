import { mkdtempSync } from "node:fs";
import path from "node:path";
import { decide } from "#engine/checks/decisions.ts";
import { currentPaper, handedInForms, liveProject } from "#engine/filings/currentPapers.ts";
import { packageFilings } from "#engine/filings/package.ts";
import { checkPapers, findingsOf } from "#engine/filings/papersCheck.ts";
import { writeForm } from "#engine/filings/writeForm.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { loadFonts } from "#engine/pdf/fonts.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { projectId } from "#engine/sample/project.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { isBlocking } from "#shared/filings/checkup.ts";
import { occasionOf } from "#shared/filings/occasions.ts";
import { type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import { answerJob } from "./job.ts";

async function contextOf(folder: string) {
  const ledger = await openLedger({ path: path.join(folder, "sample.jingfei"), clock: systemClock });
  const signal = new AbortController().signal;
  return createSession(ledger).context({ signal, progress: () => undefined });
}

/** The sample with nothing in the way of handing it in. */
async function prepare(folder: string): Promise<void> {
  await createSample({ path: path.join(folder, "sample.jingfei"), clock: systemClock });
  const context = await contextOf(folder);
  for (const { key } of findingsOf(await checkPapers(context, projectId)).filter(isBlocking))
    await decide(context, { findingKey: key, action: "accept", reason: "测量", by: "测量" });
  await context.ledger.close();
}

/** The papers of 预算申报, as 报送 ticks them; and every paper there is. */
const due = handedInForms.filter((form) => occasionOf(form) === "apply");

/** One click: check, papers in every format, report, list, folder, zip and the versions in the ledger. */
const packed = (forms: readonly FormId[]) => async (folder: string) => {
  const context = await contextOf(folder);
  const target = mkdtempSync(path.join(folder, "out-"));
  await packageFilings(context, { projectId, forms, title: "测量", note: "", path: target });
  await context.ledger.close();
};

/** The same papers only drawn by the writers of the three formats, into memory. */
const drawn = (forms: readonly FormId[]) => async (folder: string) => {
  const context = await contextOf(folder);
  const project = await liveProject(context, projectId);
  const fonts = await loadFonts();
  for (const form of forms) {
    const { paper } = await currentPaper(context, project, form);
    for (const format of formKindOf(form).formats) await writeForm(context, paper, format, { fonts });
  }
  await context.ledger.close();
};

await answerJob({
  prepare,
  package: packed(due),
  drawn: drawn(due),
  packageAll: packed(handedInForms),
  drawnAll: drawn(handedInForms),
});
