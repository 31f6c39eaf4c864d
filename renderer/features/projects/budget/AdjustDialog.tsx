import { Form, Input, Modal, Select } from "antd";
import { useId } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { type Cents, cents, formatYuan } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";

type Fields = {
  adjustedOn: IsoDate;
  from: Id;
  to: Id;
  amountCents: Cents;
  reason: string;
  documentNo: string;
};

const required = (message: string) => [{ required: true, message }];

/** 预算调剂 between two lines: what one gets the other gives. */
export function AdjustDialog({ detail, onClose }: Readonly<{ detail: ProjectDetail; onClose: () => void }>) {
  const { project, budgetLines } = detail;
  const today = useToday();
  const formId = useId();
  const adjust = useApiMutation("projects.adjust", { onSuccess: onClose });
  const options = budgetLines.map((line) => ({
    value: line.id,
    label: `${line.name}（可用 ${formatYuan(line.availableCents)}）`,
  }));
  return (
    <Modal
      open
      title="预算调剂"
      okText="调剂"
      width={520}
      confirmLoading={adjust.isPending}
      onCancel={onClose}
      okButtonProps={{ htmlType: "submit", form: formId }}
    >
      <Form<Fields>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ adjustedOn: today, reason: "", documentNo: "" }}
        onFinish={({ from, to, amountCents, ...rest }) =>
          adjust.mutate({
            projectId: project.id,
            ...rest,
            lines: [
              { budgetLineId: from, deltaCents: cents(-amountCents) },
              { budgetLineId: to, deltaCents: amountCents },
            ],
          })
        }
      >
        <Form.Item name="from" label="调减" rules={required("请选择调减的明细")}>
          <Select options={options} />
        </Form.Item>
        <Form.Item
          name="to"
          label="调增"
          dependencies={["from"]}
          rules={[
            ...required("请选择调增的明细"),
            ({ getFieldValue }) => ({
              validator: async (_, to) => {
                if (to !== undefined && to === getFieldValue("from"))
                  throw new Error("调增和调减不能是同一项");
              },
            }),
          ]}
        >
          <Select options={options} />
        </Form.Item>
        <Form.Item name="amountCents" label="金额（元）" rules={required("请填写金额")}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="adjustedOn" label="调剂日期" rules={required("请填写日期")}>
          <DateInput />
        </Form.Item>
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: "请写明原因" }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="documentNo" label="批准文号">
          <Input placeholder="没有可不填" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
