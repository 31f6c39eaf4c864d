import { type RefCallback, useCallback, useState } from "react";

const largest = 1.15;

/** How large something of this width in pixels may be drawn to fit the element that `room` is put on. */
export function useFitScale(width: number): Readonly<{ room: RefCallback<HTMLElement>; scale: number }> {
  const [scale, setScale] = useState(1);
  const room = useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (element === null) return;
      const observer = new ResizeObserver(() => {
        const space = element.clientWidth - 32;
        setScale(Math.min(largest, Math.max(0.4, Math.floor((space / width) * 100) / 100)));
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [width],
  );
  return { room, scale };
}
