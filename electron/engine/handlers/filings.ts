import type { filingRoutes } from "#shared/api/filings.ts";
import type { Desk } from "../desk.ts";
import { exportForm, exportList } from "../filings/exportForm.ts";
import { previewForm } from "../filings/previewForm.ts";
import { shortenForm } from "../filings/shortenForm.ts";
import { bringHandlers } from "./bring.ts";
import { type Group, onLedger } from "./group.ts";

export function filingHandlers(desk: Desk): Group<typeof filingRoutes> {
  const on = onLedger(desk);
  return {
    ...bringHandlers(desk),
    "filings.preview": on(async (context, request) => {
      const preview = await previewForm(context, request);
      return { ...preview, ...shortenForm(preview.form) };
    }),
    "filings.export": on((context, { file, ...request }) =>
      exportForm(context, { ...request, path: desk.pathOf(file, "write") }),
    ),
    "lists.export": on((context, { file, ...request }) =>
      exportList(context, { ...request, path: desk.pathOf(file, "write") }),
    ),
  };
}
