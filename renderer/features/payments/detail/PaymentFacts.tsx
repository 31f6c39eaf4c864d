import type { PaymentDetail } from "#shared/api/payments.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import { payMethodWords } from "#shared/words/words.ts";
import { useApi } from "../../../app/useApi.ts";
import { Facts } from "../../../components/Facts.tsx";
import { Section } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";

/** What else stands on the payment. */
export function PaymentFacts({ detail: { payment } }: Readonly<{ detail: PaymentDetail }>) {
  const office = useApi("office.get", {});
  const payer = office.data?.units.find(({ id }) => id === payment.payerUnitId)?.currentName ?? null;
  const { periodFrom, periodTo } = payment;
  const digits = (text: string) => (text === "" ? null : <span className="jf-num">{text}</span>);
  const items = [
    {
      label: "合同",
      value:
        payment.contractId === null ? (
          "没有合同"
        ) : (
          <PaperLink kind="contract" id={payment.contractId}>
            {payment.contractNo} {payment.contractName}
          </PaperLink>
        ),
      wide: true,
    },
    { label: "预算明细", value: payment.budgetLineName },
    { label: "经济分类", value: digits(payment.economicCode) },
    {
      label: "所属期",
      value: periodFrom === null || periodTo === null ? null : formatPeriodText(periodFrom, periodTo),
    },
    { label: "付款单位", value: payer },
    { label: "收款账号", value: digits(payment.payeeAccountNo) },
    { label: "收款方税号", value: digits(payment.payeeTaxId) },
    {
      label: "支付方式",
      value: `${payMethodWords[payment.method]}${payment.isAdvance === 1 ? "，预付款" : ""}`,
    },
    { label: "凭证号", value: digits(payment.voucherNo) },
    ...(payment.capitalText === "" ? [] : [{ label: "大写金额", value: payment.capitalText }]),
    { label: "经办", value: payment.handledBy },
    { label: "审核", value: payment.reviewedBy },
    { label: "审批", value: payment.approvedBy },
    ...(payment.note === "" ? [] : [{ label: "备注", value: payment.note, wide: true }]),
  ];
  return (
    <Section title="付款信息">
      <Facts items={items} />
    </Section>
  );
}
