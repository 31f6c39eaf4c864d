import { readWhole, type Span } from "./readWhole.ts";
import { type FieldProps, TypedInput } from "./TypedInput.tsx";
import { useTypedText } from "./useTypedText.ts";

type Props = FieldProps &
  Span &
  Readonly<{
    value: number | null;
    onChange: (value: number | null) => void;
  }>;

/** Takes a number of days and the like. What lies beyond its limits is said to, and never bent into them. */
export function WholeInput({ value, onChange, min, max, ...rest }: Props) {
  const typed = useTypedText<number>({
    value,
    onChange,
    parse: (text) => readWhole(text, { min, max }),
    format: String,
  });
  return <TypedInput {...rest} numeric typed={typed} wrongText={`请填写 ${min} 到 ${max} 的整数`} />;
}
