import type { officeRoutes } from "#shared/api/office.ts";
import type { Desk } from "../desk.ts";
import { getOffice } from "../office/getOffice.ts";
import { saveOfficer, saveUnit } from "../office/saveOffice.ts";
import { overview } from "../workbench/overview.ts";
import { type Group, onLedger } from "./group.ts";

export function officeHandlers(desk: Desk): Group<typeof officeRoutes> {
  const on = onLedger(desk);
  /** The officer's name is part of a context, so what is shown after a change needs a new one. */
  const shownAnew =
    <Input>(change: (context: Awaited<ReturnType<Desk["context"]>>, input: Input) => Promise<void>) =>
    async (input: Input, request: Parameters<Desk["context"]>[0]) => {
      await change(await desk.context(request), input);
      return getOffice(await desk.context(request));
    };
  return {
    "workbench.overview": on(overview),
    "office.get": on(getOffice),
    "office.saveOfficer": shownAnew(saveOfficer),
    "office.saveUnit": shownAnew(saveUnit),
  };
}
