import { Button } from "antd";
import { Fragment } from "react";
import { Link, useNavigate } from "react-router";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Acceptance } from "#shared/model/contract.ts";
import { Facts } from "../../../components/Facts.tsx";
import "./timeline.css";
import { acceptanceWords } from "#shared/words/words.ts";

type Props = Readonly<{ instalment: InstalmentView; onEdit?: () => void }>;

/** The papers behind an instalment, each a link, and what can be done with it next. */
export function InstalmentPapers({ instalment, onEdit }: Props) {
  const navigate = useNavigate();
  const { acceptance, invoiceNumbers, paymentNos, remainingCents, periodFrom, periodTo, amountCents } =
    instalment;
  const items = [
    { label: "所属期", value: <span className="jf-num">{`${periodFrom} 至 ${periodTo}`}</span> },
    { label: "计划金额", value: <span className="jf-num">{formatYuan(amountCents)}</span> },
    {
      label: "验收",
      value: acceptance === null ? "尚未登记" : acceptanceText(acceptance),
      wide: true,
    },
    {
      label: "发票",
      value: invoiceNumbers.length === 0 ? "尚未收到" : <InvoiceLinks numbers={invoiceNumbers} />,
      wide: true,
    },
    {
      label: "付款",
      value: paymentNos.length === 0 ? "尚未申请" : <PaymentLinks numbers={paymentNos} />,
      wide: true,
    },
  ];
  return (
    <div className="jf-line-detail">
      <Facts items={items} />
      <div className="jf-line-actions">
        {remainingCents > 0 ? (
          <Button
            size="small"
            type="primary"
            onClick={() => void navigate(`/payments?forInstalment=${instalment.id}`)}
          >
            申请付款
          </Button>
        ) : null}
        {onEdit === undefined ? null : (
          <Button size="small" onClick={onEdit}>
            修改本期
          </Button>
        )}
      </div>
    </div>
  );
}

export function acceptanceText(acceptance: Acceptance): string {
  const { documentNo, acceptedOn, result, score, deductionCents, acceptedBy } = acceptance;
  return [
    documentNo,
    acceptedOn,
    acceptanceWords[result],
    score === null ? "" : `${score} 分`,
    deductionCents > 0 ? `扣款 ${formatYuan(deductionCents)} 元` : "",
    acceptedBy,
  ]
    .filter((text) => text !== "")
    .join("，");
}

/** The window knows the numbers of the papers; the pages find them by number. */
export const InvoiceLinks = ({ numbers }: Readonly<{ numbers: readonly string[] }>) => (
  <NumberLinks numbers={numbers} to={(number) => `/invoices?number=${encodeURIComponent(number)}`} />
);

export const PaymentLinks = ({ numbers }: Readonly<{ numbers: readonly string[] }>) => (
  <NumberLinks numbers={numbers} to={(number) => `/payments?no=${encodeURIComponent(number)}`} />
);

function NumberLinks({
  numbers,
  to,
}: Readonly<{ numbers: readonly string[]; to: (number: string) => string }>) {
  return (
    <span className="jf-num">
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index === 0 ? "" : "、"}
          <Link to={to(number)}>{number}</Link>
        </Fragment>
      ))}
    </span>
  );
}
