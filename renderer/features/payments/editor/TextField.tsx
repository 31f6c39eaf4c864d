import { Input } from "antd";
import { Field } from "../../../components/fields/Field.tsx";

type Props = Readonly<{ label: string; value: string | null; onChange: (value: string) => void }>;

/** A field of plain text. */
export function TextField({ label, value, onChange }: Props) {
  return (
    <Field label={label}>
      {(id) => <Input id={id} value={value ?? ""} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
