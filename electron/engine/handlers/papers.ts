import path from "node:path";
import type { FileToken } from "#shared/api/fields.ts";
import type { paperRoutes } from "#shared/api/papers.ts";
import type { Desk } from "../desk.ts";
import { missingPapers } from "../papers/missingPapers.ts";
import { placePaper } from "../papers/placePaper.ts";
import { sortFiles } from "../papers/sortFiles.ts";
import { type GivenFile, takePapers } from "../papers/takePapers.ts";
import { assignPaper, discardPaper, waitingPapers } from "../papers/waitingPapers.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function paperHandlers(desk: Desk): Group<typeof paperRoutes> {
  const on = onLedger(desk);
  const given = (file: FileToken): GivenFile => {
    const place = desk.pathOf(file, "read");
    return { file, path: place, fileName: path.basename(place).normalize("NFC") };
  };
  return {
    "papers.sort": on((_context, { files }) => sortFiles(files.map(given))),
    "papers.take": on((context, { files }) => takePapers(context, files.map(given))),
    "papers.place": on((context, { file, ...placing }) =>
      placePaper(context, { ...given(file), ...placing }),
    ),
    "papers.waiting": on((context) => waitingPapers(context)),
    "papers.assign": on(thenShow(assignPaper, waitingPapers)),
    "papers.discard": on(thenShow(discardPaper, waitingPapers)),
    "invoices.missingPapers": on(missingPapers),
  };
}
