import { useEffect, useEffectEvent } from "react";
import { noBurst, takeKey } from "./scanBurst.ts";

/** Where the signs of a scanner belong to what is being typed. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable='true'], [role='dialog']") !== null;

/** Hands over what a scanner types anywhere on the page while no field has the keys. */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let burst = noBurst;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        burst = noBurst;
        return;
      }
      const taken = takeKey(burst, { key: event.key, at: event.timeStamp });
      burst = taken.burst;
      if (taken.fast) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (taken.scanned !== null) scanned(taken.scanned);
    };
    // Before lists and buttons, which have an Enter of their own.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}
