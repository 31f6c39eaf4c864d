import { useState } from "react";
import type { ApiInput } from "#shared/api/contract.ts";
import type { ActualsView } from "#shared/api/performance.ts";
import { useApiMutation } from "../../../../app/useApi.ts";
import type { Place } from "../../../../components/sheet/places.ts";

type Patch = ApiInput<"performance.saveActuals">["actuals"][number];

export type Actuals = Readonly<{
  textAt: (place: Place) => string;
  /** Saves at once; what was typed shows while it is on its way. */
  put: (cells: readonly Readonly<{ place: Place; valueText: string; source: string }>[]) => void;
}>;

const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

/** The cells of a sheet of actual values as they stand, with what is being saved laid over them. */
export function useActuals(projectId: string, { rows }: ActualsView): Actuals {
  const [sending, setSending] = useState<ReadonlyMap<string, string>>(new Map());
  const { mutateAsync } = useApiMutation("performance.saveActuals");
  return {
    textAt: (place) =>
      sending.get(keyOf(place)) ?? rows[place.row]?.cells[place.column]?.actual?.valueText ?? "",
    put: (cells) => {
      const actuals = cells.flatMap(({ place, valueText, source }): Patch[] => {
        const cell = rows[place.row]?.cells[place.column];
        const indicatorId = rows[place.row]?.indicator.id;
        if (cell === undefined || indicatorId === undefined) return [];
        const isSame = (cell.actual?.valueText ?? "") === valueText && (cell.actual?.source ?? "") === source;
        return isSame ? [] : [{ indicatorId, periodTo: cell.periodTo, valueText, source }];
      });
      if (actuals.length === 0) return;
      setSending(
        (now) => new Map([...now, ...cells.map((cell) => [keyOf(cell.place), cell.valueText] as const)]),
      );
      const settled = () =>
        setSending(
          (now) =>
            new Map(
              [...now].filter(
                ([key, text]) => !cells.some((cell) => keyOf(cell.place) === key && cell.valueText === text),
              ),
            ),
        );
      // A failure is told by the notice of the mutation; the cell then shows what is stored.
      mutateAsync({ projectId, actuals }).then(settled, settled);
    },
  };
}
