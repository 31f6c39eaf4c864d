import { useId } from "react";
import type { RuleParamView } from "#shared/api/checks.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { PercentInput } from "../../../components/fields/PercentInput.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { TypedInput } from "../../../components/inputs/TypedInput.tsx";
import { useTypedText } from "../../../components/inputs/useTypedText.ts";
import { WholeInput } from "../../../components/inputs/WholeInput.tsx";
import { paramText, paramUnit } from "./ruleWords.ts";

type Props = Readonly<{ param: RuleParamView; onChange: (value: RuleParamView["value"]) => void }>;

/** A limit of a rule, in the unit it is spoken of. */
export function ParamField({ param, onChange }: Props) {
  const id = useId();
  const { kind, label, value, defaultValue, confirmed } = param;
  const origin =
    defaultValue === null
      ? "各地不同，请先填写本区限额，填写后规则才启用"
      : `默认 ${paramText(param, defaultValue)}${confirmed ? "" : "，未确认，请按本单位规定核对"}`;
  return (
    <div className="jf-param">
      <label htmlFor={id}>{label}</label>
      <ParamInput id={id} param={param} onChange={onChange} />
      <span className="jf-soft">{paramUnit(kind)}</span>
      <span className={value === null ? "jf-param-note jf-param-missing" : "jf-param-note"}>{origin}</span>
    </div>
  );
}

function ParamInput({ id, param: { kind, value }, onChange }: Props & Readonly<{ id: string }>) {
  const number = typeof value === "number" ? value : null;
  const text = typeof value === "string" ? value : "";
  switch (kind) {
    case "cents":
      return <MoneyInput id={id} value={number} onChange={onChange} />;
    case "bp":
      return <PercentInput id={id} value={number} onChange={onChange} />;
    case "days":
    case "count":
      return <WholeInput id={id} min={0} max={999_999} value={number} onChange={onChange} />;
    case "date":
      return <DateInput id={id} value={isIsoDate(text) ? text : null} onChange={onChange} />;
    case "text":
      return <TextInput id={id} value={text} onChange={onChange} />;
  }
}

function TextInput({
  id,
  value,
  onChange,
}: Readonly<{ id: string; value: string; onChange: (value: string | null) => void }>) {
  const typed = useTypedText<string>({ value, onChange, parse: (text) => text, format: (text) => text });
  return <TypedInput id={id} typed={typed} wrongText="" />;
}
