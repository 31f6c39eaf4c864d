import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { Acceptance } from "#shared/model/contract.ts";
import { acceptanceWords } from "#shared/words/words.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { Amount } from "../../components/Amount.tsx";
import { Section } from "../../components/Page.tsx";
import { ReasonDialog } from "../../components/ReasonDialog.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { AcceptanceForm } from "./AcceptanceForm.tsx";

type Dialog =
  | Readonly<{ kind: "edit"; acceptance: Acceptance | null }>
  | Readonly<{ kind: "void"; acceptance: Acceptance }>
  | null;

/** 验收/考核 of the contract: without one most instalments may not be paid. */
export function AcceptanceSection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <Section
      title="验收（考核）"
      actions={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setDialog({ kind: "edit", acceptance: null })}
        >
          登记验收
        </Button>
      }
    >
      <DataTable
        title="验收"
        bare
        fit
        columns={columnsOf(detail, (acceptance) => setDialog({ kind: "void", acceptance }))}
        rows={detail.acceptances}
        rowKey={(row) => row.id}
        onOpen={(acceptance) => setDialog({ kind: "edit", acceptance })}
        rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
        empty={
          <p className="jf-soft">
            {detail.contract.acceptanceRequired === 1
              ? "还没有验收记录。登记后，对应的期次才能付款。"
              : "本合同不要求验收。"}
          </p>
        }
      />
      {dialog?.kind === "edit" ? (
        <AcceptanceForm detail={detail} acceptance={dialog.acceptance} onClose={close} />
      ) : null}
      {dialog?.kind === "void" ? <VoidDialog acceptance={dialog.acceptance} onClose={close} /> : null}
    </Section>
  );
}

function VoidDialog({ acceptance, onClose }: Readonly<{ acceptance: Acceptance; onClose: () => void }>) {
  const { done } = useNotify();
  const voiding = useApiMutation("contracts.voidAcceptance", {
    onSuccess: () => {
      done("验收记录已作废");
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废验收 ${acceptance.documentNo}`}
      text="作废后，对应的期次视为未验收；记录仍然保留。"
      action="作废"
      label="作废原因"
      pending={voiding.isPending}
      onConfirm={(reason) => voiding.mutate({ id: acceptance.id, reason })}
      onCancel={onClose}
    />
  );
}

function columnsOf(
  { instalments }: ContractDetail,
  onVoid: (acceptance: Acceptance) => void,
): readonly TableColumn<Acceptance>[] {
  const labels = new Map(instalments.map(({ id, label }) => [id, label]));
  return [
    { key: "documentNo", title: "单号", kind: "text", width: 108, grow: 1, value: (row) => row.documentNo },
    {
      key: "period",
      title: "期次",
      kind: "text",
      width: 96,
      grow: 1,
      value: (row) =>
        (row.instalmentId === null ? undefined : labels.get(row.instalmentId)) ??
        formatPeriodText(row.periodFrom, row.periodTo),
    },
    { key: "acceptedOn", title: "验收日期", kind: "date", width: 92, value: (row) => row.acceptedOn },
    {
      key: "result",
      title: "结果",
      kind: "text",
      width: 98,
      value: (row) => acceptanceWords[row.result],
      render: (row) => (
        <StatusTag tone={row.voidedAt !== null ? "muted" : row.result === "fail" ? "block" : "done"}>
          {acceptanceWords[row.result]}
        </StatusTag>
      ),
    },
    { key: "score", title: "得分", kind: "number", width: 54, value: (row) => row.score },
    {
      key: "deduction",
      title: "扣款",
      kind: "amount",
      width: 84,
      value: (row) => row.deductionCents,
      render: (row) => <Amount value={row.deductionCents === 0 ? null : row.deductionCents} />,
    },
    {
      key: "void",
      title: "",
      kind: "text",
      width: 64,
      value: () => "",
      render: (row) =>
        row.voidedAt !== null ? null : (
          <Button
            size="small"
            type="text"
            onClick={(event) => {
              event.stopPropagation();
              onVoid(row);
            }}
          >
            作废
          </Button>
        ),
    },
  ];
}
