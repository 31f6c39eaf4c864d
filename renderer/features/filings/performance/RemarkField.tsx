import { Input } from "antd";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import type { AutoSave } from "../../../components/autosave/useAutoSave.ts";
import { Place } from "../edit/Place.tsx";

type Props<Name extends string> = Readonly<{
  form: AutoSave<Readonly<Record<Name, string>>>;
  name: Name;
  label: string;
  note?: string | undefined;
}>;

/** Running text under a sheet of indicators, which a place of its paper leads to. */
export const RemarkField = <Name extends string>({ form, name, label, note }: Props<Name>) => (
  <Place name={name}>
    <SavedField form={form} name={name} label={label} note={note}>
      {(control, { type }) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2 }}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </SavedField>
  </Place>
);
