import { Link } from "react-router";
import type { LinePapers } from "#shared/api/budget.ts";
import type { LineExecution } from "#shared/budget/execution.ts";
import { spreadWords } from "#shared/budget/spread.ts";
import { controlNames } from "#shared/budget/words.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { paymentWords } from "#shared/words/words.ts";
import { pathTo } from "../../../app/paths.ts";
import { useApi } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { QuarterTable } from "./QuarterTable.tsx";

type Props = Readonly<{ line: LineExecution; asOf: IsoDate | null; onClose: () => void }>;

/** One line: its quarters in full, and the contracts, payments and adjustments they come from. */
export function LinePane({ line, asOf, onClose }: Props) {
  const papers = useApi("budget.line", { id: line.line.id, asOf });
  const moved = line.allocatedCents - line.originalCents;
  return (
    <DetailPane
      title={line.line.name}
      note={
        <>
          超过预算或用款计划时：{controlNames[line.line.control]}
          {"　"}
          <Link to={`${pathTo("project", line.line.projectId)}?tab=budget&budgetLine=${line.line.id}`}>
            预算明细
          </Link>
        </>
      }
      onClose={onClose}
    >
      <QuarterTable execution={line} />
      <p className="jf-soft jf-budget-rule">
        {spreadWords[line.spread]}
        {moved === 0
          ? ""
          : `原预算 ${formatYuan(line.originalCents)} 元，调剂后 ${formatYuan(line.allocatedCents)} 元。`}
        {line.laterCents === 0
          ? ""
          : `另有以后年度已签未付 ${formatYuan(line.laterCents)} 元，不占本年预算。`}
      </p>
      <Loaded query={papers}>{(data) => <Papers papers={data} />}</Loaded>
    </DetailPane>
  );
}

const quarterNames = ["一季度", "二季度", "三季度", "四季度"] as const;

function Papers({ papers: { commitments, payments, adjustments } }: Readonly<{ papers: LinePapers }>) {
  return (
    <>
      <Section title="付款" note={payments.length === 0 ? "还没有付款。" : undefined}>
        <ul className="jf-budget-papers">
          {payments.map((row) => (
            <li key={row.id}>
              <Link to={pathTo("payment", row.id)}>{row.purpose === "" ? row.paymentNo : row.purpose}</Link>
              <span className="jf-soft">
                {row.isPaid ? quarterNames[row.quarter - 1] : paymentWords[row.state]}
              </span>
              <span className="jf-num">{row.on}</span>
              <Amount value={row.amountCents} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="已签合同" note={commitments.length === 0 ? "还没有合同。" : "还没有付的部分"}>
        <ul className="jf-budget-papers">
          {commitments.map((contract) => (
            <li key={contract.contractId} className="jf-budget-contract">
              <Link to={pathTo("contract", contract.contractId)}>{contract.contractName}</Link>
              <span className="jf-soft jf-budget-vendor">{contract.vendorName}</span>
              <Amount value={contract.committedCents} strong />
              <ul>
                {contract.parts.map((part) => (
                  <li key={part.instalmentId ?? part.on}>
                    {part.instalmentId === null ? (
                      <span>{part.label}</span>
                    ) : (
                      <Link to={pathTo("instalment", part.instalmentId)}>{part.label}</Link>
                    )}
                    <span className="jf-soft">
                      {part.quarter === null ? "以后年度" : quarterNames[part.quarter - 1]}
                    </span>
                    <Amount value={part.cents} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
      {adjustments.length === 0 ? null : (
        <Section title="预算调剂">
          <ul className="jf-budget-papers">
            {adjustments.map((group) => (
              <li key={group.groupId} className={group.voidedAt === null ? "" : "jf-budget-void"}>
                <Link to={`/budget/adjustments?group=${group.groupId}`}>{group.reason}</Link>
                <span className="jf-soft">{group.voidedAt === null ? group.documentNo : "已作废"}</span>
                <span className="jf-num">{group.adjustedOn}</span>
                <Amount value={group.movedCents} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
