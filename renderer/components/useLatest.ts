import { useState } from "react";

/** The last answer, or the last right state, that there was: it stays on the screen until there is another. */
export function useLatest<Value>(now: Value | undefined): Value | undefined {
  const [latest, setLatest] = useState(now);
  if (now !== undefined && now !== latest) setLatest(now);
  return now ?? latest;
}
