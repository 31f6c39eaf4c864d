import { useEffect, useEffectEvent } from "react";

/** Whether a key belongs to a dialog over the page, or to a list or calendar that is open at its field. */
const hasOwnKeys = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest("[role=dialog], .ant-picker-dropdown") !== null ||
    target.getAttribute("aria-expanded") === "true");

/** A closed list takes Enter, with or without Ctrl, to open itself. */
const isClosedList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".ant-select") !== null;

function useKey(
  isPressed: (event: KeyboardEvent) => boolean,
  perform: () => void,
  /** Before what has the keys. */
  isFirst = false,
): void {
  const onPressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isPressed(event) || hasOwnKeys(event.target)) return;
    event.preventDefault();
    if (isClosedList(event.target)) event.stopPropagation();
    // A typed field hands over its value on this very key; what is done is done with what it then is.
    setTimeout(later, 0);
  });
  const later = useEffectEvent(perform);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onPressed(event);
    document.addEventListener("keydown", onKeyDown, isFirst);
    return () => document.removeEventListener("keydown", onKeyDown, isFirst);
  }, [isFirst]);
}

/** Ctrl+Enter anywhere in the editor saves. */
export const useSaveKey = (save: () => void): void =>
  useKey(({ key, ctrlKey, metaKey }) => key === "Enter" && (ctrlKey || metaKey), save, true);

/** Escape leaves; where something would be lost the window asks first. */
export const useBackKey = (back: () => void): void => useKey(({ key }) => key === "Escape", back);
