import { useEffect } from "react";
import { type Action, type ActionContext, actionFor, actions } from "./actions.ts";
import { bridge } from "./bridge.ts";

/** Shortcuts and the entries of the system's menu carry out the same commands. */
export function useCommands(context: ActionContext): void {
  useEffect(() => {
    const perform = (action: Action | undefined): boolean => {
      if (action === undefined || !action.enabled(context)) return false;
      action.perform(context);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const action = actionFor(event);
      if (action?.notInText === true && isTyping(event.target)) return;
      if (perform(action)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    const stop = bridge().subscribe("menu.command", ({ command }) => {
      perform(actions.find((action) => action.id === command));
    });
    return () => {
      window.removeEventListener("keydown", onKey);
      stop();
    };
  }, [context]);
}

/** Where a key goes into a text, or a dialog is open that has its own business. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable='true'], [role='dialog']") !== null;
