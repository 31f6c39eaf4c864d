import { type Cents, cents, formatYuan, tooMuch } from "#shared/kernel/cents.ts";
import { isTooMuch, readMoney } from "./readMoney.ts";
import { type FieldProps, TypedInput } from "./TypedInput.tsx";
import { useTypedText } from "./useTypedText.ts";

type Props = FieldProps &
  Readonly<{
    /** 分 */
    value?: number | null;
    onChange?: (value: Cents | null) => void;
    /** Refunds and adjustments may be below zero. */
    negative?: boolean;
  }>;

/** Takes 元 as people write it — 1,234.5, ￥1234.50, １２３４ — and gives exact 分. */
export function MoneyInput({ value, onChange, negative = false, ...rest }: Props) {
  const typed = useTypedText<Cents>({
    value: value === null || value === undefined ? null : cents(value),
    onChange,
    parse: (text) => readMoney(text, negative),
    format: formatYuan,
  });
  const limits = negative ? "最多两位小数" : "不小于 0，最多两位小数";
  const wrongText = isTooMuch(typed.text) ? `金额${tooMuch}` : `请填写金额，单位为元，${limits}`;
  return <TypedInput {...rest} numeric typed={typed} wrongText={wrongText} />;
}
