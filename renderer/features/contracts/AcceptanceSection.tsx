import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { Acceptance } from "#shared/model/contract.ts";
import { acceptanceWords } from "#shared/words/words.ts";
import { Amount } from "../../components/Amount.tsx";
import { RecordSection } from "../../components/RecordSection.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { AcceptanceForm } from "./AcceptanceForm.tsx";

const nameOf = ({ documentNo, acceptedOn }: Acceptance): string => `验收 ${documentNo || acceptedOn}`;

/** 验收/考核 of the contract: without one most instalments may not be paid. */
export const AcceptanceSection = ({ detail }: Readonly<{ detail: ContractDetail }>) => (
  <RecordSection
    title="验收（考核）"
    add="登记验收"
    columns={columnsOf(detail)}
    rows={detail.acceptances}
    nameOf={nameOf}
    empty={
      <p className="jf-soft">
        {detail.contract.acceptanceRequired === 1
          ? "还没有验收记录。登记后，对应的期次才能付款。"
          : "本合同不要求验收。"}
      </p>
    }
    form={(acceptance, onClose) => (
      <AcceptanceForm detail={detail} acceptance={acceptance} onClose={onClose} />
    )}
    voiding={(acceptance, onClose) => (
      <VoidDialog
        route="contracts.voidAcceptance"
        id={acceptance.id}
        name={nameOf(acceptance)}
        text="作废后，对应的期次视为未验收；记录仍然保留。"
        onClose={onClose}
      />
    )}
  />
);

function columnsOf({ instalments }: ContractDetail): readonly TableColumn<Acceptance>[] {
  const labels = new Map(instalments.map(({ id, label }) => [id, label]));
  return [
    { key: "documentNo", title: "单号", kind: "text", width: 124, grow: 1, value: (row) => row.documentNo },
    {
      key: "period",
      title: "期次",
      kind: "text",
      width: 114,
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
    { key: "score", title: "得分", kind: "number", width: 54, spare: true, value: (row) => row.score },
    {
      key: "deduction",
      title: "扣款",
      kind: "amount",
      width: 84,
      value: (row) => row.deductionCents,
      render: (row) => <Amount value={row.deductionCents === 0 ? null : row.deductionCents} />,
    },
  ];
}
