import { useEffect, useEffectEvent } from "react";
import type { PickedFile, PickPurpose } from "#shared/api/shell.ts";
import { request } from "../app/client.ts";
import { useReportError } from "../app/reportError.ts";
import type { UrlState } from "./useUrlState.ts";

/** The menu and the palette lead to a page with `import` in its address: to choose a file at once. */
export function usePickOnArrival(
  { get, set }: UrlState,
  purpose: PickPurpose,
  read: (file: PickedFile) => void,
): void {
  const report = useReportError();
  const asked = get("import") !== null;
  const pick = useEffectEvent(() => {
    set({ import: null });
    request("shell.pickFile", { purpose }).then(
      (picked) => (picked === null ? undefined : read(picked)),
      report,
    );
  });
  useEffect(() => {
    if (asked) pick();
  }, [asked]);
}
