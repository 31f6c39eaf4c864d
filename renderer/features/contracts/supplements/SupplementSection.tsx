import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import type { Supplement } from "#shared/model/contract.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Section } from "../../../components/Page.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { supplementKindWords } from "../contractWords.ts";
import { VoidButton } from "../VoidButton.tsx";
import { SupplementForm } from "./SupplementForm.tsx";
import { VoidSupplement } from "./VoidSupplement.tsx";

type Dialog =
  | Readonly<{ kind: "edit"; supplement: Supplement | null }>
  | Readonly<{ kind: "void"; supplement: Supplement }>
  | null;

/** 补充协议: what was agreed after the contract, each with what it changed. */
export function SupplementSection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <Section
      title="补充协议"
      actions={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setDialog({ kind: "edit", supplement: null })}
        >
          登记补充协议
        </Button>
      }
    >
      <DataTable
        title="补充协议"
        bare
        fit
        columns={columns((supplement) => setDialog({ kind: "void", supplement }))}
        rows={detail.supplements}
        rowKey={(row) => row.id}
        onOpen={(supplement) => setDialog({ kind: "edit", supplement })}
        empty={
          <p className="jf-soft">没有补充协议。金额、价格、期限有变更，或中止、恢复、终止，都在这里登记。</p>
        }
      />
      {dialog?.kind === "edit" ? (
        <SupplementForm detail={detail} supplement={dialog.supplement} onClose={close} />
      ) : null}
      {dialog?.kind === "void" ? <VoidSupplement supplement={dialog.supplement} onClose={close} /> : null}
    </Section>
  );
}

const columns = (onVoid: (supplement: Supplement) => void): readonly TableColumn<Supplement>[] => [
  { key: "no", title: "编号", kind: "text", width: 64, value: (row) => row.supplementNo },
  { key: "kind", title: "类型", kind: "text", width: 78, value: (row) => supplementKindWords[row.kind] },
  { key: "signedOn", title: "签订", kind: "date", width: 88, value: (row) => row.signedOn },
  { key: "effectiveOn", title: "生效", kind: "date", width: 88, value: (row) => row.effectiveOn },
  {
    key: "delta",
    title: "增减金额",
    kind: "amount",
    width: 92,
    value: (row) => row.deltaCents,
    render: (row) => <Amount value={row.deltaCents === 0 ? null : row.deltaCents} />,
  },
  { key: "end", title: "期限至", kind: "date", width: 88, value: (row) => row.newEndDate },
  { key: "text", title: "说明", kind: "text", width: 40, grow: 1, value: (row) => row.description },
  {
    key: "void",
    title: "",
    kind: "text",
    width: 56,
    value: () => "",
    render: (row) => <VoidButton onClick={() => onVoid(row)} />,
  },
];
