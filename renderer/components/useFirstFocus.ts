import { type RefObject, useEffect } from "react";

/** A dialog needs as many drawings until it holds the keys itself. */
const settleFrames = 10;

/**
 * Gives the keys to what `find` answers while a dialog opens, until a key is pressed. `autoFocus` is not enough over
 * another dialog: the one below still holds the keys then and takes them back.
 */
export function useFirstFocus(find: () => HTMLElement | null | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    let left = settleFrames;
    let frame = requestAnimationFrame(step);
    const stop = () => cancelAnimationFrame(frame);
    window.addEventListener("keydown", stop, { capture: true });
    window.addEventListener("pointerdown", stop, { capture: true });
    return () => {
      stop();
      window.removeEventListener("keydown", stop, { capture: true });
      window.removeEventListener("pointerdown", stop, { capture: true });
    };

    function step() {
      const wanted = find();
      if (document.activeElement !== wanted) wanted?.focus();
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(step);
    }
  }, []);
}

/** The same for what has this ref. */
export const useFocusOf = (ref: RefObject<HTMLElement | null>): void => useFirstFocus(() => ref.current);
