import { useEffect } from "react";

/** Milliseconds of an idle spell that are left to whatever comes next. */
const spare = 2;

/** Has `read` look at each row while nothing else goes on, so that the first key typed finds it done. */
export function useReadAhead<Row>(on: boolean, rows: readonly Row[], read: (row: Row) => unknown): void {
  useEffect(() => {
    if (!on) return;
    let next = 0;
    const step = (idle: IdleDeadline) => {
      for (; next < rows.length && idle.timeRemaining() > spare; next += 1) read(rows[next] as Row);
      if (next < rows.length) handle = requestIdleCallback(step);
    };
    let handle = requestIdleCallback(step);
    return () => cancelIdleCallback(handle);
  }, [on, rows, read]);
}
