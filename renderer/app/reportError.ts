import { useCallback } from "react";
import { isCancelled } from "./client.ts";
import { errorText } from "./errorText.ts";
import { useNotify } from "./notify.ts";

/** Shows a failure as a notice: the one way by which errors come to the officer's eyes that no page shows itself. */
export function useReportError(): (error: unknown) => void {
  const notify = useNotify();
  return useCallback(
    (error) => {
      if (!isCancelled(error)) notify.failed(errorText(error));
    },
    [notify],
  );
}
