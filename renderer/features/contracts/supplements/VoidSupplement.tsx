import type { Supplement } from "#shared/model/contract.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { PlanPreviewView } from "../plan/PlanPreviewView.tsx";

type Props = Readonly<{ supplement: Supplement; onClose: () => void }>;

/** Voids a supplement with a reason, having shown what the plan is without it. */
export function VoidSupplement({ supplement, onClose }: Props) {
  const preview = useApi("contracts.previewVoidSupplement", { id: supplement.id });
  return (
    <VoidDialog
      route="contracts.voidSupplement"
      id={supplement.id}
      name={`补充协议 ${supplement.supplementNo}`}
      text="作废后，付款计划如下调整；记录仍然保留。"
      width={820}
      ready={preview.data !== undefined}
      onClose={onClose}
    >
      <Loaded query={preview}>{(data) => <PlanPreviewView preview={data} />}</Loaded>
    </VoidDialog>
  );
}
