import { Form, Input, InputNumber, Modal } from "antd";
import { useId } from "react";
import { useNavigate } from "react-router";

import { pathTo } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { newProject } from "./projectFields.ts";

type Fields = { code: string; name: string; fiscalYear: number };

/** What a project needs to exist; the rest is filled in on its page. */
export function NewProjectDialog({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const formId = useId();
  const { fiscalYear } = useScope();
  const navigate = useNavigate();
  const units = useApi("office.get", {}, { enabled: open }).data?.units ?? [];
  const save = useApiMutation("projects.save", {
    onSuccess: ({ project }) => void navigate(pathTo("project", project.id)),
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      confirmLoading={save.isPending}
      okText="新建"
      okButtonProps={{ htmlType: "submit", form: formId }}
      title="新建项目"
      width={440}
      destroyOnHidden
    >
      <Form<Fields>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ code: "", name: "", fiscalYear }}
        onFinish={(fields) => save.mutate(newProject(fields, units))}
      >
        <Form.Item
          name="name"
          label="项目名称"
          rules={[{ required: true, whitespace: true, message: "请填写项目名称" }]}
        >
          <Input autoFocus placeholder="例如：社区综合治理" />
        </Form.Item>
        <Form.Item
          name="code"
          label="项目编码"
          extra="与财政系统一致；没有的话自己编一个，例如 SQZL-2026。"
          rules={[{ required: true, whitespace: true, message: "请填写项目编码" }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="fiscalYear" label="预算年度" rules={[{ required: true, message: "请填写预算年度" }]}>
          <InputNumber min={2000} max={2100} precision={0} controls={false} style={{ width: 120 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
