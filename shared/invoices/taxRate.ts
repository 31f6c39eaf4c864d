import { isDecimal, toScaled } from "../kernel/decimal.ts";

/** "0.06" as lists write it, "6%"; what is no bare fraction stays as it is. */
export function ratePercent(text: string): string {
  const plain = text.trim();
  if (!/^0?\.\d{1,6}$|^[01](\.0+)?$/.test(plain)) return plain;
  const whole = plain.startsWith(".") ? `0${plain}` : plain;
  if (!isDecimal(whole)) return plain;
  const { units, scale } = toScaled(whole);
  const digits = (units * 100n).toString().padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${digits.slice(0, digits.length - scale)}${fraction === "" ? "" : `.${fraction}`}%`;
}

const untaxed = /^(\*+|免税|不征税|零税率|出口零税率|普通零税率|0%?|0\.0+%?)?$/;

/** Two rates are the same when this is: 6% and 0.06, and all the ways to say that there is no tax. */
export const plainRate = (text: string): string => {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return untaxed.test(plain)
    ? "0%"
    : ratePercent(plain)
        .replace(/(\.\d*?)0+%$/, "$1%")
        .replace(".%", "%");
};
