import type { RentalCell, RentalMatrixRow } from "#shared/api/rentals.ts";
import { type Cents, formatYuan } from "#shared/kernel/cents.ts";
import { formatMonthText } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { instalmentWords } from "#shared/words/words.ts";
import { useApi } from "../../app/useApi.ts";
import { Facts } from "../../components/Facts.tsx";
import { Loaded } from "../../components/Page.tsx";
import { PaperLink } from "../../components/PaperLink.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import { instalmentTones } from "../../components/statusTones.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { InstalmentPapers } from "../contracts/timeline/InstalmentPapers.tsx";
import { HistoryButton } from "../history/HistoryButton.tsx";
import { lockWords } from "./sheet/cellText.ts";

type Props = Readonly<{ row: RentalMatrixRow; cell: RentalCell; onEdit: () => void; onClose: () => void }>;

/** The papers behind one month of one rental. */
export function CellPane({ row, cell, onEdit, onClose }: Props) {
  const contract = useApi("contracts.get", { id: asId(row.contractId) });
  const { rental } = row;
  return (
    <DetailPane
      title={`${rental.name} ${formatMonthText(cell.month)}`}
      actions={
        <>
          <WriteButton onClick={onEdit}>数量、单价</WriteButton>
          <HistoryButton entity="rental" id={rental.id} name={rental.name} />
        </>
      }
      note={
        <PaperLink kind="contract" id={row.contractId}>
          {row.contractNo} {row.vendorName}
        </PaperLink>
      }
      onClose={onClose}
    >
      {cell.instalmentId === null ? (
        <p className="jf-soft">本月没有租用。数量、单价从哪一天起变化，请在“数量、单价”中登记。</p>
      ) : (
        <Facts items={factsOf(row, cell)} />
      )}
      <Loaded query={contract}>
        {({ instalments }) => {
          const instalment = instalments.find(({ id }) => id === cell.instalmentId);
          return instalment === undefined ? null : <InstalmentPapers instalment={instalment} />;
        }}
      </Loaded>
    </DetailPane>
  );
}

function factsOf({ rental }: RentalMatrixRow, cell: RentalCell) {
  const { quantity, unitPrice, free, lock, dueCents, invoicedCents, paidCents, differenceCents, status } =
    cell;
  const yuan = (value: Cents) => <span className="jf-num">{formatYuan(value)} 元</span>;
  return [
    {
      label: "状态",
      value:
        status === null ? null : (
          <StatusTag tone={instalmentTones[status]}>{instalmentWords[status]}</StatusTag>
        ),
    },
    {
      label: "月末在用",
      value:
        quantity === null || unitPrice === null
          ? null
          : `${quantity} ${rental.unitName} × ${unitPrice} 元/月${free ? "，免租" : ""}${rental.proration === "daily" ? "，按天计" : "，按整月计"}`,
    },
    ...(lock === null ? [] : [{ label: "不能改", value: lockWords[lock], wide: true }]),
    { label: "应付", value: yuan(dueCents) },
    { label: "已开票", value: yuan(invoicedCents) },
    { label: "已付", value: yuan(paidCents) },
    {
      label: "差额",
      value:
        differenceCents === 0 ? (
          "无"
        ) : (
          <span className="jf-status-warn">
            发票比应付{differenceCents > 0 ? "多" : "少"} {formatYuan(differenceCents).replace("-", "")} 元
          </span>
        ),
    },
  ];
}
