import type { Measured } from "./benchRow.ts";

/**
 * Times some work of this process, by the clock and by what the processors spent on it: on a machine that has other work
 * to do only the second says what the work costs. It counts all threads, collecting garbage and compiling included.
 */
export async function timed(work: () => Promise<unknown>): Promise<Measured> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMb };
}
