import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { BondMovement } from "#shared/model/contract.ts";
import { Amount } from "../../../components/Amount.tsx";
import { RecordSection } from "../../../components/RecordSection.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { bondInstrumentWords, bondKindWords } from "../contractWords.ts";
import { BondForm } from "./BondForm.tsx";

const nameOf = ({ kind, amountCents }: BondMovement): string =>
  `${bondKindWords[kind]}保证金 ${formatYuan(amountCents)} 元`;

/** 预付款、质保金 and 履约保证金: what is given ahead, kept back and held for the vendor. */
export function BondSection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const { bond, bonds } = detail;
  return (
    <RecordSection
      title="预付款和保证金"
      note={bond.balanceCents > 0 ? `持有履约保证金 ${formatYuan(bond.balanceCents)} 元` : undefined}
      add="登记保证金收退"
      columns={columns}
      rows={bonds}
      nameOf={nameOf}
      empty={null}
      form={(movement, onClose) => <BondForm detail={detail} movement={movement} onClose={onClose} />}
      voiding={(movement, onClose) => (
        <VoidDialog
          route="contracts.voidBond"
          id={movement.id}
          name={nameOf(movement)}
          text="作废后不再计入保证金余额，记录仍然保留。"
          onClose={onClose}
        />
      )}
    >
      <Lines detail={detail} />
    </RecordSection>
  );
}

/** Each in one line, where there is any. */
function Lines({ detail: { contract, instalments, advance, bond } }: Readonly<{ detail: ContractDetail }>) {
  const retention = instalments.find((row) => row.kind === "retention");
  const lines = [
    advance.paidCents > 0 || contract.advanceCents > 0
      ? `预付款 ${formatYuan(contract.advanceCents)} 元，已付 ${formatYuan(advance.paidCents)}，已冲抵 ${formatYuan(advance.offsetCents)}，尚未冲抵 ${formatYuan(advance.openCents)}`
      : null,
    retention === undefined
      ? null
      : `质保金 ${formatYuan(retention.amountCents)} 元，${contract.releaseDate ?? retention.earliestDate ?? "合同期满"} 应退，已退 ${formatYuan(retention.paidCents)}`,
    contract.bondCents > 0
      ? `履约保证金约定 ${formatYuan(contract.bondCents)} 元，已收 ${formatYuan(bond.receivedCents)}，已退 ${formatYuan(bond.releasedCents)}，不予退还 ${formatYuan(bond.forfeitedCents)}${contract.releaseDate === null ? "" : `，应退日 ${contract.releaseDate}`}`
      : null,
  ].filter((line) => line !== null);
  if (lines.length === 0 && bond.receivedCents === 0)
    return <p className="jf-soft">没有约定预付款、质保金或履约保证金。</p>;
  return lines.map((line) => (
    <p key={line} className="jf-num">
      {line}
    </p>
  ));
}

const columns: readonly TableColumn<BondMovement>[] = [
  { key: "movedOn", title: "日期", kind: "date", width: 96, value: (row) => row.movedOn },
  { key: "kind", title: "收退", kind: "text", width: 84, value: (row) => bondKindWords[row.kind] },
  {
    key: "amount",
    title: "金额",
    kind: "amount",
    width: 110,
    value: (row) => row.amountCents,
    render: (row) => <Amount value={row.kind === "receive" ? row.amountCents : -row.amountCents} />,
  },
  {
    key: "instrument",
    title: "方式",
    kind: "text",
    width: 84,
    value: (row) => bondInstrumentWords[row.instrument],
  },
  { key: "documentNo", title: "单据号", kind: "text", width: 96, grow: 1, value: (row) => row.documentNo },
  { key: "note", title: "备注", kind: "text", width: 80, grow: 1, value: (row) => row.note },
];
