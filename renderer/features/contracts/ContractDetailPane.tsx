import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ContractDetail, ContractInput } from "#shared/api/contracts.ts";
import { asId } from "#shared/kernel/id.ts";
import { contractStateWords } from "#shared/words/words.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { MoreMenu } from "../../components/MoreMenu.tsx";
import { Loaded } from "../../components/Page.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import { contractTones } from "../../components/statusTones.ts";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { HistoryButton } from "../history/HistoryButton.tsx";
import { AcceptanceSection } from "./AcceptanceSection.tsx";
import { BondSection } from "./bonds/BondSection.tsx";
import { ContractFacts } from "./ContractFacts.tsx";
import { ContractForm } from "./ContractForm.tsx";
import { ContractPapers } from "./ContractPapers.tsx";
import { FamilySection } from "./FamilySection.tsx";
import { MeasuredSection } from "./measured/MeasuredSection.tsx";
import { MilestoneSection } from "./milestones/MilestoneSection.tsx";
import { PlanDialog } from "./plan/PlanDialog.tsx";
import { SupplementSection } from "./supplements/SupplementSection.tsx";
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
            <StatusTag tone={contractTones[view.stateNow]}>{contractStateWords[view.stateNow]}</StatusTag>
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
            <FamilySection detail={detail} />
            <TimelineSection detail={detail} instalmentId={instalmentId} />
            <MilestoneSection detail={detail} />
            <MeasuredSection detail={detail} />
            {detail.contract.kind === "framework" ? null : <AcceptanceSection detail={detail} />}
            <SupplementSection detail={detail} />
            <BondSection detail={detail} />
            <ContractPapers detail={detail} />
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

type Dialog = "edit" | "plan" | "void" | NextContract | null;
type NextContract = Readonly<{ kind: "renewal" | "callOff"; draft: ContractInput }>;

function Actions({ detail, onVoided }: Readonly<{ detail: ContractDetail; onVoided: () => void }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { contract } = detail;
  const close = () => setDialog(null);
  const navigate = useNavigate();
  const propose = useApiMutation("contracts.proposeNext", {
    changes: false,
    onSuccess: (draft, { kind }) => setDialog({ kind, draft }),
  });
  const choose = (key: string) => {
    if (key === "plan" || key === "void") setDialog(key);
    else propose.mutate({ id: contract.id, kind: key === "callOff" ? "callOff" : "renewal" });
  };
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setDialog("edit")}>
        修改
      </Button>
      <MoreMenu
        menu={{
          items: [
            { key: "plan", label: "调整付款计划……" },
            { key: "renewal", label: "续签……" },
            ...(contract.kind === "framework" ? [{ key: "callOff", label: "按框架下单……" }] : []),
            { key: "void", label: "作废合同……", danger: true },
          ],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button>更多</Button>
      </MoreMenu>
      <HistoryButton entity="contract" id={contract.id} name={contract.contractNo} />
      {dialog === "edit" ? <ContractForm contract={contract} onClose={close} onSaved={close} /> : null}
      {dialog !== null && typeof dialog === "object" ? (
        <ContractForm
          contract={null}
          next={{ ...dialog, from: contract }}
          onClose={close}
          onSaved={(saved) => {
            close();
            void navigate(`/contracts?contract=${saved.contract.id}`);
          }}
        />
      ) : null}
      {dialog === "plan" ? <PlanDialog detail={detail} onClose={close} /> : null}
      {dialog === "void" ? (
        <VoidDialog
          route="contracts.void"
          id={contract.id}
          name={`合同 ${contract.contractNo}`}
          text="合同和它的付款计划不再计入任何合计，记录仍然保留。已有付款的合同不能作废。"
          onVoided={onVoided}
          onClose={close}
        />
      ) : null}
    </>
  );
}
