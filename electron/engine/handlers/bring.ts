import type { bringRoutes } from "#shared/api/bring.ts";
import type { FileToken } from "#shared/api/fields.ts";
import type { Desk } from "../desk.ts";
import { bringIn } from "../filings/bring/bringIn.ts";
import { broughtPaper, broughtPapers, saveBroughtFile, voidBrought } from "../filings/bring/broughtPapers.ts";
import { previewBring } from "../filings/bring/previewBring.ts";
import type { GivenSource } from "../filings/bring/readSource.ts";
import { checkPapers } from "../filings/papersCheck.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

type Source = Readonly<{ file: FileToken }> | Readonly<{ text: string }>;

export function bringHandlers(desk: Desk): Group<typeof bringRoutes> {
  const on = onLedger(desk);
  const given = (source: Source): GivenSource =>
    "file" in source ? { path: desk.pathOf(source.file, "read") } : source;
  return {
    "filings.previewBring": on(
      async (context, { source, projectId }) =>
        (await previewBring(context, { source: given(source), projectId })).preview,
    ),
    "filings.bring": on((context, { source, ...request }) =>
      bringIn(context, { ...request, source: given(source) }),
    ),
    "filings.brought": on(broughtPapers),
    "filings.broughtPaper": on(broughtPaper),
    "filings.broughtFile": on((context, { id, file }) =>
      saveBroughtFile(context, { id, path: desk.pathOf(file, "write") }),
    ),
    "filings.voidBrought": on(thenShow(voidBrought, broughtPaper)),
    "filings.checkup": on((context, { id }) => checkPapers(context, id)),
  };
}
