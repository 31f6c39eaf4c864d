import { type ReactNode, useMemo, useState } from "react";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import { readMemory, writeMemory } from "./memory.ts";
import { type ChosenScope, resolveScope, ScopeContext, type ScopeState } from "./scope.ts";
import { useToday } from "./status.ts";

type Props = Readonly<{ ledger: NonNullable<LedgerStatus["ledger"]>; children: ReactNode }>;

const nothingChosen: ChosenScope = { year: null, projectId: null };

/** Keeps year and project across screens, and across starts for each ledger. */
export function ScopeProvider({ ledger, children }: Props) {
  const today = useToday();
  const slot = `scope:${ledger.path}`;
  const [chosen, setChosen] = useState<Readonly<{ slot: string; scope: ChosenScope }>>(() => ({
    slot,
    scope: readMemory(slot, nothingChosen),
  }));
  const current = chosen.slot === slot ? chosen.scope : readMemory(slot, nothingChosen);

  const state = useMemo<ScopeState>(() => {
    const choose = (scope: ChosenScope) => {
      writeMemory(slot, scope);
      setChosen({ slot, scope });
    };
    const resolved = resolveScope(current, ledger, today);
    return {
      ...resolved,
      setYear: (year) => choose({ year, projectId: null }),
      setProject: (projectId) => choose({ year: resolved.fiscalYear, projectId }),
    };
  }, [current, ledger, today, slot]);

  return <ScopeContext value={state}>{children}</ScopeContext>;
}
