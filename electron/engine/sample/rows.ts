import { type Cents, parseYuan } from "#shared/kernel/cents.ts";
import { asId, type Id } from "#shared/kernel/id.ts";

/** Ids of the sample are fixed and can be read, so that tests and screenshots may name its rows. */
export const sampleId = (name: string): Id => asId(`sample-${name}`);

export const notVoided = { voidedAt: null, voidReason: null } as const;

/** An amount of the sample as it would be said: "2,210.00". */
export function yuan(text: string): Cents {
  const amount = parseYuan(text);
  if (amount === undefined) throw new RangeError(`not an amount in 元: ${text}`);
  return amount;
}
