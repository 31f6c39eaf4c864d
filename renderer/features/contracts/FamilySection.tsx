import { Link } from "react-router";
import type { ContractDetail, ContractView } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { contractKindWords, contractStateWords } from "#shared/words/words.ts";
import { Amount } from "../../components/Amount.tsx";
import { Section } from "../../components/Page.tsx";

/** 框架下的合同, and the contracts before and after this one. */
export function FamilySection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const { contract, parent, children, calledOffCents } = detail;
  const isFramework = contract.kind === "framework";
  if (parent === null && children.length === 0 && !isFramework) return null;
  return (
    <Section
      title={isFramework ? "框架下的合同" : "相关合同"}
      note={
        isFramework ? (
          <>
            已下单 <Amount value={calledOffCents} /> 元
            {contract.totalCents === null ? null : (
              <>
                ，余额 <Amount value={cents(contract.totalCents - calledOffCents)} /> 元
              </>
            )}
          </>
        ) : undefined
      }
    >
      <ul className="jf-paper-list">
        {parent === null ? null : (
          <Line
            contract={parent}
            word={parent.kind === "framework" && !isFramework ? "框架合同" : "上一期合同"}
          />
        )}
        {children.map((child) => (
          <Line
            key={child.id}
            contract={child}
            word={isFramework && child.kind !== "framework" ? contractKindWords[child.kind] : "续签合同"}
          />
        ))}
      </ul>
      {isFramework && children.length === 0 ? (
        <p className="jf-soft">还没有从本框架下单。点右上方“更多 › 按框架下单”登记第一份。</p>
      ) : null}
    </Section>
  );
}

const Line = ({ contract, word }: Readonly<{ contract: ContractView; word: string }>) => (
  <li>
    <Link to={`/contracts?contract=${contract.id}`}>{contract.contractNo}</Link>
    <span className="jf-inline">
      <span className="jf-faint">{word}</span>
      <span>{contract.name}</span>
      <span className="jf-num">
        <Amount value={contract.totalCents} /> 元
      </span>
      <span className="jf-faint jf-num">
        {contract.startDate} 至 {contract.endNow}，{contractStateWords[contract.stateNow]}
      </span>
    </span>
  </li>
);
