import { mostBp } from "#shared/model/fields.ts";
import { formatDecimal } from "../inputs/readDecimal.ts";
import { bpToPercent, readPercent } from "../inputs/readPercent.ts";
import { type FieldProps, TypedInput } from "../inputs/TypedInput.tsx";
import { useTypedText } from "../inputs/useTypedText.ts";

type Props = FieldProps & Readonly<{ value: number | null; onChange: (bp: number | null) => void }>;

/** Takes a percentage and gives hundredths of a percent. */
export function PercentInput({ value, onChange, ...rest }: Props) {
  const typed = useTypedText<number>({
    value,
    onChange,
    parse: readPercent,
    format: (bp) => formatDecimal(bpToPercent(bp)),
  });
  const wrongText = `请填写 0 到 ${mostBp / 100} 的百分数，最多两位小数`;
  return <TypedInput {...rest} numeric typed={typed} wrongText={wrongText} />;
}
