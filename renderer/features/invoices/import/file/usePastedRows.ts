import { useEffect, useEffectEvent } from "react";
import { pasteRows } from "../../../../components/pasteRows.ts";

/** A header and a row below it: less is no list. */
const isList = (text: string): boolean => {
  const rows = pasteRows(text);
  return rows !== undefined && rows.length > 1;
};

/** Rows pasted anywhere on the page, as one pastes into a spreadsheet; what goes into a field stays there. */
export function usePastedRows(onRows: (text: string) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest("input, textarea, [role='dialog']") !== null)
      return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isList(text)) return;
    event.preventDefault();
    onRows(text);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("paste", listener);
    return () => document.removeEventListener("paste", listener);
  }, []);
}
