import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** Where the keys go on when what had them is gone: a paper, a section, an open detail, a dialog, a list, and at last the page. */
const homes = ".jf-paper, .jf-section, .jf-detail, [role='dialog'], .jf-table, .jf-split, main";

/** A dialog that closes gives the focus back by itself; it goes first. */
const settleMillis = 60;

/** More than there are controls in any detail. */
const kept = 300;

const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];

const gridIn = (element: Element | null): HTMLElement | null =>
  element?.querySelector<HTMLElement>("[role='grid'][tabindex='0']") ?? null;

/**
 * The keys always belong to something. A new page takes them, so that Tab leads to its first button and an arrow into its
 * list. A form that is saved or given up takes the focus with it, and so do a row that is scrolled away and a pane that is
 * closed; browsers then leave the keys to nobody, here they return to what had them before, or to what is around it.
 */
export function useKeptFocus(ledgerOpen: boolean): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  const noun = useLocation().pathname.split("/")[1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page of another noun takes the keys
  useEffect(() => page.current?.focus({ preventScroll: true }), [noun, ledgerOpen]);
  useEffect(() => {
    const stop = [returnFocus(page), listen("keydown", toList)];
    return () => {
      for (const each of stop) each();
    };
  }, []);
  return page;
}

function returnFocus(page: RefObject<HTMLElement | null>): () => void {
  let paths: readonly Path[] = [];
  let timer = 0;
  const remember = () => {
    const path = withAncestors(document.activeElement);
    // Tab that leaves a dialog is sent back into it, by way of the page.
    if (openDialog()?.contains(path[0] ?? null) === false) return;
    const earlier = paths.filter(
      (each) => each[0] !== path[0] && (isThere(each) || anchorOf(each) !== undefined),
    );
    paths = [...earlier, path].slice(-kept);
  };
  // Whoever clicks beside everything means it: what had the focus is still there then.
  const isLost = () => paths.length > 0 && !isThere(paths.at(-1));
  const give = () => {
    timer = 0;
    if (!isLost() || document.activeElement !== document.body) return;
    const room = openDialog() ?? page.current;
    const inRoom = paths.toReversed().map((path) => (isThere(path) ? path[0] : doorOf(anchorOf(path))));
    for (const each of [...inRoom, doorOf(room), page.current]) {
      if (!(each instanceof HTMLElement) || !(room?.contains(each) ?? true)) continue;
      each.focus({ preventScroll: true });
      if (document.activeElement === each) return;
    }
  };
  const observer = new MutationObserver(() => {
    if (timer === 0 && isLost()) timer = window.setTimeout(give, settleMillis);
  });
  const stop = listen("focusin", remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    stop();
    observer.disconnect();
    window.clearTimeout(timer);
  };
}

/** An element that had the focus, and all around it from the inside out. */
type Path = readonly Element[];

const isThere = (path: Path | undefined): boolean => path?.[0]?.isConnected === true;

const anchorOf = (path: Path): Element | undefined =>
  path.find((each) => each.isConnected && each.matches(homes));

/** What of a place takes the keys: its list, its first button or field, or the place itself. */
function doorOf(place: Element | null | undefined): Element | null | undefined {
  if (place?.matches(".jf-table, .jf-split, main")) return gridIn(place) ?? place;
  // The stop of its places.
  if (place?.matches(".jf-paper")) return place.querySelector("[data-place][tabindex='0']") ?? place;
  // Its first buttons void it or give it back: an Enter too many must not come to them.
  if (place?.matches(".jf-detail")) return place;
  return place?.querySelector("button:not(:disabled), input:not(:disabled)") ?? place;
}

/** What closed over it leaves the keys to it. */
const openDialog = (): Element | undefined =>
  [...document.querySelectorAll("[role='dialog']")].findLast((each) => each.getClientRects().length > 0);

function withAncestors(element: Element | null): Path {
  const path: Element[] = [];
  for (let each = element; each !== null; each = each.parentElement) path.push(each);
  return path;
}

/** An arrow pressed while nothing but the page has the keys goes into its list. */
function toList(event: KeyboardEvent): void {
  const { activeElement } = document;
  if (!moves.includes(event.key) || event.defaultPrevented) return;
  if (activeElement !== document.body && activeElement?.matches("main") !== true) return;
  const list = gridIn(document.querySelector("main"));
  if (list === null) return;
  event.preventDefault();
  list.focus();
  list.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true, cancelable: true }));
}

function listen<Name extends "focusin" | "keydown">(
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
): () => void {
  document.addEventListener(name, listener);
  return () => document.removeEventListener(name, listener);
}
