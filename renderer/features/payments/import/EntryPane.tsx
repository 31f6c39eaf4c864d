import type { PaymentEntry } from "#shared/payments/import/preview.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Facts } from "../../../components/Facts.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { partNotes, partWords } from "./previewParts.ts";

/** One row of the file in full: what becomes of it, and why. */
export function EntryPane({ entry, onClose }: Readonly<{ entry: PaymentEntry; onClose: () => void }>) {
  const { result, message, changes, invoiceNumbers, instalmentLabels } = entry;
  return (
    <DetailPane
      title={`${entry.sheet} 第 ${entry.row} 行`}
      note={`${partWords[result]}：${partNotes[result]}`}
      onClose={onClose}
    >
      {message === "" ? null : <p className="jf-compare-sentence">{message}</p>}
      <Facts
        items={[
          { label: "付款编号", value: entry.paymentNo },
          { label: "凭证号", value: entry.voucherNo },
          { label: "日期", value: entry.day },
          { label: "金额", value: entry.amountCents === null ? null : <Amount value={entry.amountCents} /> },
          { label: "收款方", value: entry.payeeName, wide: true },
          { label: "用途", value: entry.purpose, wide: true },
          { label: "合同", value: entry.contractNo },
          { label: "预算项", value: entry.budgetLineName },
          { label: "付款期次", value: instalmentLabels.join("、"), wide: true },
          { label: "发票", value: invoiceNumbers.join("、"), wide: true },
          ...changes.map(({ label, before, after }) => ({
            label: `改${label}`,
            value: `${before || "空"} → ${after}`,
            wide: true,
          })),
        ]}
      />
    </DetailPane>
  );
}
