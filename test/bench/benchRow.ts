/** One line of the bench: our work, and the bare library doing the same in the same run. */
export type BenchRow = Readonly<{
  name: string;
  seconds: number;
  /** Of all threads; `null` where several processes do the work. */
  cpuSeconds: number | null;
  /** `null` where there is nothing to compare with. */
  baselineSeconds: number | null;
  baselineCpuSeconds: number | null;
  /** ours ÷ bare, by the clock */
  ratio: number | null;
  peakMb: number;
}>;

export type Measured = Pick<BenchRow, "seconds" | "cpuSeconds" | "peakMb">;

export const compared = (name: string, ours: Measured, bare: Measured): BenchRow => ({
  name,
  ...ours,
  baselineSeconds: bare.seconds,
  baselineCpuSeconds: bare.cpuSeconds,
  ratio: ours.seconds / bare.seconds,
});
