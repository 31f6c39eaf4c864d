import type { PaymentDetail } from "#shared/api/payments.ts";
import type { PaymentStep } from "#shared/model/payment.ts";
import { stepWords } from "#shared/payments/flow.ts";
import { instantText } from "../../../components/DateText.tsx";
import { Section } from "../../../components/Page.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";

const columns: readonly TableColumn<PaymentStep>[] = [
  { key: "at", title: "时间", kind: "date", width: 132, value: (step) => instantText(step.at) },
  { key: "action", title: "步骤", kind: "text", width: 88, value: (step) => stepWords[step.action] },
  { key: "by", title: "办理人", kind: "text", width: 88, value: (step) => step.by },
  { key: "opinion", title: "意见", kind: "text", width: 140, grow: 1, value: (step) => step.opinion },
];

/** 流转: every step, who took it, when, and what was said. */
export function FlowList({ detail: { steps } }: Readonly<{ detail: PaymentDetail }>) {
  if (steps.length === 0) return null;
  return (
    <Section title="流转">
      <DataTable
        title="流转"
        bare
        fit
        columns={columns}
        rows={steps}
        rowKey={(step) => step.id}
        empty={null}
      />
    </Section>
  );
}
