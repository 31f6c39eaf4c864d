import { useEffect, useEffectEvent } from "react";

/** Ctrl+Enter anywhere on the page, but not while something is being written or asked. */
export function useNextKey(next: () => void): void {
  const perform = useEffectEvent(next);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input, textarea, [role=dialog]") !== null) return;
      event.preventDefault();
      perform();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
