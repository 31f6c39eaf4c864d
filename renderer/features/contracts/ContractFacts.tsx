import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatBp } from "#shared/kernel/cents.ts";
import { contractKindWords, payTimingWords } from "#shared/words/words.ts";
import { Amount } from "../../components/Amount.tsx";
import { type Fact, Facts } from "../../components/Facts.tsx";
import { PaperLink } from "../../components/PaperLink.tsx";
import { CalendarHint } from "../settings/holidays/CalendarHint.tsx";
import { AmountBar } from "./AmountBar.tsx";
import { advanceOffsetWords } from "./contractWords.ts";

/** What the contract says, and how much of it is invoiced and paid. */
export function ContractFacts({ detail }: Readonly<{ detail: ContractDetail }>) {
  const { contract } = detail;
  return (
    <section className="jf-section">
      <AmountBar detail={detail} />
      <Facts items={factsOf(detail)} />
      <CalendarHint dayKind={contract.dayKind} from={contract.startDate} to={contract.endDate} />
    </section>
  );
}

function factsOf({ contract }: ContractDetail): readonly Fact[] {
  const days = `${contract.payWithinDays} ${contract.dayKind === "working" ? "个工作日" : "天"}内`;
  const optional: readonly (Fact | null)[] = [
    contract.advanceCents > 0
      ? {
          label: "预付款",
          value: (
            <>
              <Amount value={contract.advanceCents} />，{advanceOffsetWords[contract.advanceOffset]}
            </>
          ),
        }
      : null,
    contract.retentionBp > 0 ? { label: "质保金", value: formatBp(contract.retentionBp) } : null,
    contract.bondCents > 0 ? { label: "履约保证金", value: <Amount value={contract.bondCents} /> } : null,
    contract.releaseDate === null ? null : { label: "质保金应退日", value: contract.releaseDate },
    contract.exceedBp > 0 ? { label: "允许超合同比例", value: formatBp(contract.exceedBp) } : null,
    contract.awardedOn === null ? null : { label: "中标（成交）日", value: contract.awardedOn },
    contract.note === "" ? null : { label: "备注", value: contract.note, wide: true },
  ];
  return [
    {
      label: "项目",
      value: (
        <PaperLink kind="project" id={contract.projectId}>
          {contract.projectName}
        </PaperLink>
      ),
    },
    {
      label: "预算明细",
      value: (
        <PaperLink kind="budgetLine" id={contract.budgetLineId}>
          {contract.budgetLineName}
        </PaperLink>
      ),
    },
    { label: "合同标的", value: contract.subject },
    { label: "采购方式", value: contract.procurementMethod },
    {
      label: "期限",
      value: <span className="jf-num">{`${contract.startDate} 至 ${contract.endNow}`}</span>,
    },
    { label: "签订日期", value: contract.signedOn },
    {
      label: "支付",
      value: `${contractKindWords[contract.kind]}，${payTimingWords[contract.payTiming]}，${days}付清`,
    },
    { label: "验收", value: contract.acceptanceRequired === 1 ? "每期须先验收（考核）" : "不要求" },
    ...optional.filter((fact) => fact !== null),
  ];
}
