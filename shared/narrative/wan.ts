/**
 * An amount in 万元, to the 分: two decimals, and as many more as it has, so that parts add up as they are printed. Takes 分.
 */
export function inWan(amountCents: number): string {
  const digits = String(Math.abs(amountCents)).padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${amountCents < 0 ? "-" : ""}${digits.slice(0, -6)}.${decimals}`;
}
