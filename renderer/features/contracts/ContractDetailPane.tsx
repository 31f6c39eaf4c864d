import { EditOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { asId } from "#shared/kernel/id.ts";
import { useNotify } from "../../app/notify.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { Loaded } from "../../components/Page.tsx";
import { ReasonDialog } from "../../components/ReasonDialog.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import { contractTones } from "../../components/statusTones.ts";
import { contractStateWords } from "../../components/words.ts";
import { AcceptanceSection } from "./AcceptanceSection.tsx";
import { ContractFacts } from "./ContractFacts.tsx";
import { ContractForm } from "./ContractForm.tsx";
import { ContractPapers } from "./ContractPapers.tsx";
import { PlanDialog } from "./plan/PlanDialog.tsx";
import { TimelineSection } from "./timeline/TimelineSection.tsx";

type Props = Readonly<{ contractId: string; instalmentId: string | null; onClose: () => void }>;

export function ContractDetailPane({ contractId, instalmentId, onClose }: Props) {
  const query = useApi("contracts.get", { id: asId(contractId) });
  const view = query.data?.contract;
  return (
    <DetailPane
      title={view?.name ?? "合同"}
      note={
        view === undefined ? undefined : (
          <span className="jf-inline">
            <span className="jf-num">{view.contractNo}</span>
            <span>{view.vendorName}</span>
            <StatusTag tone={contractTones[view.state]}>{contractStateWords[view.state]}</StatusTag>
          </span>
        )
      }
      actions={query.data === undefined ? undefined : <Actions detail={query.data} onVoided={onClose} />}
      onClose={onClose}
    >
      <Loaded query={query}>
        {(detail) => (
          <>
            <ContractFacts detail={detail} />
            <TimelineSection detail={detail} instalmentId={instalmentId} />
            <AcceptanceSection detail={detail} />
            <ContractPapers detail={detail} />
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

type Dialog = "edit" | "plan" | "void" | null;

function Actions({ detail, onVoided }: Readonly<{ detail: ContractDetail; onVoided: () => void }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { done } = useNotify();
  const { contract } = detail;
  const close = () => setDialog(null);
  const voiding = useApiMutation("contracts.void", {
    onSuccess: () => {
      done(`合同 ${contract.contractNo} 已作废`);
      onVoided();
    },
  });
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setDialog("edit")}>
        修改
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "plan", label: "调整付款计划……" },
            { key: "void", label: "作废合同……", danger: true },
          ],
          onClick: ({ key }) => setDialog(key === "plan" ? "plan" : "void"),
        }}
      >
        <Button>更多</Button>
      </Dropdown>
      {dialog === "edit" ? (
        <ContractForm
          contract={contract}
          onClose={close}
          onSaved={(_, planMayDiffer) => setDialog(planMayDiffer ? "plan" : null)}
        />
      ) : null}
      {dialog === "plan" ? <PlanDialog detail={detail} onClose={close} /> : null}
      {dialog === "void" ? (
        <ReasonDialog
          title={`作废合同 ${contract.contractNo}`}
          text="合同和它的付款计划不再计入任何合计，记录仍然保留。已有付款的合同不能作废。"
          action="作废"
          label="作废原因"
          pending={voiding.isPending}
          onConfirm={(reason) => voiding.mutate({ id: contract.id, reason })}
          onCancel={close}
        />
      ) : null}
    </>
  );
}
