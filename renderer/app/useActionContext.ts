import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import { otherHalf } from "../components/detailFocus.ts";
import type { ActionContext, DialogName } from "./actions.ts";
import { useStatus } from "./status.ts";
import { useLedgerCommands } from "./useLedgerCommands.ts";

/** The id of the control that chooses the project, so that a command can go there. */
export const scopeControlId = "jf-scope-project";

export function useActionContext(show: (dialog: DialogName) => void): ActionContext {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ledgerOpen = useStatus().ledger !== null;
  const { openSample, open, close } = useLedgerCommands();
  return useMemo(
    () => ({
      ledgerOpen,
      show,
      go: (path) => void navigate(path),
      ledger: { openSample, open, close },
      refresh: () => void queries.invalidateQueries(),
      otherHalf,
      focusScope: () => document.getElementById(scopeControlId)?.focus(),
    }),
    [ledgerOpen, show, navigate, openSample, open, close, queries],
  );
}
