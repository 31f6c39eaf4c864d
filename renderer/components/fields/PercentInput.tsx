import { type Decimal, decimal, roundScaled, toScaled } from "#shared/kernel/decimal.ts";
import { DecimalInput } from "../inputs/DecimalInput.tsx";
import type { FieldProps } from "../inputs/TypedInput.tsx";

/** 5.5 (percent) is 550 hundredths of a percent. */
export const percentToBp = (percent: Decimal): number => Number(roundScaled(toScaled(percent), 2));

export const bpToPercent = (bp: number): Decimal => decimal((bp / 100).toFixed(2));

type Props = FieldProps & Readonly<{ value: number | null; onChange: (bp: number | null) => void }>;

/** Takes a percentage and gives hundredths of a percent. */
export function PercentInput({ value, onChange, ...rest }: Props) {
  return (
    <DecimalInput
      {...rest}
      value={value === null ? null : bpToPercent(value)}
      onChange={(percent) => onChange(percent === null ? null : percentToBp(percent))}
    />
  );
}
