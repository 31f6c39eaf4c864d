import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input, Popconfirm } from "antd";
import type { PolicyBasis } from "#shared/model/project.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";

export function PolicyCard({ policy, number }: Readonly<{ policy: PolicyBasis; number: number }>) {
  const save = useApiMutation("projects.savePolicy", { quiet: true });
  const remove = useApiMutation("projects.removePolicy");
  const form = useAutoSave(policy, save.mutateAsync);
  return (
    <section className="jf-policy">
      <span className="jf-policy-number">{number}</span>
      <div className="jf-policy-fields">
        <SavedField form={form} name="title" label="文件名称">
          {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
        </SavedField>
        <SavedField form={form} name="documentNo" label="文号">
          {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
        </SavedField>
        <SavedField form={form} name="content" label="作为依据的内容" wide>
          {(control, { type }) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 1, maxRows: 12 }}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </SavedField>
      </div>
      <Popconfirm
        title="删除这条依据？"
        description="删除会记入变更记录。"
        okText="删除"
        cancelText="取消"
        onConfirm={() => remove.mutate({ id: policy.id })}
      >
        <Button type="text" icon={<DeleteOutlined />} aria-label={`删除依据 ${policy.title}`} title="删除" />
      </Popconfirm>
    </section>
  );
}
