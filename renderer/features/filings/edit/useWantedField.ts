import { type RefObject, useEffect, useRef } from "react";
import type { Id } from "#shared/kernel/id.ts";
import type { EntryProps } from "../entryProps.ts";

/** The field that a place of the paper led to takes the keys, once, when its sheet is there. */
export function useWantedField<Room extends HTMLElement>(
  { wanted, onArrived }: Pick<EntryProps, "wanted" | "onArrived">,
  indicators: readonly Readonly<{ indicator: Readonly<{ id: Id }> }>[],
): RefObject<Room | null> {
  const room = useRef<Room>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it led here, not while the sheet is filled in
  useEffect(() => {
    if (wanted === null) return;
    const at = indicators.findIndex(({ indicator }) => indicator.id === wanted.id);
    const place =
      wanted.entity === "actual"
        ? `[data-cell="${at} ${wanted.field}"]`
        : `[data-field="${CSS.escape(wanted.field)}"]`;
    const field = room.current?.querySelector<HTMLElement>(`${place} :is(input, textarea):not(:disabled)`);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
    onArrived();
  }, [wanted]);
  return room;
}
