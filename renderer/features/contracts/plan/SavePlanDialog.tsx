import { Button, Modal } from "antd";
import { useRef } from "react";
import type { PlanPreview } from "#shared/api/agreements.ts";
import { useFocusOf } from "../../../components/useFirstFocus.ts";
import { PlanPreviewView } from "./PlanPreviewView.tsx";

type Props = Readonly<{
  preview: PlanPreview;
  pending: boolean;
  onSaveAndPlan: () => void;
  onSaveOnly: () => void;
  onClose: () => void;
}>;

/** Before a changed contract is saved: what that does to its plan, and whether the plan is to follow. */
export function SavePlanDialog({ preview, pending, onSaveAndPlan, onSaveOnly, onClose }: Props) {
  const both = useRef<HTMLButtonElement>(null);
  useFocusOf(both);
  return (
    <Modal
      open
      title="付款计划要不要跟着调整？"
      width={820}
      onCancel={onClose}
      footer={[
        <Button key="back" onClick={onClose}>
          返回修改
        </Button>,
        <Button key="only" disabled={pending} onClick={onSaveOnly}>
          只保存合同
        </Button>,
        <Button key="both" type="primary" ref={both} loading={pending} onClick={onSaveAndPlan}>
          保存并调整付款计划
        </Button>,
      ]}
    >
      <PlanPreviewView preview={preview} />
    </Modal>
  );
}
