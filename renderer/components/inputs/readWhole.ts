export type Span = Readonly<{ min: number; max: number }>;

/** Reads a whole number as people write it, within its limits; `undefined` when it is none. */
export function readWhole(text: string, { min, max }: Span): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  if (!/^\d{1,9}$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}
