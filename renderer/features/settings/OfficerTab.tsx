import { Input } from "antd";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { SavedField } from "../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../components/autosave/useAutoSave.ts";
import { Loaded } from "../../components/Page.tsx";
import { DutiesField } from "./DutiesField.tsx";

/** 经办人: the name that goes into decisions and the change log. */
export function OfficerTab() {
  const office = useApi("office.get", {});
  return <Loaded query={office}>{({ officer }) => <OfficerField officer={officer} />}</Loaded>;
}

function OfficerField({ officer }: Readonly<{ officer: string }>) {
  const save = useApiMutation("office.saveOfficer", { quiet: true });
  const form = useAutoSave({ officer }, save.mutateAsync, (fields) => fields.officer.trim() !== "");
  return (
    <div className="jf-settings-narrow">
      <SavedField form={form} name="officer" label="经办人姓名">
        {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
      </SavedField>
      <p className="jf-soft">
        今后的每一笔改动、每一条处理意见都记在这个名字下面。换人经办时请先改这里；以前的记录不变。
      </p>
      <DutiesField />
    </div>
  );
}
