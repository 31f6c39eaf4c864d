import type { InputRef } from "antd";
import { type RefObject, useEffect, useRef } from "react";

/** Ctrl+F goes to this box, from anywhere on the page. */
export function useFindKey(): RefObject<InputRef | null> {
  const box = useRef<InputRef | null>(null);
  useEffect(() => {
    const toBox = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
      if (!wanted || event.defaultPrevented) return;
      event.preventDefault();
      box.current?.select();
    };
    window.addEventListener("keydown", toBox);
    return () => window.removeEventListener("keydown", toBox);
  }, []);
  return box;
}
