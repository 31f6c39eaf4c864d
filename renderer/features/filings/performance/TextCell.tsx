import { Input } from "antd";
import type { AutoSave } from "../../../components/autosave/useAutoSave.ts";
import type { ActualFields } from "./useActualRow.ts";

type Props = Readonly<{
  form: AutoSave<ActualFields>;
  name: "expectedText" | "reason";
  label: string;
  placeholder?: string;
}>;

export const TextCell = ({ form, name, label, placeholder = "" }: Props) => (
  <Input
    variant="borderless"
    aria-label={label}
    placeholder={placeholder}
    value={form.values[name]}
    onChange={(event) => form.type({ [name]: event.target.value })}
    onBlur={form.commit}
  />
);
