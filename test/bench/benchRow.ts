/** One line of the bench: our work, and the bare library doing the same in the same run. */
export type BenchRow = Readonly<{
  name: string;
  seconds: number;
  /** `null` where there is nothing to compare with. */
  baselineSeconds: number | null;
  /** ours ÷ bare */
  ratio: number | null;
  peakMb: number;
}>;

export type Measured = Readonly<{ seconds: number; peakMb: number }>;

export const compared = (name: string, ours: Measured, bare: Measured): BenchRow => ({
  name,
  ...ours,
  baselineSeconds: bare.seconds,
  ratio: ours.seconds / bare.seconds,
});
