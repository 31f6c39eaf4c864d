import type { submissionRoutes } from "#shared/api/submissions.ts";
import type { Desk } from "../desk.ts";
import { compareVersions } from "../filings/compareVersions.ts";
import { freezePaper } from "../filings/freeze.ts";
import { packageFilings } from "../filings/package.ts";
import { packageAgain } from "../filings/packageAgain.ts";
import { submitPreview } from "../filings/submitPreview.ts";
import { saveVersionFile } from "../filings/versionFiles.ts";
import { listVersions } from "../filings/versions.ts";
import { type Group, onLedger } from "./group.ts";

export function submissionHandlers(desk: Desk): Group<typeof submissionRoutes> {
  const on = onLedger(desk);
  return {
    "filings.versions": on(listVersions),
    "filings.freeze": on(freezePaper),
    "filings.versionFile": on((context, { fileId, file }) =>
      saveVersionFile(context, { fileId, path: desk.pathOf(file, "write") }),
    ),
    "filings.difference": on(compareVersions),
    "filings.submitPreview": on(submitPreview),
    "filings.package": on((context, { folder, ...packing }) =>
      packageFilings(context, { ...packing, path: desk.pathOf(folder, "write") }),
    ),
    "filings.packageAgain": on((context, { submissionId, folder }) =>
      packageAgain(context, { submissionId, path: desk.pathOf(folder, "write") }),
    ),
  };
}
