import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import { readMemory, writeMemory } from "./memory.ts";
import { type ChosenScope, resolveScope, ScopeContext, type ScopeState } from "./scope.ts";
import { useToday } from "./status.ts";

type Props = Readonly<{ ledger: NonNullable<LedgerStatus["ledger"]>; children: ReactNode }>;

type Chosen = Readonly<{ slot: string; scope: ChosenScope }>;

const nothingChosen: ChosenScope = { year: null, projectId: null };

const isSame = (left: ChosenScope, right: ChosenScope): boolean =>
  left.year === right.year && left.projectId === right.projectId;

/** Keeps year and project across screens, and across starts for each ledger. */
export function ScopeProvider({ ledger, children }: Props) {
  const today = useToday();
  const slot = `scope:${ledger.path}`;
  const [chosen, setChosen] = useState<Chosen>(() => ({ slot, scope: readMemory(slot, nothingChosen) }));
  const current = chosen.slot === slot ? chosen.scope : readMemory(slot, nothingChosen);
  const { projects } = ledger;

  const choose = useCallback(
    (change: (now: ChosenScope) => ChosenScope) =>
      setChosen((now) => {
        const before = now.slot === slot ? now.scope : readMemory(slot, nothingChosen);
        const scope = change(before);
        return now.slot === slot && isSame(before, scope) ? now : { slot, scope };
      }),
    [slot],
  );
  const setYear = useCallback((year: number) => choose(() => ({ year, projectId: null })), [choose]);
  const setProject = useCallback(
    (projectId: string | null) =>
      choose(({ year }) => ({
        year: projects.find(({ id }) => id === projectId)?.fiscalYear ?? year,
        projectId,
      })),
    [choose, projects],
  );
  useEffect(() => writeMemory(chosen.slot, chosen.scope), [chosen]);

  const state = useMemo<ScopeState>(
    () => ({ ...resolveScope(current, ledger, today), setYear, setProject }),
    [current, ledger, today, setYear, setProject],
  );
  return <ScopeContext value={state}>{children}</ScopeContext>;
}
