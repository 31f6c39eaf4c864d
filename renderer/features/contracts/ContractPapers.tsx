import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Approval, Supplement } from "#shared/model/contract.ts";
import { Section } from "../../components/Page.tsx";
import { approvalKindWords, supplementKindWords } from "./contractWords.ts";
import { RentalForm } from "./RentalForm.tsx";

/** Supplements, approvals and what a monthly contract lets: the papers beside the plan. */
export function ContractPapers({ detail }: Readonly<{ detail: ContractDetail }>) {
  const { supplements, approvals } = detail;
  return (
    <>
      <RentalSection detail={detail} />
      <Section title="补充协议">
        {supplements.length === 0 ? (
          <p className="jf-soft">没有补充协议。</p>
        ) : (
          <ul className="jf-paper-list">
            {supplements.map((supplement) => (
              <SupplementLine key={supplement.id} supplement={supplement} />
            ))}
          </ul>
        )}
      </Section>
      <Section title="审批和会议纪要">
        {approvals.length === 0 ? (
          <p className="jf-soft">没有登记审批或会议纪要。</p>
        ) : (
          <ul className="jf-paper-list">
            {approvals.map((approval) => (
              <ApprovalLine key={approval.id} approval={approval} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function RentalSection({ detail: { contract, rentals } }: Readonly<{ detail: ContractDetail }>) {
  const [adding, setAdding] = useState(false);
  if (rentals.length === 0 && contract.kind !== "monthly") return null;
  return (
    <Section
      title="月租"
      actions={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          新增月租
        </Button>
      }
    >
      {rentals.length === 0 ? (
        <p className="jf-soft">还没有登记租用的设备。登记数量和单价后，各月应付会自动算出。</p>
      ) : (
        <ul className="jf-paper-list">
          {rentals.map(({ rental, segments }) => (
            <li key={rental.id}>
              <Link to={`/rentals?rental=${rental.id}`}>{rental.name}</Link>
              <span className="jf-soft jf-num">
                {segments
                  .map(({ quantity, unitPrice, free }) =>
                    free === 1 ? "免租" : `${quantity} ${rental.unitName} × ${unitPrice} 元/月`,
                  )
                  .join("；")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {adding ? <RentalForm contractId={contract.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function SupplementLine({ supplement }: Readonly<{ supplement: Supplement }>) {
  const { supplementNo, kind, deltaCents, newEndDate, signedOn, effectiveOn, description } = supplement;
  const changes = [
    deltaCents === 0
      ? null
      : `${deltaCents > 0 ? "增加" : "减少"} ${formatYuan(deltaCents).replace("-", "")} 元`,
    newEndDate === null ? null : `期限至 ${newEndDate}`,
  ].filter((text) => text !== null);
  return (
    <li className={supplement.voidedAt === null ? "" : "jf-status-muted"}>
      <span className="jf-num">{supplementNo}</span>
      <span className="jf-inline">
        {[supplementKindWords[kind], ...changes].join("，")}
        <span className="jf-faint jf-num">
          {signedOn} 签订，{effectiveOn} 起
        </span>
        {description === "" ? null : <span className="jf-soft">{description}</span>}
      </span>
    </li>
  );
}

function ApprovalLine({ approval }: Readonly<{ approval: Approval }>) {
  return (
    <li className={approval.voidedAt === null ? "" : "jf-status-muted"}>
      <span className="jf-num">{approval.documentNo || approvalKindWords[approval.kind]}</span>
      <span className="jf-inline">
        {approval.title}
        <span className="jf-faint jf-num">{approval.approvedOn}</span>
        {approval.content === "" ? null : <span className="jf-soft">{approval.content}</span>}
      </span>
    </li>
  );
}
