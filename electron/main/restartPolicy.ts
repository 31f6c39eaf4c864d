/** So many deaths within so long, and another start would only die again. */
const mostDeaths = 4;
const within = 60_000;

/** Decides whether and when a dead engine is replaced. */
export function createRestartPolicy(): Readonly<{
  /** Milliseconds to wait after a death at `now`; undefined when it is to be left dead. */
  pauseBeforeRestart: (now: number) => number | undefined;
}> {
  let deaths: readonly number[] = [];
  return {
    pauseBeforeRestart: (now) => {
      deaths = [...deaths.filter((at) => now - at < within), now];
      if (deaths.length > mostDeaths) return undefined;
      return deaths.length === 1 ? 0 : 500 * 2 ** (deaths.length - 2);
    },
  };
}
