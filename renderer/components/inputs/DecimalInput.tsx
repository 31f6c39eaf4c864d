import type { Decimal } from "#shared/kernel/decimal.ts";
import { formatDecimal, readDecimal } from "./readDecimal.ts";
import { type FieldProps, TypedInput } from "./TypedInput.tsx";
import { useTypedText } from "./useTypedText.ts";

type Props = FieldProps &
  Readonly<{
    value?: Decimal | null;
    onChange?: (value: Decimal | null) => void;
  }>;

/** Takes a quantity or a unit price and gives exact decimal text. */
export function DecimalInput({ value, onChange, ...rest }: Props) {
  const typed = useTypedText<Decimal>({ value, onChange, parse: readDecimal, format: formatDecimal });
  return <TypedInput {...rest} numeric typed={typed} wrongText="请填写不小于 0 的数字" />;
}
