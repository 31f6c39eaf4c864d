import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

const modifiers = ["Control", "Shift", "Alt", "Meta"];

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll("[role='dialog']")].some((each) => each.getClientRects().length > 0);

/**
 * Whether somebody went on with the page, by a key or the mouse, since the latest write: the keys are then where they
 * want them, and what the write brings must not take them away. What is pressed while a dialog is open belongs to it.
 */
export function useGoneOn(on: boolean): () => boolean {
  const answers = useQueryClient().getQueryCache();
  const isGoneOn = useRef(false);
  useEffect(() => {
    if (!on) return;
    const note = (event: KeyboardEvent | PointerEvent) => {
      const isModifier = "key" in event && modifiers.includes(event.key);
      if (!isModifier && !isDialogOpen()) isGoneOn.current = true;
    };
    // Every write ends by asking anew for all that is shown.
    const stop = answers.subscribe((event) => {
      if (event.type === "updated" && event.action.type === "invalidate") isGoneOn.current = false;
    });
    document.addEventListener("keydown", note, { capture: true });
    document.addEventListener("pointerdown", note, { capture: true });
    return () => {
      stop();
      document.removeEventListener("keydown", note, { capture: true });
      document.removeEventListener("pointerdown", note, { capture: true });
    };
  }, [on, answers]);
  return () => isGoneOn.current;
}
