const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

export type CreditCodeCheck =
  | Readonly<{ kind: "valid" }>
  | Readonly<{ kind: "wrong"; expected: string }>
  | Readonly<{ kind: "unverifiable" }>;

/**
 * Checks a unified social credit code against its last character (GB 32100-2015). Older tax numbers (15 or 20
 * characters) and those made of a person's id carry no such check and are `unverifiable`, not wrong.
 */
export function checkCreditCode(code: string): CreditCodeCheck {
  const body = code.trim().toUpperCase();
  if (body.length !== 18) return { kind: "unverifiable" };
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(body.charAt(index));
    if (value < 0) return { kind: "unverifiable" };
    sum += value * weight;
  }
  const expected = alphabet.charAt((31 - (sum % 31)) % 31);
  return expected === body.charAt(17) ? { kind: "valid" } : { kind: "wrong", expected };
}
