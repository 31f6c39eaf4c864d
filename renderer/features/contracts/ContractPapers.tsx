import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { Section } from "../../components/Page.tsx";
import { ApprovalSection } from "../approvals/ApprovalSection.tsx";
import { Attachments } from "../attachments/Attachments.tsx";
import { RentalDialog } from "../rentals/RentalDialog.tsx";

/** What a monthly contract lets, and the papers beside the plan: approvals and attachments. */
export function ContractPapers({ detail }: Readonly<{ detail: ContractDetail }>) {
  return (
    <>
      <RentalSection detail={detail} />
      <ApprovalSection owner={{ contractId: detail.contract.id }} />
      <Attachments owner={{ contractId: detail.contract.id }} />
    </>
  );
}

function RentalSection({ detail: { contract, rentals } }: Readonly<{ detail: ContractDetail }>) {
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  if (rentals.length === 0 && contract.kind !== "monthly") return null;
  return (
    <Section
      title="月租"
      actions={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          新增设备组
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
      {adding ? (
        <RentalDialog
          rental={null}
          contractId={contract.id}
          onSaved={({ id }) => {
            setAdding(false);
            void navigate(`/rentals?rental=${id}&edit=${id}`);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Section>
  );
}
