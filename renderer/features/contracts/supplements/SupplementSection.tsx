import type { ContractDetail } from "#shared/api/contracts.ts";
import type { Supplement } from "#shared/model/contract.ts";
import { Amount } from "../../../components/Amount.tsx";
import { RecordSection } from "../../../components/RecordSection.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { supplementKindWords } from "../contractWords.ts";
import { SupplementForm } from "./SupplementForm.tsx";
import { VoidSupplement } from "./VoidSupplement.tsx";

/** 补充协议: what was agreed after the contract, each with what it changed. */
export const SupplementSection = ({ detail }: Readonly<{ detail: ContractDetail }>) => (
  <RecordSection
    title="补充协议"
    add="登记补充协议"
    columns={columns}
    rows={detail.supplements}
    nameOf={({ supplementNo }) => `补充协议 ${supplementNo}`}
    empty={
      <p className="jf-soft">没有补充协议。金额、价格、期限有变更，或中止、恢复、终止，都在这里登记。</p>
    }
    form={(supplement, onClose) => (
      <SupplementForm detail={detail} supplement={supplement} onClose={onClose} />
    )}
    voiding={(supplement, onClose) => <VoidSupplement supplement={supplement} onClose={onClose} />}
  />
);

const columns: readonly TableColumn<Supplement>[] = [
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
];
