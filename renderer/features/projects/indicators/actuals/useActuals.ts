import { useState } from "react";
import type { ActualsView } from "#shared/api/performance.ts";
import { useApiMutation } from "../../../../app/useApi.ts";
import type { Place } from "../../../../components/sheet/places.ts";
import { type ActualChange, actualAt, actualPatches, keyOf, type Sending } from "./actualPatches.ts";

export type Actuals = Readonly<{
  textAt: (place: Place) => string;
  /** Saves at once; what was typed shows while it is on its way. */
  put: (cells: readonly ActualChange[]) => void;
}>;

/** The cells of a sheet of actual values as they stand, with what is being saved laid over them. */
export function useActuals(projectId: string, { rows }: ActualsView): Actuals {
  const [sending, setSending] = useState<Sending>(new Map());
  const { mutateAsync } = useApiMutation("performance.saveActuals");
  return {
    textAt: (place) => actualAt(rows, sending, place).valueText,
    put: (cells) => {
      const actuals = actualPatches(rows, sending, cells);
      if (actuals.length === 0) return;
      setSending((now) => new Map([...now, ...cells.map((cell) => [keyOf(cell.place), cell] as const)]));
      const drop = () =>
        setSending(
          (now) =>
            new Map(
              [...now].filter(
                ([key, value]) => !cells.some((cell) => keyOf(cell.place) === key && cell === value),
              ),
            ),
        );
      // The answer reaches the screen with the next task; before that the old values would shine through.
      const settled = () => setTimeout(drop, 0);
      // A failure is told by the notice of the mutation; the cell then shows what is stored.
      mutateAsync({ projectId, actuals }).then(settled, settled);
    },
  };
}
