import { Form, Input, InputNumber, Modal } from "antd";
import { useId } from "react";
import { useStatus } from "./status.ts";
import { useLedgerCommands } from "./useLedgerCommands.ts";

type Fields = { officeName: string; officer: string; year: number };

/** Asks what a new ledger must know from the first day; the place of the file is asked next. */
export function NewLedgerDialog({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const { today } = useStatus();
  const commands = useLedgerCommands();
  const formId = useId();
  const submit = ({ officeName, officer, year }: Fields) => {
    onClose();
    commands.create({ officeName: officeName.trim(), officer: officer.trim(), year });
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      okButtonProps={{ htmlType: "submit", form: formId }}
      okText="选择保存位置…"
      title="新建账本"
      width={440}
      destroyOnHidden
    >
      <Form<Fields>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ officeName: "", officer: "", year: Number(today.slice(0, 4)) }}
        onFinish={submit}
      >
        <Form.Item
          name="officeName"
          label="单位名称"
          extra="与公章一致的全称，打印在申报表上。以后可以在“设置”里修改。"
          rules={[{ required: true, whitespace: true, message: "请填写单位名称" }]}
        >
          <Input autoFocus placeholder="例如：上海市松江区某某街道办事处" />
        </Form.Item>
        <Form.Item
          name="officer"
          label="经办人姓名"
          extra="改动和处理意见记在这个名字下面。"
          rules={[{ required: true, whitespace: true, message: "请填写经办人姓名" }]}
        >
          <Input style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="year" label="预算年度" rules={[{ required: true, message: "请填写预算年度" }]}>
          <InputNumber min={2000} max={2100} precision={0} controls={false} style={{ width: 120 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
