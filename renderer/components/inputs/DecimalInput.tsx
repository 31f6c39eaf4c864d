import { type Decimal, parseDecimal } from "#shared/kernel/decimal.ts";
import { type FieldProps, TypedInput } from "./TypedInput.tsx";
import { useTypedText } from "./useTypedText.ts";

type Props = FieldProps &
  Readonly<{
    value?: Decimal | null;
    onChange?: (value: Decimal | null) => void;
  }>;

/** Reads a quantity or a unit price as people write it, not below zero. */
export function readDecimal(text: string): Decimal | undefined {
  const value = parseDecimal(text.normalize("NFKC").replace(/[\s,¥元]/g, ""));
  return value === undefined || value.startsWith("-") ? undefined : value;
}

/** Takes a quantity or a unit price and gives exact decimal text. */
export function DecimalInput({ value, onChange, ...rest }: Props) {
  const typed = useTypedText<Decimal>({ value, onChange, parse: readDecimal, format: (number) => number });
  return <TypedInput {...rest} numeric typed={typed} wrongText="请填写数字" />;
}
